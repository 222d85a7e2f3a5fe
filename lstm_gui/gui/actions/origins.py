"""The row of the table of actions that shows where a number comes from."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

ORIGINS = ActionSpec(
    "show_origins",
    "Lab",
    "show_origins",
    QT_TRANSLATE_NOOP("Actions", "&Where it comes from"),
    QT_TRANSLATE_NOOP("Actions", "Show what made the number that you point at, and follow it back"),
    keys=("W",),
)
