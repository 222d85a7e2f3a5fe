"""What tests of graded cards share: a card under way, its parts by their kind."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.graded.answer_run import AnswerRun
from lstm_gui.gui.graded.build_run import BuildRun
from tests.gui.conftest import Lab

Begin = Callable[[str], AnswerRun]
Build = Callable[[str], BuildRun]


def click(widget: QWidget) -> None:
    """A real click in the middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())


@pytest.fixture
def begin(lab: Lab) -> Begin:
    """Ask a card that is answered by numbers."""

    def ask(name: str) -> AnswerRun:
        lab.window.graded.begin_named(name)
        run = lab.window.graded.run
        assert isinstance(run, AnswerRun)
        return run

    return ask


@pytest.fixture
def build(lab: Lab) -> Build:
    """Ask a card that is answered by the simulator's knobs."""

    def ask(name: str) -> BuildRun:
        lab.window.graded.begin_named(name)
        run = lab.window.graded.run
        assert isinstance(run, BuildRun)
        return run

    return ask
