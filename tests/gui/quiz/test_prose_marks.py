"""Markdown on screen: what is bold, slanted, code, a list, a quote or a link, and links that ask first."""

import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QImage, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.prose import Prose
from lstm_gui.gui.quiz.style import Style

LIGHT = Style(palette("light"))
NONE = Qt.KeyboardModifier.NoModifier
ADDRESS = "https://a.test/" + "b" * 70
PICTURE = "0123456789abcdef" * 2 + ".png"


@pytest.fixture
def prose(qtbot: QtBot, shelf: FormulaShelf) -> Prose:
    made = Prose(shelf)
    qtbot.addWidget(made)
    made.set_look(LIGHT.font(14), LIGHT.palette.text, LIGHT.palette)
    made.resize(400, 300)
    return made


def look(prose: Prose, word: str) -> QTextCharFormat:
    found = prose._document.find(word)
    assert not found.isNull()
    return found.charFormat()


def words(prose: Prose) -> str:
    return prose._document.toPlainText()


def test_marks_give_the_words_their_look(prose: Prose) -> None:
    prose.set_text("# head\nthe **bold** *slant* `code` [link](https://a.test) ***all***")
    assert words(prose) == "head\nthe bold slant code link all"
    assert prose.accessibleName() == words(prose)
    assert look(prose, "head").fontWeight() == look(prose, "bold").fontWeight() == QFont.Weight.Bold
    assert look(prose, "slant").fontItalic()
    assert look(prose, "code").fontFixedPitch()
    assert look(prose, "link").fontUnderline()
    assert look(prose, "link").foreground().color() == LIGHT.palette.accent
    assert (look(prose, "all").fontItalic(), look(prose, "all").fontWeight()) == (True, QFont.Weight.Bold)
    assert look(prose, "the").fontWeight() == QFont.Weight.Normal


def test_lists_hang_quotes_and_code_stand_in(prose: Prose) -> None:
    prose.set_text("a\n- b\n  1. c\n> d\n```\ne\n  f\n```")
    margins = {}
    block = prose._document.begin()
    while block.isValid():
        margins[block.text().strip()] = block.blockFormat().leftMargin()
        block = block.next()
    assert margins["a"] == 0 < margins["d"] < margins["b"] < margins["c"]
    assert margins["e"] == margins["f"] > 0
    assert words(prose).endswith("e\n  f")
    before = prose.grab().toImage()
    prose.set_text("a\nb\nc\nd\ne\n  f")
    assert before != prose.grab().toImage()


def test_a_long_number_has_room_before_its_words(prose: Prose) -> None:
    prose.set_text("1. a")
    short = prose._document.begin().blockFormat().leftMargin()
    prose.set_text("100. a")
    assert prose._document.begin().blockFormat().leftMargin() > 1.5 * short


def test_a_missing_picture_in_a_list_is_said_in_its_line(prose: Prose) -> None:
    prose.set_text(f"- see ![the **gate**]({PICTURE}) **there**")
    assert words(prose) == "see [picture: the **gate**] there"


def test_a_picture_stands_alone_without_blank_lines(prose: Prose, shelf: FormulaShelf) -> None:
    prose.set_text(f"![p]({PICTURE})")
    shelf.pictures._missing.discard(PICTURE)
    shelf.pictures._images[PICTURE] = QImage(20, 10, QImage.Format.Format_RGB32)
    prose.set_text(f"a\n\n![p]({PICTURE}) \n\n- b ![p]({PICTURE})\n")
    assert words(prose) == "a\n\ufffc\nb\n\ufffc"


def point_of(prose: Prose, word: str) -> QPoint:
    prose.grab()
    start = prose._document.find(word).selectionStart()
    layout = prose._document.documentLayout()
    points = (QPoint(x, y) for y in range(2, prose.height(), 4) for x in range(2, prose.width(), 4))
    return next(
        each for each in points if layout.hitTest(QPointF(each), Qt.HitTestAccuracy.ExactHit) == start + 1
    )


def box_of(prose: Prose) -> QMessageBox:
    (box,) = prose.window().findChildren(QMessageBox)
    return box


def test_a_click_on_a_link_asks_with_the_whole_address(prose: Prose, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    prose.set_text(f"see [this paper]({ADDRESS}) of theirs")
    prose.show()
    place = point_of(prose, "paper")
    QTest.mouseMove(prose, place)
    assert prose.toolTip() == ADDRESS
    QTest.mouseClick(prose, Qt.MouseButton.LeftButton, NONE, place)
    box = box_of(prose)
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert ADDRESS in box.text().replace("\n", "")
    assert not opened
    agree = next(each for each in box.buttons() if box.buttonRole(each) is QMessageBox.ButtonRole.AcceptRole)
    QTest.mouseClick(agree, Qt.MouseButton.LeftButton)
    assert opened == [QUrl(ADDRESS).toString()]
    QTest.mouseMove(prose, QPoint(2, 2))
    QTest.mouseClick(prose, Qt.MouseButton.LeftButton, NONE, QPoint(2, 2))
    assert (prose.toolTip(), opened) == ("", [ADDRESS])


def test_links_are_reached_by_keys(qtbot: QtBot, prose: Prose) -> None:
    prose.set_text("[one **or** so](https://a.test) and [two](mailto:b@c.test)")
    prose.show()
    prose.activateWindow()
    assert prose.focusPolicy() is Qt.FocusPolicy.TabFocus
    prose.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(prose.hasFocus)
    plain = prose.grab().toImage()
    assert prose.accessibleDescription() == "https://a.test"
    QTest.keyClick(prose, Qt.Key.Key_Tab)
    assert prose.accessibleDescription() == "mailto:b@c.test"
    assert prose.grab().toImage() != plain
    QTest.keyClick(prose, Qt.Key.Key_Return)
    assert "mailto:b@c.test" in box_of(prose).text()
    box_of(prose).reject()
    prose.set_text("no link")
    assert prose.focusPolicy() is Qt.FocusPolicy.NoFocus
    QTest.keyClick(prose, Qt.Key.Key_Return)


def test_the_densest_text_is_shown_within_a_frame_or_two(prose: Prose) -> None:
    prose.set_text("warm **up**")
    begun = time.process_time()
    prose.set_text("- **bold** and `code` and *so* on\n" * 30)
    prose.heightForWidth(400)
    assert time.process_time() - begun < 0.1  # 5 ms when nothing else runs


def test_of_an_address_without_end_the_begin_is_shown_and_the_rest_on_demand(prose: Prose) -> None:
    address = "https://a.test/" + "b" * 1900
    prose.set_text(f"[words]({address})")
    prose.show()
    QTest.mouseClick(prose, Qt.MouseButton.LeftButton, NONE, point_of(prose, "words"))
    box = box_of(prose)
    assert address.startswith(box.text().split("\n\n")[1].replace("\n", "").rstrip("…"))
    assert (box.text().count("\n") < 15, box.detailedText()) == (True, address)
    box.reject()
