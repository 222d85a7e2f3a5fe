"""Each change of cards says what it changed, and Ctrl+Z in review takes back what was done there last."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.operations import edit_cards
from lstm_gui.gui.operations.edit_cards import Edited, Step, TakenBack, take_back
from lstm_gui.store.collection import Collection
from tests.store.study import NOW, card, deck, rate


def test_each_change_says_what_it_changed(collection: Collection) -> None:
    one = ("card-0",)
    other = replace(card(0), front="Other words")
    done = [
        edit_cards.change_card(collection, other, "Gates", NOW),
        edit_cards.tag_cards(collection, one, ["mine"], NOW),
        edit_cards.untag_cards(collection, one, ["mine"], NOW),
        edit_cards.move_cards(collection, one, "Other", NOW),
        edit_cards.suspend_cards(collection, one, NOW),
        edit_cards.suspend_cards(collection, one, NOW, on=False),
        edit_cards.bury_cards(collection, one, NOW),
        edit_cards.bury_cards(collection, one, NOW, on=False),
        edit_cards.delete_cards(collection, one, NOW),
    ]
    assert {edited.uids for edited in done} == {one}
    kinds = ["change", "tag", "untag", "move", "suspend", "unsuspend", "bury", "unbury", "delete"]
    assert [edited.edit.kind for edited in done if edited.edit] == kinds
    assert edit_cards.suspend_cards(collection, one, NOW) == Edited(None)  # it is deleted
    for edited in reversed(done):
        undone = edit_cards.undo_edit(collection, NOW)
        assert (undone.edit, undone.step) == (edited.edit, Step.UNDONE)
    assert edit_cards.redo_edit(collection, NOW) == Edited(done[0].edit, Step.REDONE)
    assert collection.card("card-0") == other
    assert edit_cards.add_card(collection, replace(card(0), uid="mine"), "New", NOW).uids == ("mine",)
    (copy,) = edit_cards.duplicate_cards(collection, ["mine"], NOW).uids
    assert [each.uid for each in collection.cards("New")] == ["mine", copy]


def test_ctrl_z_in_review_takes_back_what_was_done_there_last(collection: Collection) -> None:
    first = rate(collection, "card-0")
    later = NOW + timedelta(minutes=1)
    here = edit_cards.suspend_cards(collection, ["card-1"], later)
    assert here.edit is not None
    made_here = frozenset({here.edit.id})
    assert take_back(collection, later, frozenset()) == TakenBack(rating=first)  # not made in review
    second = rate(collection, "card-0", now=later + timedelta(minutes=1))
    assert take_back(collection, later, made_here) == TakenBack(rating=second)
    assert take_back(collection, later, made_here) == TakenBack(Edited(here.edit, Step.UNDONE))
    assert take_back(collection, later, made_here) == TakenBack()


def test_everybody_hears_of_a_change(qtbot: QtBot, tmp_path: Path) -> None:
    thread = CollectionThread(tmp_path)
    job = thread.job(thread)
    try:
        with qtbot.waitSignal(job.succeeded):
            thread.run(job, lambda collection: collection.import_deck(deck(), NOW))
        with qtbot.waitSignal(thread.edited) as heard:
            thread.run(job, lambda collection: edit_cards.delete_cards(collection, ["card-0"], NOW))
        assert heard.args[0].uids == ("card-0",)
        with qtbot.waitSignal(thread.edited) as heard:
            thread.run(job, lambda collection: take_back(collection, NOW, frozenset({2})))
        assert heard.args[0].step is Step.UNDONE
        with qtbot.assertNotEmitted(thread.edited), qtbot.waitSignal(job.succeeded):
            thread.run(job, lambda collection: edit_cards.delete_cards(collection, ["nobody"], NOW))
    finally:
        thread.close()
