"""What the tests of a review session do over and over."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.quiz.review import ReviewController
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.store.collection import Collection

Key = Qt.Key


def begin(qtbot: QtBot, review: ReviewController) -> None:
    """Wait for the first card."""
    with qtbot.waitSignal(review.card_shown):
        review.refresh()


def answer(qtbot: QtBot, review: ReviewController, panel: ReviewPanel, key: Key = Key.Key_4) -> None:
    """Reveal and rate by the keys, and wait for the next card."""
    QTest.keyClick(panel, Key.Key_Space)
    with qtbot.waitSignal(review.card_shown):
        QTest.keyClick(panel, key)


def logged(folder: Path) -> list[ReviewEvent]:
    """What another reader finds on disk."""
    with Collection.open(folder, read_only=True) as collection:
        return list(collection.events())
