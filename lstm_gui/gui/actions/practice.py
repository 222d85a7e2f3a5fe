"""The rows of the table of actions that practise cards, and ask how sure a person is."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

PRACTISE = ActionSpec(
    "practise",
    "Cards",
    "practise",
    QT_TRANSLATE_NOOP("Actions", "Pra&ctise…"),
    QT_TRANSLATE_NOOP("Actions", "Type, choose, match, fill gaps, cram or take a test; no schedule moves"),
    keys=("Ctrl+P",),
    gap=True,
)
ASK_CONFIDENCE = ActionSpec(
    "ask_confidence",
    "Cards",
    "ask_confidence",
    QT_TRANSLATE_NOOP("Actions", "Ask h&ow sure I am"),
    QT_TRANSLATE_NOOP("Actions", "Say before each answer how sure you are, by the keys 1 to 5"),
    checkable=True,
)
