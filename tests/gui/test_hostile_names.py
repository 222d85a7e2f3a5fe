"""Names and texts that would act, were they read as HTML: they are shown as they are, nothing is fetched."""

import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.prose import Prose
from lstm_gui.gui.quiz.style import Style
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.store.collection import Collection
from tests.gui.conftest import LabMaker
from tests.hostile.markup import DEEP, HTML, LATEX

EVIL = "<img src='file:///etc/passwd'><b>EVIL</b>"
WINDOWS = ("browse_cards", "statistics", "practise", "edit_card")
LIGHT = Style(palette("light"))


def evil_deck() -> Deck:
    """A deck whose every name and text would act."""
    cards = tuple(
        Card(f"{EVIL}{n}", f"{EVIL} {n}", EVIL, EVIL, EVIL, EVIL, (EVIL,), "decay") for n in range(4)
    )
    return Deck(f"A {EVIL}", cards, EVIL, inside={cards[-1].uid: f"{EVIL}::{EVIL}"})


def acting(widget: QWidget) -> Iterator[str]:
    """What a widget would read as HTML though it names something."""
    if isinstance(widget, QLabel | QMessageBox):
        plain = widget.textFormat() == Qt.TextFormat.PlainText
        if "<b>EVIL" in widget.text() and not plain:
            yield f"{type(widget).__name__}: {widget.text()[:80]}"
    for tip in (widget.toolTip(), *(action.toolTip() for action in widget.actions())):
        if "<b>EVIL" in tip:
            yield f"tip of {type(widget).__name__}: {tip[:80]}"


def test_no_name_acts_in_any_window(
    make_lab: LabMaker, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[QUrl] = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda _self, _kind, address: fetched.append(address))
    now = datetime.now().astimezone()
    with Collection.open(tmp_path / "lab", now=now) as collection:
        collection.import_deck(evil_deck(), now)
    lab = make_lab(folder=tmp_path / "lab")
    found: set[str] = set()
    for name in WINDOWS:
        known = {id(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible()}
        lab.window.actions_by_id[name].trigger()
        qtbot.waitUntil(lambda known=known: bool(_shown_but(known)))  # type: ignore[misc]
        found.update(f"{name}: {what}" for widget in QApplication.allWidgets() for what in acting(widget))
        for widget in _shown_but(known):
            widget.close()
    assert not found
    assert not fetched


def _shown_but(known: set[int]) -> list[QWidget]:
    return [
        widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and id(widget) not in known
    ]


def test_every_hostile_text_is_soon_shown(qtbot: QtBot, shelf: FormulaShelf) -> None:
    prose = Prose(shelf)
    qtbot.addWidget(prose)
    prose.set_look(LIGHT.font(14), LIGHT.palette.text, LIGHT.palette)
    for name, text in (HTML | DEEP | {key: f"safe ${latex}$" for key, latex in LATEX.items()}).items():
        started = time.process_time()
        prose.set_text(text[:10_000])
        prose.resize(500, min(5_000, max(1, prose.heightForWidth(500))))
        prose.grab()
        assert time.process_time() - started < 2, name
    qtbot.waitUntil(lambda: not shelf.waiting)
