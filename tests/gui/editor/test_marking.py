"""Marks are put around what is selected, by keys, and taken away by the same keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.editor.marking import BOLD, CODE, FORMULA, SLANTED, Marked, marked
from lstm_gui.gui.editor.text_box import TextBox

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("text", "mark", "made"),
    [
        ("a <gate> b", BOLD, "a **<gate>** b"),
        ("a < gate >b", FORMULA, "a  $<gate>$ b"),
        ("a <>b", CODE, "a `<>`b"),
        ("**<gate>**", BOLD, "<gate>"),
        ("<**gate**>", BOLD, "<gate>"),
        ("**<gate>**", SLANTED, "***<gate>***"),
        ("***<gate>***", SLANTED, "**<gate>**"),
        ("<- one\n\n2. two>", BOLD, "<- **one**\n\n2. **two**>"),
        ("<- **one**\n2. **two**>", BOLD, "<- one\n2. two>"),
        ("a <one\ntwo> b", CODE, "a \n```\n<one\ntwo>\n```\n b"),
        ("<one\ntwo>", CODE, "```\n<one\ntwo>\n```"),
    ],
)
def test_a_mark_is_put_and_taken(text: str, mark: str, made: str) -> None:
    start, end = text.index("<"), text.index(">") - 1
    found = marked(text.replace("<", "").replace(">", ""), start, end, mark)
    assert (
        f"{found.text[: found.start]}<{found.text[found.start : found.end]}>{found.text[found.end :]}" == made
    )


@given(st.text("ab \n"), st.integers(0, 20), st.integers(0, 20), st.sampled_from([BOLD, SLANTED, FORMULA]))
def test_twice_is_as_before(text: str, start: int, length: int, mark: str) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    if text[start:end].strip():
        once = marked(text, start, end, mark)
        twice = marked(*once, mark)
        assert once.text != text
        assert [line.rstrip() for line in twice.text.split("\n")] == [
            line.rstrip() for line in text.split("\n")
        ]


def test_keys_mark_the_selection_in_one_step(qtbot: QtBot) -> None:
    box = TextBox()
    qtbot.addWidget(box)
    box.setPlainText("𝜎 gate")
    cursor = box.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(7, cursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    QTest.keyClick(box, Qt.Key.Key_B, CTRL)
    assert (box.toPlainText(), box.textCursor().selectedText()) == ("𝜎 **gate**", "gate")
    QTest.keyClick(box, Qt.Key.Key_I, CTRL)
    assert box.toPlainText() == "𝜎 ***gate***"
    box.undo()
    box.undo()
    assert box.toPlainText() == "𝜎 gate"
    box.clear()
    QTest.keyClick(box, Qt.Key.Key_M, CTRL)
    QTest.keyClicks(box, "c")
    assert box.toPlainText() == "$c$"
    box.clear()
    QTest.keyClick(box, Qt.Key.Key_C, CTRL | SHIFT)
    assert (box.toPlainText(), box.textCursor().position()) == ("``", 1)


def test_spaces_alone_are_not_marked() -> None:
    assert marked("a  b", 1, 3, BOLD) == Marked("a  ****b", 5, 5)
