"""Views of the simulator, shown, with something in them."""

from typing import Protocol, TypeVar

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

Shown = TypeVar("Shown", bound=QWidget)


class Show(Protocol):
    """Shows a widget at a size and hands it back; it is closed after the test."""

    def __call__(self, widget: Shown, size: tuple[int, int]) -> Shown: ...


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Shows a widget at a size and hands it back; it is closed after the test."""

    def shown(widget: Shown, size: tuple[int, int]) -> Shown:
        qtbot.addWidget(widget)
        widget.resize(QSize(*size))
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return shown
