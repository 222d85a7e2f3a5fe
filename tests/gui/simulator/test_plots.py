"""The plots map values to the pixels that the axes say, and are deaf to the mouse."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.plots import PlotStack

BOXES = (QRectF(20, 10, 300, 60), QRectF(20, 90, 300, 100))


@pytest.fixture
def drawn() -> list[Axes]:
    """The axes that a plot was asked to draw in, in order."""
    return []


@pytest.fixture
def stack(show: Callable[[QWidget, tuple[int, int]], QWidget], drawn: list[Axes]) -> Iterator[PlotStack]:
    """Two plots above each other."""
    ground = QWidget()

    def draw(_painter: QPainter, axes: Axes) -> None:
        drawn.append(axes)

    made = PlotStack([draw, draw], ground)
    made.resize(340, 200)
    made.set_axes([Axes(BOXES[0], 12, -1.0, 1.0), Axes(BOXES[1], 12, 0.0, 1.0)])
    show(ground, (340, 200))
    yield made
    ground.close()


def test_each_plot_is_drawn_in_its_own_box(stack: PlotStack, drawn: list[Axes]) -> None:
    drawn.clear()
    stack.viewport().repaint()
    assert len(drawn) == 2
    for axes, box in zip(sorted(drawn, key=lambda axes: axes.box.top()), BOXES, strict=True):
        assert axes.box.left() == pytest.approx(box.left(), abs=1.5)
        assert axes.box.top() == pytest.approx(box.top(), abs=1.5)
        assert axes.box.width() == pytest.approx(box.width(), abs=2.5)
        assert axes.box.height() == pytest.approx(box.height(), abs=2.5)


def test_other_axes_are_drawn_at_once(stack: PlotStack, drawn: list[Axes]) -> None:
    stack.set_axes([Axes(BOXES[0], 5, -2.0, 2.0), Axes(BOXES[1], 5, 0.0, 1.0)])
    drawn.clear()
    stack.viewport().repaint()
    assert {(axes.steps, axes.high) for axes in drawn} == {(5, 2.0), (5, 1.0)}


def test_it_takes_neither_mouse_nor_keys(stack: PlotStack) -> None:
    assert stack.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert stack.focusPolicy() == stack.viewport().focusPolicy() == Qt.FocusPolicy.NoFocus
