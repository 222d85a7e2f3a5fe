"""The rows of the table of actions that practise cards, and ask how sure a person is."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

PRACTICE = (
    ActionSpec(
        "practise",
        "Cards",
        "practise",
        QT_TRANSLATE_NOOP("Actions", "Pra&ctise…"),
        QT_TRANSLATE_NOOP(
            "Actions", "Type, choose, match, fill gaps, cram or take a test; no schedule moves"
        ),
        keys=("Ctrl+P",),
        gap=True,
    ),
)
