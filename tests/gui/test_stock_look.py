"""Stock buttons of dialogs look alike, on either ground, and none is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lstm_gui.gui.export.form import press_button
from lstm_gui.gui.palette import Palette, palette
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.stock_look import dress_form, dress_progress, dress_question
from lstm_gui.gui.theme import qt_palette
from lstm_gui.gui.window.close_box import close_box


@pytest.fixture(params=["light", "dark"])
def colours(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Palette]:
    """The palette of a theme, as the app has it meanwhile."""
    before, found = qapp.palette(), palette(request.param)
    qapp.setPalette(qt_palette(found))
    yield found
    qapp.setPalette(before)


def test_a_button_has_the_ground_of_the_panels_and_room_for_its_words(qtbot: QtBot, colours: Palette) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    box, other = close_box(dialog, "Close (Esc)"), press_button("A word or two", "")
    box.setParent(dialog)
    other.setParent(dialog)
    for button in (box.button(QDialogButtonBox.StandardButton.Close), other):
        assert isinstance(button, QPushButton)
        button.resize(button.sizeHint())
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 24
        assert button.grab().toImage().pixelColor(8, button.height() // 2) == colours.panel


def test_a_bar_fills_in_the_accent(qtbot: QtBot, colours: Palette) -> None:
    bar = QProgressBar()
    qtbot.addWidget(bar)
    bar.setTextVisible(False)
    dress_progress(bar)
    bar.resize(200, bar.sizeHint().height())
    bar.setRange(0, 2)
    bar.setValue(1)
    seen, middle = bar.grab().toImage(), bar.height() // 2
    assert seen.pixelColor(50, middle) == colours.accent
    assert seen.pixelColor(150, middle) == colours.border


@pytest.mark.parametrize("scale", [1.0, 3.0])
def test_fields_have_an_edge_to_be_seen_and_their_words_begin_in_one_column(
    qtbot: QtBot, colours: Palette, scale: float
) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    box = QVBoxLayout(form)
    line, text, spin, chooser, written, date = (
        QLineEdit("|"),
        QPlainTextEdit("|"),
        QSpinBox(),
        QComboBox(),
        QComboBox(),
        QDateEdit(QDate(2026, 11, 11)),
    )
    spin.setPrefix("|")
    date.setDisplayFormat("'|'yyyy")
    date.setCalendarPopup(True)
    chooser.addItem("|")
    written.setEditable(True)
    written.setEditText("|")
    fields = (line, text, spin, chooser, written, date)
    for field in fields:
        box.addWidget(field)
        font = field.font()
        font.setPixelSize(round(13 * scale))
        field.setFont(font)
    dress_form(form, colours, scale)
    form.resize(form.sizeHint())
    form.show()
    form.setFocus()  # nothing has a caret or a ring then
    begins = [_words_begin(field, colours) for field in fields if field is not text]
    assert max(begins) - min(begins) <= 2 * scale
    assert min(begins) >= 6 * scale
    for field in fields:
        edge = field.grab().toImage().pixelColor(field.width() // 2, 0)
        assert _contrast(edge, colours.panel) >= 1.8


def _words_begin(field: QWidget, colours: Palette) -> int:
    """Where the first upright stroke of a field stands, in px from its left."""
    seen = field.grab().toImage()
    y = field.height() // 2
    dark = (x for x in range(4, seen.width()) if _contrast(seen.pixelColor(x, y), colours.panel) > 4)
    return next(dark)


def _contrast(one: QColor, other: QColor) -> float:
    """The ratio of WCAG."""
    light = sorted(_luminance(colour) + 0.05 for colour in (one, other))
    return light[1] / light[0]


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_longest_name_does_not_push_a_form_off_its_window(qtbot: QtBot, colours: Palette) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    box, chooser = QVBoxLayout(form), QComboBox()
    chooser.addItems(["Gates", "A deck whose name goes on and on " * 9])
    box.addWidget(chooser)
    dress_form(form, colours)
    assert form.minimumSizeHint().width() < 150


@pytest.mark.parametrize("zoom", [100, 150, 300])
def test_a_question_has_room_for_its_answers(qtbot: QtBot, colours: Palette, zoom: int) -> None:
    box = QMessageBox(QMessageBox.Icon.NoIcon, "Title", "Save what you wrote?")
    qtbot.addWidget(box)
    for words in ("&Save", "&Throw it away", "&Go on writing"):
        box.addButton(words, QMessageBox.ButtonRole.ActionRole)
    dress_question(box, Style(colours, zoom))
    box.show()
    for button in box.buttons():
        across = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
        assert button.width() >= across + 30 * zoom / 100
        assert button.font().pixelSize() == Style(colours, zoom).font(13).pixelSize()
