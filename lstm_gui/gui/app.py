"""The application from its first line to its last: arguments, checks, window, a clean end."""

import argparse
import gc
import logging
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from lstm_gui import __version__
from lstm_gui.folders import APP, data_folder, folder_argument
from lstm_gui.gui.lifetime.preflight import complaint

if TYPE_CHECKING:  # Qt is imported once we know that it can be loaded
    from lstm_gui.gui.lifetime.session import Session

_BEFORE_QT = (
    "lstm_gui.lessons.catalogue",
    "lstm_gui.simulator.controller",
    "lstm_gui.nets.lstm",
    "lstm_gui.graph.lstm_plan",
)
"""What the first paint needs besides Qt, with all that it imports.

Once PySide6 is imported, it reads the source of each module imported after it, to see whether that uses
PySide6. So what does not comes in before.
"""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; ends the process with code 2 when it makes no sense."""
    parser = argparse.ArgumentParser(prog="lstm-gui", description="Flashcards beside a live LSTM cell.")
    parser.add_argument("file", nargs="?", type=Path, help="a scene or a deck to open")
    parser.add_argument(
        "--data-dir", type=folder_argument, help="where the collection lies (default: your data folder)"
    )
    parser.add_argument("--theme", choices=("system", "light", "dark"), help="the theme of this run")
    parser.add_argument("--version", action="version", version=f"LSTM Lab {__version__}")
    parser.add_argument("--quit-after-first-paint", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Run LSTM Lab; 0, or 1 with one line on stderr when no window can be opened."""
    gc.disable()  # what a start makes is there to stay; from the first paint on, GarbageClock collects
    try:
        return _started(parse(arguments))
    finally:
        gc.enable()


def _started(wanted: argparse.Namespace) -> int:
    for name in _BEFORE_QT:
        import_module(name)
    if problem := complaint():
        return _refuse(problem)
    folder = (wanted.data_dir or data_folder()).absolute()
    file = str(wanted.file.absolute()) if wanted.file else ""
    from lstm_gui.gui.lifetime.session import Session

    session = Session(folder)
    try:
        if session.is_second(file):
            return 0
        return _run(session, wanted, file)
    except Exception as error:
        logging.getLogger(__name__).exception("the app could not go on")
        return _refuse(f"LSTM Lab had to stop: {error}. The log in {folder / 'logs'} says more.")
    finally:
        session.end()


def _run(session: "Session", wanted: argparse.Namespace, file: str) -> int:
    session.begin(wanted.theme or "")
    return session.run(file, only_paint=wanted.quit_after_first_paint)


def _refuse(sentence: str) -> int:
    if sys.stderr is not None:  # a Windows gui-script has none
        print(f"{APP}: {sentence}", file=sys.stderr)
    return 1
