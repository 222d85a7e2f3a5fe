"""The rows of the table of actions about decks: which one is reviewed, and what is set for it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

# fmt: off
DECKS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "choose_deck", "Cards", "choose_deck",
        QT_TRANSLATE_NOOP("Actions", "Choose a dec&k…"),
        QT_TRANSLATE_NOOP("Actions", "See the decks, and review one of them with the decks in it"),
        keys=("Ctrl+Shift+D",), gap=True,
    ),
    ActionSpec(
        "deck_settings", "Cards", "show_deck_settings",
        QT_TRANSLATE_NOOP("Actions", "Deck settin&gs…"),
        QT_TRANSLATE_NOOP("Actions", "Set new cards a day, recall, exam and name of the deck under review"),
    ),
    ActionSpec(
        "new_deck", "Cards", "make_deck",
        QT_TRANSLATE_NOOP("Actions", "Ne&w deck…"),
        QT_TRANSLATE_NOOP("Actions", "Make an empty deck, which cards can be moved to"),
    ),
)
# fmt: on
