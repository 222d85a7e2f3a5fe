"""The row of the table of actions that makes a question of what the simulator shows."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

ASK = ActionSpec(
    "ask_about_this",
    "Lab",
    "ask_about_this",
    QT_TRANSLATE_NOOP("Actions", "A&sk about this…"),
    QT_TRANSLATE_NOOP("Actions", "Make a card of what the simulator shows, which the simulator will grade"),
    keys=("Ctrl+Shift+K",),
)
