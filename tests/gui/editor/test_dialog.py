"""The editor by itself, in a small window and enlarged: nothing lies over anything else."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lstm_gui.gui.editor.dialog import CardEditor
from lstm_gui.gui.editor.draft import Draft
from lstm_gui.gui.editor.fields import CardFields, Known
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.style import Style
from lstm_gui.quiz.card import Card

WRONG = Draft(Card("mine", "", r"It is $\nocommand{$.", formula=r"\frac{"), "Mine", is_new=True)


def made(qtbot: QtBot, shelf: FormulaShelf, draft: Draft, zoom: int = 100) -> CardEditor:
    """An editor on screen."""
    editor = CardEditor(draft, Known(tags=("gate",)), shelf, Style(palette("light"), zoom))
    qtbot.addWidget(editor)
    editor.show()
    return editor


@pytest.mark.parametrize(("zoom", "size"), [(100, (760, 480)), (150, (760, 560)), (100, (1000, 690))])
def test_sentences_about_fields_stand_below_them(
    qtbot: QtBot, shelf: FormulaShelf, zoom: int, size: tuple[int, int]
) -> None:
    editor = made(qtbot, shelf, WRONG, zoom)
    editor.resize(*size)
    editor.save()
    fields = editor.fields
    qtbot.waitUntil(lambda: all(fields.complaints[name].text() for name in ("front", "back", "formula")))
    for name in ("front", "back", "formula"):
        qtbot.waitUntil(partial(stands_below, fields, name))


def stands_below(fields: CardFields, name: str) -> bool:
    """Whether a sentence has its room under its field."""
    sentence, field = fields.complaints[name], getattr(fields, name)
    tall_enough = sentence.height() >= sentence.heightForWidth(sentence.width())
    return bool(tall_enough and field.geometry().bottom() < sentence.geometry().top())


def test_a_scene_and_tags_that_nobody_offers_are_kept(qtbot: QtBot, shelf: FormulaShelf) -> None:
    card = Card("mine", "?", "!", tags=("a, b", "c"), scene="f" * 32 + ".scene.json", challenge="none-such")
    editor = made(qtbot, shelf, Draft(card, "Mine", is_new=False))
    assert editor.draft.card == card
    assert not editor.is_changed
    editor.fields.tags.setText("a, ga")
    editor.fields.tags.complete("gate")
    assert editor.draft.card.tags == ("a", "gate")


def test_what_could_not_be_saved_can_be_saved_again(qtbot: QtBot, shelf: FormulaShelf) -> None:
    editor = made(qtbot, shelf, Draft(Card("mine", "?", "!"), "Mine", is_new=True))
    with qtbot.waitSignal(editor.save_wanted):
        editor.save()
    with qtbot.assertNotEmitted(editor.save_wanted):
        editor.save()  # it is being saved
    editor.show_trouble("The disk is full.")
    assert editor.sentence.text() == "The disk is full."
    with qtbot.waitSignal(editor.save_wanted):
        editor.agree.click()
    editor.saved(editor.draft)
    assert editor.isHidden()


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_name_stands_beside_the_first_line_of_its_field(
    qtbot: QtBot, shelf: FormulaShelf, zoom: int
) -> None:
    card = Card("mine", "A question", "An answer", why="A reason")
    editor = made(qtbot, shelf, Draft(card, "A deck " + "that lies deep::" * 9, is_new=False), zoom)
    fields = editor.fields
    for field in (fields.front, fields.back, fields.why):
        label = next(label for label in fields.findChildren(QLabel) if label.buddy() is field)
        names = label.y() + label.contentsMargins().top() + label.fontMetrics().ascent()
        line = field.cursorRect(QTextCursor(field.document())).top() + field.fontMetrics().ascent()
        written = field.viewport().mapTo(fields, QPoint(0, line)).y()
        assert abs(names - written) <= 2 * zoom / 100
    line_edit = fields.deck.lineEdit()
    assert line_edit is not None
    assert line_edit.cursorPosition() == 0
