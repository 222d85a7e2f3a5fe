"""The rows of the table of actions about what is kept: decks that come and leave, and the check."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

# fmt: off
MOVING: tuple[ActionSpec, ...] = (
    ActionSpec(
        "import_clipboard", "File", "bring_clipboard",
        QT_TRANSLATE_NOOP("Actions", "Import from the &clipboard…"),
        QT_TRANSLATE_NOOP("Actions", "Make cards of a copied table or of Markdown; you see them first"),
        keys=("Ctrl+Alt+V",),
    ),
    ActionSpec(
        "export_deck", "File", "export_deck",
        QT_TRANSLATE_NOOP("Actions", "Export a &deck…"),
        QT_TRANSLATE_NOOP("Actions", "Save a deck as a file: complete, for Anki, as Markdown or as a table"),
        keys=("Ctrl+Shift+X",),
    ),
    ActionSpec(
        "export_everything", "File", "export_everything",
        QT_TRANSLATE_NOOP("Actions", "Export e&verything…"),
        QT_TRANSLATE_NOOP("Actions", "Copy all cards and ratings to one file, which brings them all back"),
    ),
)
CHECK = ActionSpec(
    "check_collection", "File", "check_collection",
    QT_TRANSLATE_NOOP("Actions", "Chec&k the collection…"),
    QT_TRANSLATE_NOOP("Actions", "Read all of your cards and ratings, and mend what can be mended"),
)
# fmt: on
