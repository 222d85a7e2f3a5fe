"""`lstm-gui-cli doctor`: what is installed, where things lie, and what is missing.

It works where the window cannot open: nothing here loads Qt into this process unless Qt can be loaded.
"""

import argparse
import platform
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from lstm_gui import __version__, settings, system_libraries
from lstm_gui.cli.opened import folder_of
from lstm_gui.cli.qt import qt_version
from lstm_gui.cli.report import Refused, Report
from lstm_gui.resource import resources_folder
from lstm_gui.store.backups import FILE_NAME
from lstm_gui.store.collection import Collection
from lstm_gui.store.connection import SQLITE_VERSION
from lstm_gui.store.errors import CollectionError

LIBRARIES = ("PySide6-Essentials", "numpy", "pyqtgraph", "fsrs", "ziamath", "pillow", "zstandard")


def examine(arguments: argparse.Namespace) -> Report:
    """Versions, folders, the state of the collection, and the system libraries that are missing."""
    folder = folder_of(arguments)
    lacking = system_libraries.missing()
    _, warning = settings.load(folder)
    content = {
        "versions": _versions(),
        "folders": {"data": str(folder), "resources": _resources()},
        "collection": _collection(folder),
        "settings": warning or "sound",
        "qt": _qt(),
        "missing": [{"library": part.name, "package": part.package} for part in lacking],
    }
    return Report(content, _lines(content, system_libraries.advice(lacking)))


def _versions() -> dict[str, str]:
    versions = {"LSTM Lab": __version__, "Python": platform.python_version()}
    versions |= {name: _version(name) for name in LIBRARIES}
    return {**versions, "SQLite": SQLITE_VERSION, "system": platform.platform()}


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "missing"


def _resources() -> str:
    try:
        return str(resources_folder())
    except FileNotFoundError as error:
        return str(error)


def _collection(folder: Path) -> str:
    """The state of the collection in words. It is only read: one that is not there yet is not made."""
    if not (folder / FILE_NAME).exists():
        return "none yet"
    try:
        with Collection.open(folder, read_only=True) as collection:
            collection.verify()
            kept = len(collection.backups())
            state = "sound" if collection.on_disk else "sound, brought up to date when it is next opened"
            return f"{state}, {kept} {'backup' if kept == 1 else 'backups'}"
    except CollectionError as error:
        return str(error)


def _qt() -> str:
    try:
        return f"{qt_version()} loads"
    except Refused as refusal:
        return str(refusal)


def _lines(content: Mapping[str, object], advice: str) -> list[str]:
    lines = []
    for title, value in content.items():
        if isinstance(value, dict):
            lines += [f"{name}: {text}" for name, text in value.items()]
        elif isinstance(value, str):
            lines.append(f"{title}: {value}")
    return [*lines, advice or "No system library is missing."]
