"""The rows of the table of actions that train."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec
from lstm_gui.gui.undo import Place

# fmt: off
WATCH_LEARNING = ActionSpec(
    "watch_learning", "Cards", "watch_learning",
    QT_TRANSLATE_NOOP("Actions", "Watch &it learn"),
    QT_TRANSLATE_NOOP("Actions", "Train the networks that show the answer of the card"),
    keys=("V",),
)

TRAINING = (
    ActionSpec(
        "train_play", "Lab", "train_play",
        QT_TRANSLATE_NOOP("Actions", "&Start or pause learning"),
        QT_TRANSLATE_NOOP("Actions", "Let it learn, or wait; in Compare and Limits, run what they show"),
        keys=("Space",), place=Place.TRAINING, group="train", gap=True,
    ),
    ActionSpec(
        "train_one", "Lab", "train_one",
        QT_TRANSLATE_NOOP("Actions", "&One update"),
        QT_TRANSLATE_NOOP("Actions", "Let the network learn from a single batch, and wait"),
        group="train",
    ),
    ActionSpec(
        "train_stop", "Lab", "train_stop",
        QT_TRANSLATE_NOOP("Actions", "&Back to update 0"),
        QT_TRANSLATE_NOOP("Actions", "Begin the same run again; the curve so far stays behind it"),
        group="train",
    ),
    ActionSpec(
        "train_seed", "Lab", "train_seed",
        QT_TRANSLATE_NOOP("Actions", "&New seed"),
        QT_TRANSLATE_NOOP("Actions", "Begin with other random weights and other sequences"),
        group="train",
    ),
)
# fmt: on
