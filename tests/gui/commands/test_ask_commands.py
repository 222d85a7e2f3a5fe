"""What the simulator shows becomes a card: asked in the window, reviewed, graded, and its scene opened."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.ask.dialog import AskDialog
from lstm_gui.gui.operations.edit_cards import Edited, undo_edit
from lstm_gui.gui.quiz.review import local_now
from lstm_gui.quiz.card import Card
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.store.collection import Collection
from lstm_gui.store.edits import Edits
from lstm_gui.store.errors import NotSaved
from tests.gui.conftest import Lab


def dialog_of(lab: Lab) -> AskDialog:
    """The dialog that is open."""
    return next(one for one in lab.window.findChildren(AskDialog) if one.isVisible())


def first_of_mine(held: Collection) -> tuple[Card, bytes | None, bytes | None]:
    """The first card of the deck, with its question and its scene."""
    card = held.cards("Mine")[0]
    return card, held.medium(card.challenge), held.medium(card.scene)


def asked(lab: Lab, qtbot: QtBot, deck: str) -> Edited:
    """A card made of what the simulator shows, by its keys."""
    collection = lab.window.decks.collection
    assert collection is not None
    lab.window.actions_by_id["ask_about_this"].trigger()
    dialog = dialog_of(lab)
    dialog.fields.deck.setCurrentText(deck)
    QTest.keyClicks(dialog.fields.words, "What is it now?")
    with qtbot.waitSignal(collection.edited) as told:
        QTest.keyClick(dialog.fields.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (edited,) = told.args
    assert isinstance(edited, Edited)
    return edited


def test_a_card_of_ones_own_is_in_the_deck_with_its_question_and_scene(lab: Lab, qtbot: QtBot) -> None:
    collection = lab.window.decks.collection
    assert collection is not None
    lab.window.controller.edit(Quantity("b_f", 0, 0), 1.25)
    edited = asked(lab, qtbot, "Mine")
    assert edited.edit is not None
    assert (edited.edit.deck, edited.edit.count) == ("Mine", 1)
    found: list[Any] = []
    job = collection.job(lab.window)
    job.succeeded.connect(found.append)
    collection.run(job, first_of_mine)
    qtbot.waitUntil(lambda: bool(found))
    card, question, scene = found[0]
    assert question is not None
    assert scene is not None
    assert card.front == "What is it now?"
    assert b"1.25" in question
    assert b"1.25" in scene
    qtbot.waitUntil(lambda: "Mine" in lab.window.toast.text())


def test_a_button_on_the_card_of_the_cell_asks_too_and_rests_while_it_may_not(lab: Lab) -> None:
    button, action = lab.window.simulator.diagram.head.more, lab.window.actions_by_id["ask_about_this"]
    assert button is not None
    assert "Ctrl+Shift+K" in button.toolTip()
    assert button.grab().width() > 0
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setEnabled(True)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog_of(lab).reject()


def test_its_scene_opens_in_the_simulator_and_leads_back(lab: Lab, qtbot: QtBot) -> None:
    lab.window.controller.edit(Quantity("b_f", 0, 0), 1.25)
    collection = lab.window.decks.collection
    assert collection is not None
    asked(lab, qtbot, "Mine")
    names: list[object] = []
    job = collection.job(lab.window)
    job.succeeded.connect(names.append)
    collection.run(job, lambda held: held.cards("Mine")[0].scene)
    qtbot.waitUntil(lambda: bool(names))
    lab.window.controller.edit(Quantity("b_f", 0, 0), -2.0)
    own = lab.window.controller.state
    name = str(names[0])
    lab.window.commands.visit_scene(name)
    qtbot.waitUntil(lambda: lab.window.visit.scene_name == name)
    assert lab.window.controller.state.scene.cell.array("b_f")[0][0] == 1.25
    lab.window.commands.visit_scene(name)
    assert lab.window.controller.state == own


def test_a_card_of_ones_own_can_be_undone(lab: Lab, qtbot: QtBot) -> None:
    collection = lab.window.decks.collection
    assert collection is not None
    asked(lab, qtbot, "Mine")
    decks: list[object] = []
    job = collection.job(lab.window)
    job.succeeded.connect(decks.append)
    with qtbot.waitSignal(collection.edited):
        collection.run(collection.job(lab.window), lambda held: undo_edit(held, local_now()))
    collection.run(job, lambda held: [deck.name for deck in held.decks(local_now(), 10)])
    qtbot.waitUntil(lambda: bool(decks))
    assert "Mine" not in str(decks[0])


def test_a_scene_that_is_gone_is_told_in_a_sentence(lab: Lab, qtbot: QtBot) -> None:
    lab.window.commands.visit_scene("0" * 32 + ".scene.json")
    qtbot.waitUntil(lambda: "not in the collection" in lab.window.banner.sentence.text())
    QApplication.processEvents()
    assert not lab.window.visit.scene_name


@pytest.mark.parametrize("left", [False, True])
def test_a_question_that_cannot_be_saved_stays_where_it_was_written(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, left: bool
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise NotSaved("The disk is full; free some space.")

    with monkeypatch.context() as patch:
        patch.setattr(Edits, "add", fail)
        lab.window.actions_by_id["ask_about_this"].trigger()
        dialog = dialog_of(lab)
        dialog.fields.deck.setCurrentText("Mine")
        dialog.accept()
        if left:
            dialog.reject()
            qtbot.waitUntil(lambda: "disk is full" in lab.window.banner.sentence.text())
            return
        qtbot.waitUntil(lambda: "disk is full" in dialog.sentence.text())
    dialog.accept()
    qtbot.waitUntil(lambda: "Mine" in lab.window.toast.text())
