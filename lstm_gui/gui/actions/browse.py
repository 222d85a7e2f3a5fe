"""The row of the table of actions that shows all cards."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

BROWSE_CARDS = ActionSpec(
    "browse_cards",
    "Cards",
    "browse_cards",
    QT_TRANSLATE_NOOP("Actions", "&All cards…"),
    QT_TRANSLATE_NOOP("Actions", "Search every card, look at its schedule, change, tag, move or delete it"),
    keys=("Ctrl+F",),
    gap=True,
)
