"""The row of the table of actions that shows the cards which the simulator grades."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

CHALLENGES = ActionSpec(
    "browse_challenges",
    "Lab",
    "browse_challenges",
    QT_TRANSLATE_NOOP("Actions", "Challen&ges…"),
    QT_TRANSLATE_NOOP("Actions", "Predict, build or compute something; the simulator grades it"),
    keys=("Ctrl+Shift+L",),
    gap=True,
)
