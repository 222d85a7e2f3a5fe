"""The rows of the table of actions about the directions of time in which a sequence is read."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec
from lstm_gui.gui.undo import Place

# fmt: off
DIRECTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "both_directions", "Lab", "read_both_ways",
        QT_TRANSLATE_NOOP("Actions", "Read in both &directions"),
        QT_TRANSLATE_NOOP("Actions", "A second cell reads the sequence from its end"),
        keys=("Ctrl+B",), checkable=True,
    ),
    ActionSpec(
        "other_direction", "Lab", "look_other_way",
        QT_TRANSLATE_NOOP("Actions", "Look at the othe&r direction"),
        QT_TRANSLATE_NOOP("Actions", "Show the equations and the weights of the other of two cells"),
        keys=("B",), place=Place.SIMULATOR,
    ),
)
# fmt: on
