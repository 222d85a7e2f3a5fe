"""The rows of the table of actions by which a scene leaves: as a program, a text, a table of its numbers."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.pictures import COPY
from lstm_gui.gui.actions.spec import ActionSpec


def _code(name: str, text: str, tip: str) -> ActionSpec:
    return ActionSpec(f"copy_{name}", "Edit", "copy_code", text, tip, argument=name, group="code")


# fmt: off
TRACE = ActionSpec(
    "export_trace", "File", "export_trace",
    QT_TRANSLATE_NOOP("Actions", "Export the &numbers…"),
    QT_TRANSLATE_NOOP("Actions", "Save every quantity at every step as CSV, JSON or NPZ"),
    keys=("Ctrl+Shift+E",),
)

COPIES: tuple[ActionSpec, ...] = (
    COPY,
    _code(
        "numpy",
        QT_TRANSLATE_NOOP("Actions", "&NumPy"),
        QT_TRANSLATE_NOOP("Actions", "Copy a program with every equation, which computes what is shown"),
    ),
    _code(
        "pytorch",
        QT_TRANSLATE_NOOP("Actions", "&PyTorch"),
        QT_TRANSLATE_NOOP("Actions", "Copy a PyTorch program that computes what is shown"),
    ),
    _code(
        "keras",
        QT_TRANSLATE_NOOP("Actions", "&Keras"),
        QT_TRANSLATE_NOOP("Actions", "Copy a Keras program that computes what is shown"),
    ),
    ActionSpec(
        "copy_scene", "Edit", "copy_scene",
        QT_TRANSLATE_NOOP("Actions", "Copy the &scene as text"),
        QT_TRANSLATE_NOOP("Actions", "Copy what the simulator shows as a short text, to send or to keep"),
        keys=("Ctrl+Shift+C",),
    ),
    ActionSpec(
        "paste_scene", "Edit", "paste_scene",
        QT_TRANSLATE_NOOP("Actions", "&Paste a scene"),
        QT_TRANSLATE_NOOP("Actions", "Open the scene whose text was copied"),
        keys=("Ctrl+Shift+V",),
    ),
)
# fmt: on
