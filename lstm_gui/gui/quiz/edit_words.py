"""What is said of an edit of cards: once it is done, once it is taken back, and in the menu."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.operations.edit_cards import Edited, Step
from lstm_gui.gui.quiz.words import counted
from lstm_gui.store.journal import Edit

translate = QCoreApplication.translate


def said(edited: Edited) -> str:
    """One sentence about an edit, "" where nothing was changed."""
    if edited.edit is None:
        return ""
    if edited.step is Step.DONE:
        return _done(edited.edit)
    what = label(edited.edit)
    back, again = translate("Edits", "Taken back: {what}."), translate("Edits", "Done again: {what}.")
    return (back if edited.step is Step.UNDONE else again).format(what=what)


def label(edit: Edit) -> str:
    """What Ctrl+Z would take back: "the deletion of 3 cards"."""
    n = edit.count
    words = {
        "add": counted(n, translate("Edits", "the new card"), translate("Edits", "{n} new cards")),
        "duplicate": counted(
            n, translate("Edits", "the copy of a card"), translate("Edits", "the copies of {n} cards")
        ),
        "change": counted(
            n, translate("Edits", "the change of a card"), translate("Edits", "the change of {n} cards")
        ),
        "tag": counted(
            n, translate("Edits", "the tag of a card"), translate("Edits", "the tags of {n} cards")
        ),
        "untag": counted(
            n, translate("Edits", "taking a tag off a card"), translate("Edits", "taking a tag off {n} cards")
        ),
        "move": counted(
            n, translate("Edits", "the move of a card"), translate("Edits", "the move of {n} cards")
        ),
        "suspend": counted(
            n,
            translate("Edits", "the suspension of a card"),
            translate("Edits", "the suspension of {n} cards"),
        ),
        "unsuspend": counted(
            n, translate("Edits", "letting a card in"), translate("Edits", "letting {n} cards in")
        ),
        "bury": counted(
            n,
            translate("Edits", "leaving a card for tomorrow"),
            translate("Edits", "leaving {n} cards for tomorrow"),
        ),
        "unbury": counted(
            n, translate("Edits", "letting a card in"), translate("Edits", "letting {n} cards in")
        ),
        "delete": counted(
            n, translate("Edits", "the deletion of a card"), translate("Edits", "the deletion of {n} cards")
        ),
        "reposition": translate("Edits", "the order of the cards"),
        "deck": translate("Edits", "the settings of “{deck}”"),
        "rename": translate("Edits", "the new name of “{deck}”"),
        "delete deck": translate("Edits", "the deletion of “{deck}”"),
        "import": translate("Edits", "the import of “{deck}”"),
    }
    return words.get(edit.kind, edit.kind).format(deck=edit.deck, n=n)


def _done(edit: Edit) -> str:
    n = edit.count
    words = {
        "add": counted(
            n,
            translate("Edits", "The new card is in “{deck}”."),
            translate("Edits", "{n} new cards are in “{deck}”."),
        ),
        "duplicate": counted(
            n, translate("Edits", "The card has a copy."), translate("Edits", "{n} cards have copies.")
        ),
        "change": translate("Edits", "Saved."),
        "tag": counted(
            n, translate("Edits", "One card is tagged."), translate("Edits", "{n} cards are tagged.")
        ),
        "untag": counted(
            n, translate("Edits", "One card lost the tag."), translate("Edits", "{n} cards lost the tag.")
        ),
        "move": counted(
            n,
            translate("Edits", "One card is in “{deck}” now."),
            translate("Edits", "{n} cards are in “{deck}” now."),
        ),
        "suspend": counted(
            n, translate("Edits", "The card is suspended."), translate("Edits", "{n} cards are suspended.")
        ),
        "unsuspend": counted(
            n,
            translate("Edits", "The card is asked again."),
            translate("Edits", "{n} cards are asked again."),
        ),
        "bury": counted(
            n,
            translate("Edits", "The card waits until tomorrow."),
            translate("Edits", "{n} cards wait until tomorrow."),
        ),
        "unbury": counted(
            n,
            translate("Edits", "The card is asked again."),
            translate("Edits", "{n} cards are asked again."),
        ),
        "delete": counted(
            n, translate("Edits", "The card is deleted."), translate("Edits", "{n} cards are deleted.")
        ),
        "reposition": translate("Edits", "The cards stand in another order."),
        "deck": translate("Edits", "“{deck}” is set."),
        "rename": translate("Edits", "“{deck}” has another name."),
        "delete deck": translate("Edits", "“{deck}” is deleted."),
        "import": translate("Edits", "“{deck}” is in your collection."),
    }
    return words.get(edit.kind, edit.kind).format(deck=edit.deck, n=n)
