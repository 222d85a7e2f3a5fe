"""Asks for the name of a file to write, so that nothing is replaced that the person was not asked about."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate


def name_to_write(
    parent: QWidget,
    title: str,
    start: str,
    kinds: tuple[str, tuple[str, ...]],
    refuse: Callable[[str], None],
) -> Path | None:
    """A name with one of the endings, or None where the person chose none.

    `kinds` are the filters of the dialog and the endings that may stand. A name without one of them gets that
    of the filter chosen; where a file of that name stands, which the dialog has not asked about, `refuse` is
    told so in a sentence.
    """
    filters, endings = kinds
    name, chosen = QFileDialog.getSaveFileName(parent, title, start, filters)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in endings:
        return path
    found = re.search(r"\*(\.\w+)", chosen)
    whole = path.with_name(path.name + (found[1] if found else endings[0]))
    if whole.exists():
        words = translate("FileNames", "{name} is there already; to replace it, choose it by its whole name.")
        refuse(words.format(name=whole.name))
        return None
    return whole
