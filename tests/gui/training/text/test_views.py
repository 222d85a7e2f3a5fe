"""The views of the text lab: colours are the activations, keys and pointer find characters and units."""

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.text.bar import TextBar
from lstm_gui.gui.training.text.expected import ExpectedView, rows_at
from lstm_gui.gui.training.text.followers import FollowersView
from lstm_gui.gui.training.text.shades import Scale, colours
from lstm_gui.gui.training.text.sheet import TextSheet
from lstm_gui.gui.training.text.words import percent, quantity_words, sign_words, signed, spoken_sign, verdict
from lstm_gui.gui.training.text.writing import WritingCard
from lstm_gui.training.tasks.language.characters_vocabulary import UNKNOWN
from lstm_gui.training.text_lab.ranking import Following
from tests.gui.training.text.readings import KIND, LIGHT, WORDS, a_reading

Key = Qt.Key
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def sheet(qtbot: QtBot, quantity: str = "h") -> TextSheet:
    made = TextSheet(LIGHT)
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    made.show_reading(a_reading(quantity), 2, KIND)
    return made


@pytest.mark.parametrize("quantity", ["h", "f", "c"])
def test_every_ground_is_the_activation_there(qtbot: QtBot, quantity: str) -> None:
    view = sheet(qtbot, quantity)
    reading, paper = a_reading(quantity), view.paper
    picture = paper.grab().toImage()
    scale = view._scale
    grounds = colours(LIGHT, scale.role)
    places = scale.places(reading.activations[:, 2])
    ratio = picture.devicePixelRatio()
    checked = 0
    for place, sign in enumerate(reading.text):
        if sign == " " and place != paper.place:  # a letter would stand in the way
            middle = paper.cell(place).center() * ratio
            assert picture.pixelColor(middle.toPoint()).rgb() == grounds[places[place]].rgb()
            checked += 1
    assert checked > 20


def test_the_number_at_the_cursor_is_the_activation(qtbot: QtBot) -> None:
    view = sheet(qtbot)
    view.paper.move_to(4)
    assert f"{signed(float(a_reading().activations[4, 2]), 3)} at “g”" in view.number
    assert view.paper.accessibleDescription() == f"g. {view.number}"
    assert view.title == "Unit 3 · h · hidden state"


def test_keys_move_the_cursor_through_lines(qtbot: QtBot) -> None:
    view = sheet(qtbot)
    paper = view.paper
    for key, place in (
        (Key.Key_Right, 1), (Key.Key_Right, 2), (Key.Key_Left, 1), (Key.Key_Left, 0), (Key.Key_Left, 0),
        (Key.Key_End, len(WORDS) * 3 - 1), (Key.Key_Right, len(WORDS) * 3 - 1), (Key.Key_Home, 0),
    ):  # fmt: skip
        QTest.keyClick(paper, key)
        assert paper.place == place
    QTest.keyClick(paper, Key.Key_Down)
    assert paper.cells.row[paper.place] == 1
    QTest.keyClick(paper, Key.Key_PageDown)
    assert paper.cells.row[paper.place] == min(11, paper.cells.rows - 1)
    QTest.keyClick(paper, Key.Key_PageUp)
    QTest.keyClick(paper, Key.Key_Up)
    assert paper.cells.row[paper.place] == 0
    QTest.keyClick(paper, Key.Key_A)
    assert paper.cells.row[paper.place] == 0


@pytest.mark.parametrize(
    ("key", "taken"), [(Key.Key_Right, True), (Key.Key_End, True), (Key.Key_Space, False)]
)
def test_the_window_lets_the_text_have_its_keys(qtbot: QtBot, key: Qt.Key, taken: bool) -> None:
    view = sheet(qtbot)
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, NONE)
    asked.ignore()
    QApplication.sendEvent(view.paper, asked)
    assert asked.isAccepted() is taken


def test_the_likeliest_can_be_copied(qtbot: QtBot) -> None:
    view = ExpectedView(LIGHT)
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    view.setFocus()
    view.show_place(a_reading(), 3)
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    asked.ignore()
    QApplication.sendEvent(view, asked)
    assert asked.isAccepted()
    QTest.keyClick(view, Key.Key_A)
    QTest.keyClick(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == len(view.rows)
    assert lines[0].split("\t")[:2] == [sign_words(view.rows[0].sign), f"{view.rows[0].p:.6f}"]
    view.grab()


def test_the_pointer_moves_the_cursor(qtbot: QtBot) -> None:
    view = sheet(qtbot)
    paper = view.paper
    with qtbot.waitSignal(paper.place_changed) as moved:
        QTest.mouseMove(paper, paper.cell(9).center().toPoint())
        QTest.mouseClick(paper, LEFT, Qt.KeyboardModifier.NoModifier, paper.cell(9).center().toPoint())
    assert moved.args == [9]


def test_a_shorter_text_keeps_the_cursor_on_it_and_an_empty_paper_takes_no_key(qtbot: QtBot) -> None:
    view = sheet(qtbot)
    paper = view.paper
    paper.move_to(100)
    paper.show_text("short")
    assert paper.place == 4
    paper.show_text("")
    QTest.keyClick(paper, Key.Key_Right)
    assert paper.place == 0
    assert paper.cell(0).isEmpty()
    paper.show_values(np.zeros(0, np.float32), Scale(-1.0, 1.0, "h"))
    paper.grab()


def test_another_style_is_laid_out_anew(qtbot: QtBot) -> None:
    view = sheet(qtbot)
    before = view.paper.minimumHeight()
    view.set_style(Style(palette("dark"), 1.5))
    assert view.paper.minimumHeight() > before
    assert view.minimumSizeHint().width() == 420
    view.paper.setFocus()
    view.grab()


def test_the_likeliest_are_shown_with_what_comes(qtbot: QtBot) -> None:
    view = ExpectedView(LIGHT)
    qtbot.addWidget(view)
    reading = a_reading()
    for place in range(len(reading.text) - 1):
        rows = rows_at(reading, place)
        assert [row.p for row in rows[:5]] == pytest.approx(reading.likeliest.p[place].tolist())
        assert [row.sign for row in rows if row.comes] == [reading.text[place + 1]]
    assert not any(row.comes for row in rows_at(reading, len(reading.text) - 1))
    view.show_place(reading, 3)
    assert "g" in view.told
    assert "which does come" in view.accessibleDescription()
    view.show_place(a_reading("h", "T"), 0)
    view.grab()


def test_a_row_of_the_ranking_chooses_its_unit(qtbot: QtBot) -> None:
    view = FollowersView(LIGHT)
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    following = a_reading().following
    view.show_following(following)
    view.show_following(following)
    table = view.table.numbers
    assert table.rowCount() == len(following)
    row = next(n for n, found in enumerate(following) if found.units)
    where = view.table.visualRect(table.index(row, 0)).center()
    with qtbot.waitSignal(view.unit_chosen) as chosen:
        QTest.mouseClick(view.table.viewport(), LEFT, NONE, where)
    assert chosen.args == [following[row].units[0]]
    view.show_following(a_reading("c").following)  # other numbers in the same rows
    assert table.index(row, 1).data() == str(a_reading("c").following[row].units[0] + 1)
    view.show_following(a_reading("h", "short").following)
    assert table.index(row, 4).data() == "too short"
    with qtbot.assertNotEmitted(view.unit_chosen):
        QTest.mouseClick(view.table.viewport(), LEFT, NONE, where)


def test_what_was_written_can_be_copied(qtbot: QtBot) -> None:
    card = WritingCard(LIGHT)
    qtbot.addWidget(card)
    card.show()
    assert not card.copy.isEnabled()
    with qtbot.waitSignal(card.asked):
        QTest.keyClick(card.prompt, Key.Key_Return)
    with qtbot.waitSignal(card.asked):
        QTest.mouseClick(card.write, LEFT)
    card.show_written("The ", "gate.", 12)
    QTest.mouseClick(card.copy, LEFT)
    assert QGuiApplication.clipboard().text() == "The gate."
    card.show_trouble("It cannot write.")
    assert card.page.toPlainText() == "It cannot write."
    for width, rows in ((520, 2), (900, 1), (520, 2)):
        card.resize(width, 220)
        qtbot.waitUntil(partial(_has_rows, card, rows))


def _has_rows(card: WritingCard, rows: int) -> bool:
    seed = card.seed.mapTo(card, QPoint(0, 0))
    return 1 + (seed.y() > card.prompt.geometry().bottom()) == rows


def test_the_bar_offers_units_and_quantities(qtbot: QtBot) -> None:
    bar = TextBar(LIGHT)
    qtbot.addWidget(bar)
    bar.resize(700, 42)
    bar.show()
    bar.show_reading(a_reading(), KIND)
    assert bar.units.count() == 6
    assert bar.quantities.itemText(1) == "c · cell state"
    bar.units.setFocus()
    with qtbot.waitSignal(bar.unit_chosen) as chosen:
        QTest.keyClick(bar.units, Key.Key_Down)
    assert chosen.args == [bar.unit] == [1]
    with qtbot.waitSignal(bar.quantity_chosen) as wanted:
        QTest.keyClick(bar.quantities, Key.Key_Down)
    assert wanted.args == ["c"]
    assert "bits per character" in bar.accessibleDescription()
    bar.show_trouble("Nothing can be read.")
    assert bar.accessibleDescription() == "Nothing can be read."
    bar.grab()


@pytest.mark.parametrize(
    ("r", "words"), [((0.5,), "yes"), ((-0.2,), "weakly"), ((0.05,), "by chance"), ((), "by chance")]
)
def test_a_verdict_claims_no_more_than_was_found(r: tuple[float, ...], words: str) -> None:
    assert verdict(Following("spaces", (0,) * len(r), r, 0.1)) == words
    assert verdict(Following("spaces", (), (), 0.0, "none")) == "not here"


def test_signs_and_numbers_have_words() -> None:
    assert [sign_words(sign) for sign in (" ", "\n", "a", "\x07", UNKNOWN)] == [
        "␣",
        "↵",
        "a",
        "U+0007",
        "any other",
    ]
    assert [spoken_sign(sign) for sign in (" ", "\n", "\t", "a")] == ["space", "end of line", "tab", "a"]
    assert [percent(share) for share in (0.83, 0.042, 0.0001)] == ["83 %", "4.2 %", "< 0.1 %"]
    assert signed(-0.5) == "−0.50"
    assert quantity_words("1.backward.f", KIND) == "f · forget gate · ← layer 2"
    assert quantity_words("unheard", KIND) == "unheard"


def test_the_bar_drops_its_words_before_anything_stands_on_another(qtbot: QtBot) -> None:
    bar = TextBar(LIGHT)
    qtbot.addWidget(bar)
    bar.show_reading(a_reading(), KIND)
    bar.show()
    for wide, shown in ((900, True), (bar.minimumSizeHint().width(), False)):
        bar.resize(wide, bar.height())
        assert all(label.isVisible() == shown for label in bar.findChildren(QLabel))
        qtbot.waitUntil(lambda: bar.quantities.geometry().right() < bar.units.x())
        assert bar.units.geometry().right() < bar.width()


def test_the_end_of_a_line_is_written_as_clearly_as_a_letter(qtbot: QtBot) -> None:
    sheet = TextSheet(LIGHT)
    qtbot.addWidget(sheet)
    sheet.resize(500, 300)
    sheet.show_reading(a_reading(text="\n\n\n"), 0, KIND)
    image = sheet.paper.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert min(seen, key=lambda name: QColor(name).lightness()) == LIGHT.palette.text.name()
