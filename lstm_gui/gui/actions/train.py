"""The rows of the table of actions that take a trained network out of the training lab, and into it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

# fmt: off
MODEL_FILES = (
    ActionSpec(
        "open_model", "File", "open_model",
        QT_TRANSLATE_NOOP("Actions", "&Open a model…"),
        QT_TRANSLATE_NOOP("Actions", "Open a trained network, see how good it is, and learn on with it"),
        group="model", gap=True,
    ),
    ActionSpec(
        "save_model", "File", "save_model",
        QT_TRANSLATE_NOOP("Actions", "&Save the model…"),
        QT_TRANSLATE_NOOP("Actions", "Save the network as it is shown: to learn on with it, or elsewhere"),
        group="model",
    ),
    ActionSpec(
        "export_onnx", "File", "export_onnx",
        QT_TRANSLATE_NOOP("Actions", "Export as ONN&X…"),
        QT_TRANSLATE_NOOP("Actions", "Write the network as it is shown for other programs to run"),
        group="model",
    ),
    ActionSpec(
        "export_run", "File", "export_run",
        QT_TRANSLATE_NOOP("Actions", "Export the &run as CSV…"),
        QT_TRANSLATE_NOOP("Actions", "Write the losses, rates and changes of the run as a table"),
        group="model",
    ),
)

MODEL_USES = (
    ActionSpec(
        "model_to_simulator", "Lab", "model_to_simulator",
        QT_TRANSLATE_NOOP("Actions", "Open in the s&imulator"),
        QT_TRANSLATE_NOOP("Actions", "Move the weights of the trained cell by hand, on a new sequence"),
        group="train", gap=True,
    ),
    ActionSpec(
        "ask_about_model", "Lab", "ask_about_model",
        QT_TRANSLATE_NOOP("Actions", "&Ask about the trained cell…"),
        QT_TRANSLATE_NOOP("Actions", "Make a card of what the trained cell computes"),
        group="train",
    ),
)
# fmt: on
