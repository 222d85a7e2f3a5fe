"""The rows of the table of actions by which what is shown leaves as a picture or an animation."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

# fmt: off
EXPORTS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "export_picture", "File", "export_picture",
        QT_TRANSLATE_NOOP("Actions", "&Export a picture…"),
        QT_TRANSLATE_NOOP("Actions", "Save all that is shown, or one card, as PNG, SVG or PDF"),
        keys=("Ctrl+E",),
    ),
    ActionSpec(
        "export_animation", "File", "export_animation",
        QT_TRANSLATE_NOOP("Actions", "Export an &animation…"),
        QT_TRANSLATE_NOOP("Actions", "Save the steps as they play: a GIF, an animated PNG, a WebP or an MP4"),
        keys=("Ctrl+Shift+A",),
    ),
)

COPY = ActionSpec(
    "copy_picture", "Edit", "copy_picture",
    QT_TRANSLATE_NOOP("Actions", "Copy a p&icture"),
    QT_TRANSLATE_NOOP("Actions", "Copy a picture of the card the keyboard is in, or of all that is shown"),
    keys=("Ctrl+Shift+I",), gap=True,
)
# fmt: on
