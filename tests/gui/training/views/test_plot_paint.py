"""What the views draw alike: numbers exact enough, steps named where that can be read, honest means."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.views import plot_paint
from lstm_gui.gui.training.views.plot_paint import (
    clear_place,
    crossed,
    grouped,
    paint_steps,
    short_number,
    strongest,
)


@pytest.mark.parametrize(
    ("value", "scale", "text"),
    [
        (0.123456, 1.0, "0.12"),
        (-0.001, 1.0, "0"),
        (-2.5, 10.0, "−2.5"),
        (11000.0, 4000.0, "11000"),
        (1.5e-7, 1e-6, "1.5e−07"),
        (2e12, 1.0, "2e+12"),
        (float("inf"), 1.0, "∞"),
        (1.0, float("inf"), "1.00"),
    ],
)
def test_a_number_is_as_exact_as_its_axis(value: float, scale: float, text: str) -> None:
    assert short_number(value, scale) == text


@given(st.integers(1, 60), st.integers(1, 60), st.floats(1, 80), st.floats(1, 80))
def test_means_of_rows_and_columns_keep_the_whole(rows: int, columns: int, wide: float, high: float) -> None:
    values = np.random.default_rng(rows * 61 + columns).random((rows, columns))
    found, down, across = grouped(values, wide, high)
    assert found.shape == (-(-rows // down), -(-columns // across))
    assert found[0, 0] == pytest.approx(values[:down, :across].mean())
    assert found[-1, -1] == pytest.approx(
        values[(rows - 1) // down * down :, (columns - 1) // across * across :].mean()
    )
    assert strongest(values, high).max() == values.max()


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are put below an axis."""
    found: list[str] = []

    def put(
        _painter: object, _x: float, _y: float, text: str, _font: QFont, _ink: QColor, _align: object
    ) -> None:
        found.append(text)

    monkeypatch.setattr(plot_paint, "put_text", put)
    return found


@pytest.mark.parametrize(
    ("wide", "names", "wanted"),
    [
        (200, tuple("a b\n"), ["a", "␣", "b", "↵"]),
        (20, tuple("abcdefgh"), ["1", "8"]),
        (300, ("1900", "1901", "1902"), ["1900", "1901", "1902"]),
        (90, ("1900", "1901", "1902", "1903"), ["1900", "1902"]),
    ],
)
def test_a_text_is_written_whole_or_not_at_all(
    named: list[str], style: Style, wide: int, names: tuple[str, ...], wanted: list[str]
) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_steps(painter, Axes(QRectF(0, 0, wide, 20), len(names), 0.0, 1.0), 10, style, names)
    painter.end()
    if wanted[0] == "1":
        assert all(text.isdigit() for text in named[:-1])
        assert named[-1] == "t"
    else:
        assert named == wanted


@given(st.lists(st.floats(0, 100), min_size=2, max_size=9), st.floats(0, 100))
def test_words_at_a_level_stand_in_the_way_of_as_little_as_can_be(heights: list[float], y: float) -> None:
    frame, size = QRectF(0, 0, 400, 100), QSizeF(90, 12)
    lines = [np.stack([np.linspace(0, 400, len(heights)), np.array(heights)], 1)]
    found = clear_place(frame, y, size, lines, 2.0)
    first = QRectF(6, y - 14, 90, 12)
    assert found.size() == size
    if frame.contains(first):
        assert frame.contains(found)
        assert crossed(found, lines, 2.0) <= crossed(first, lines, 2.0)
