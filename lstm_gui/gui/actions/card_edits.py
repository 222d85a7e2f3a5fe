"""The rows of the table of actions that change cards."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec
from lstm_gui.gui.undo import Place

# fmt: off
CARD_EDITS = (
    ActionSpec(
        "edit_card", "Cards", "edit_card",
        QT_TRANSLATE_NOOP("Actions", "&Edit the card…"),
        QT_TRANSLATE_NOOP("Actions", "Change the words of the card on screen, with a preview"),
        keys=("E",), place=Place.REVIEW, gap=True,
    ),
    ActionSpec(
        "new_card", "Cards", "new_card",
        QT_TRANSLATE_NOOP("Actions", "&New card…"),
        QT_TRANSLATE_NOOP("Actions", "Write a card of your own"),
        keys=("Ctrl+N",),
    ),
    ActionSpec(
        "duplicate_card", "Cards", "duplicate_card",
        QT_TRANSLATE_NOOP("Actions", "Dup&licate the card"),
        QT_TRANSLATE_NOOP("Actions", "Put a copy behind the card on screen, and edit it"),
        keys=("Ctrl+D",),
    ),
    ActionSpec(
        "bury_card", "Cards", "bury_card",
        QT_TRANSLATE_NOOP("Actions", "Not until to&morrow"),
        QT_TRANSLATE_NOOP("Actions", "Leave the card on screen out until tomorrow"),
        keys=("Ctrl+Shift+B",), gap=True,
    ),
    ActionSpec(
        "suspend_card", "Cards", "suspend_card",
        QT_TRANSLATE_NOOP("Actions", "Sus&pend the card"),
        QT_TRANSLATE_NOOP("Actions", "Leave the card on screen out until you let it in again (All cards)"),
        keys=("Ctrl+K",),
    ),
    ActionSpec(
        "delete_card", "Cards", "delete_card",
        QT_TRANSLATE_NOOP("Actions", "Delete the ca&rd"),
        QT_TRANSLATE_NOOP("Actions", "Delete the card on screen; undo brings it back with its progress"),
        keys=("Ctrl+Del",),
    ),
)
# fmt: on
