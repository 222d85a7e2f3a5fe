"""Enlarged text keeps its words whole, and is never smaller than at 100 %."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.fitting import WrappedLabel, fit_line, fit_words
from lstm_gui.gui.quiz.style import Style

pytestmark = pytest.mark.usefixtures("qapp")
WORDS = st.lists(st.text("abcdefgWMil", min_size=1, max_size=16), min_size=1, max_size=12)


def advance(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


@given(words=WORDS, zoom=st.integers(100, 300), width=st.integers(100, 900))
def test_every_word_fits_or_the_text_is_as_small_as_at_100(words: list[str], zoom: int, width: int) -> None:
    wanted, smallest = Style(palette("light"), zoom).font(18), Style(palette("light")).font(18)
    fitted = fit_words(wanted, zoom, " ".join(words), width)
    assert smallest.pixelSize() - 1 <= fitted.pixelSize() <= wanted.pixelSize()
    if fitted.pixelSize() > smallest.pixelSize() + 1:
        assert max(advance(fitted, word) for word in words) <= width + 1
    if max(advance(wanted, word) for word in words) <= width:
        assert fitted == wanted


def test_a_line_is_measured_as_a_whole() -> None:
    wanted = Style(palette("light"), 300).font(13)
    text = "Show answer (Space)"
    assert fit_words(wanted, 300, text, 250).pixelSize() > fit_line(wanted, 300, text, 250).pixelSize()
    assert advance(fit_line(wanted, 300, text, 250), text) <= 251


def test_a_label_fits_its_words_into_each_width(qtbot: QtBot) -> None:
    style, label = Style(palette("light"), 300), WrappedLabel()
    qtbot.addWidget(label)
    label.set_wanted_font(style.caps(10.5), 300)
    label.show_text("Backpropagation through time")
    label.show()
    for width, whole in ((900, True), (220, False), (900, True)):
        label.set_room(width)
        assert advance(label.font(), "BACKPROPAGATION") <= width
        assert (label.font().pixelSize() == style.caps(10.5).pixelSize()) == whole
