"""The row of the table of actions that shows every bundled scene."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

BROWSE = ActionSpec(
    "browse_scenes",
    "File",
    "browse_scenes",
    QT_TRANSLATE_NOOP("Actions", "Bro&wse scenes…"),
    QT_TRANSLATE_NOOP("Actions", "See every scene that comes with LSTM Lab, by topic, and search them"),
    keys=("Ctrl+L",),
)
