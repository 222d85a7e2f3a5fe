"""Views of a Look, shown, and what they draw, read back."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication

from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.views import numbers_face, plot_paint, probe_paint
from tests.gui.simulator.conftest import Show as Show
from tests.gui.simulator.conftest import show as show

Curve = NDArray[np.float64]  # (n, 2) in pixels


@pytest.fixture
def style(qapp: QApplication) -> Style:
    """Light, at 100 %."""
    install_fonts(qapp)
    return Style(palette("light"))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Curve]:
    """Every curve that was painted, as the places it goes through."""
    found: list[Curve] = []

    def draw(_painter: QPainter, places: Curve, _pen: QPen) -> None:
        found.append(np.array(places))

    for module in (numbers_face, plot_paint, probe_paint):
        monkeypatch.setattr(module, "draw_line", draw)
    return found
