"""The row of the table of actions that pins a run, to be compared with."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

PIN = ActionSpec(
    "pin_run",
    "Lab",
    "pin_run",
    QT_TRANSLATE_NOOP("Actions", "Pi&n this run"),
    QT_TRANSLATE_NOOP("Actions", "Keep the run as it stands as a pale ghost behind what you change"),
    keys=("Ctrl+Shift+P",),
    gap=True,
)
