"""The table of everything a person can do; menus, tooltips, keys, the sheet of keys and tests follow it."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.ask import ASK
from lstm_gui.gui.actions.browse import BROWSE_CARDS
from lstm_gui.gui.actions.card_edits import CARD_EDITS
from lstm_gui.gui.actions.cells import CELLS
from lstm_gui.gui.actions.challenges import CHALLENGES
from lstm_gui.gui.actions.compare import PIN
from lstm_gui.gui.actions.copies import COPIES, TRACE
from lstm_gui.gui.actions.decks import DECKS
from lstm_gui.gui.actions.directions import DIRECTIONS
from lstm_gui.gui.actions.inputs import INPUTS, TIME
from lstm_gui.gui.actions.keeping import CHECK, MOVING
from lstm_gui.gui.actions.origins import ORIGINS
from lstm_gui.gui.actions.pictures import EXPORTS
from lstm_gui.gui.actions.practice import ASK_CONFIDENCE, PRACTISE
from lstm_gui.gui.actions.scenes import BROWSE
from lstm_gui.gui.actions.sizes import SIZES
from lstm_gui.gui.actions.spec import ActionSpec, key_names, translated
from lstm_gui.gui.actions.statistics import STATISTICS
from lstm_gui.gui.actions.train import MODEL_FILES, MODEL_USES
from lstm_gui.gui.actions.training import TRAINING, WATCH_LEARNING
from lstm_gui.gui.undo import Place

__all__ = ["BY_ID", "MENUS", "TABLE", "ActionSpec", "key_names", "spec", "translated"]

MENUS = (
    QT_TRANSLATE_NOOP("Actions", "File"),
    QT_TRANSLATE_NOOP("Actions", "Edit"),
    QT_TRANSLATE_NOOP("Actions", "View"),
    QT_TRANSLATE_NOOP("Actions", "Cards"),
    QT_TRANSLATE_NOOP("Actions", "Lab"),
    QT_TRANSLATE_NOOP("Actions", "Class"),
    QT_TRANSLATE_NOOP("Actions", "Help"),
)


def spec(name: str) -> ActionSpec:
    """The row with that id; raises KeyError when there is none."""
    return BY_ID[name]


def _rate(rating: int, text: str) -> ActionSpec:
    tip = QT_TRANSLATE_NOOP("Actions", "Say how well you knew the card")
    return ActionSpec(
        f"rate_{rating}", "Cards", "rate", text, tip, (str(rating),),
        place=Place.REVIEW, argument=rating, gap=rating == 1,
    )  # fmt: skip


def _theme(choice: str, text: str, tip: str) -> ActionSpec:
    return ActionSpec(
        f"theme_{choice}", "View", "choose_theme", text, tip, argument=choice, checkable=True, group="theme"
    )


def _tab(name: str, number: int, text: str, tip: str) -> ActionSpec:
    keys = (f"Ctrl+{number}",)
    return ActionSpec(
        f"tab_{name}", "View", "show_tab", text, tip, keys, argument=name, checkable=True, group="tab"
    )


# fmt: off
TABLE: tuple[ActionSpec, ...] = (
    ActionSpec(
        "open_scene", "File", "open_scene",
        QT_TRANSLATE_NOOP("Actions", "&Open a scene…"),
        QT_TRANSLATE_NOOP("Actions", "Open a scene file in the simulator"),
        keys=("Ctrl+O",),
    ),
    BROWSE,
    ActionSpec(
        "save_scene_as", "File", "save_scene_as",
        QT_TRANSLATE_NOOP("Actions", "&Save the scene as…"),
        QT_TRANSLATE_NOOP("Actions", "Save what the simulator shows as a scene file"),
        keys=("Ctrl+S", "Ctrl+Shift+S"),
    ),
    *EXPORTS,
    TRACE,
    *MODEL_FILES,
    ActionSpec(
        "import_deck", "File", "import_deck",
        QT_TRANSLATE_NOOP("Actions", "&Import a deck…"),
        QT_TRANSLATE_NOOP("Actions", "Bring in cards from a file; you see them first"),
        keys=("Ctrl+I",), gap=True,
    ),
    *MOVING,
    ActionSpec(
        "backups", "File", "show_backups",
        QT_TRANSLATE_NOOP("Actions", "&Backups…"),
        QT_TRANSLATE_NOOP("Actions", "See the backups of your cards and ratings, and go back to one"),
    ),
    CHECK,
    ActionSpec(
        "preferences", "File", "show_preferences",
        QT_TRANSLATE_NOOP("Actions", "&Preferences…"),
        QT_TRANSLATE_NOOP("Actions", "Choose retention, new cards a day, theme, zoom and motion"),
        keys=("Ctrl+,",), gap=True,
    ),
    ActionSpec(
        "quit", "File", "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close LSTM Lab"),
        keys=("Ctrl+Q",), gap=True,
    ),
    ActionSpec(
        "undo", "Edit", "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take back what was done last in the panel used last"),
        keys=("Ctrl+Z",), icon="undo",
    ),
    ActionSpec(
        "redo", "Edit", "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Bring back what was taken back in the simulator"),
        keys=("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo",
    ),
    ActionSpec(
        "reset", "Edit", "reset",
        QT_TRANSLATE_NOOP("Actions", "Rese&t the scene"),
        QT_TRANSLATE_NOOP("Actions", "Put every value back as the scene had it"),
        keys=("R",), gap=True,
    ),
    *COPIES,
    _tab(
        "cell", 1,
        QT_TRANSLATE_NOOP("Actions", "&Cell"),
        QT_TRANSLATE_NOOP("Actions", "Show the cell at one step, and its run through time"),
    ),
    _tab(
        "compare", 2,
        QT_TRANSLATE_NOOP("Actions", "C&ompare"),
        QT_TRANSLATE_NOOP("Actions", "Show up to four cells side by side on one input"),
    ),
    _tab(
        "gradients", 3,
        QT_TRANSLATE_NOOP("Actions", "&Gradients"),
        QT_TRANSLATE_NOOP("Actions", "Show how far back gradients reach, in an RNN, an LSTM and a GRU"),
    ),
    _tab(
        "train", 4,
        QT_TRANSLATE_NOOP("Actions", "Trai&n"),
        QT_TRANSLATE_NOOP("Actions", "Watch a network learn to forecast, to read and to remember"),
    ),
    _theme(
        "system",
        QT_TRANSLATE_NOOP("Actions", "As the &system"),
        QT_TRANSLATE_NOOP("Actions", "Follow the system's light or dark theme"),
    ),
    _theme(
        "light",
        QT_TRANSLATE_NOOP("Actions", "&Light"),
        QT_TRANSLATE_NOOP("Actions", "Dark text on a light ground"),
    ),
    _theme(
        "dark",
        QT_TRANSLATE_NOOP("Actions", "&Dark"),
        QT_TRANSLATE_NOOP("Actions", "Light text on a dark ground"),
    ),
    ActionSpec(
        "zoom_in", "View", "zoom_by",
        QT_TRANSLATE_NOOP("Actions", "Zoom &in"),
        QT_TRANSLATE_NOOP("Actions", "Make the content larger"),
        keys=("Ctrl++", "Ctrl+="), argument=25, gap=True,
    ),
    ActionSpec(
        "zoom_out", "View", "zoom_by",
        QT_TRANSLATE_NOOP("Actions", "Zoom &out"),
        QT_TRANSLATE_NOOP("Actions", "Make the content smaller"),
        keys=("Ctrl+-",), argument=-25,
    ),
    ActionSpec(
        "zoom_reset", "View", "zoom_reset",
        QT_TRANSLATE_NOOP("Actions", "&Normal size"),
        QT_TRANSLATE_NOOP("Actions", "Show the content at 100 %"),
        keys=("Ctrl+0",),
    ),
    *TIME,
    ActionSpec(
        "motion", "View", "set_motion",
        QT_TRANSLATE_NOOP("Actions", "&Motion"),
        QT_TRANSLATE_NOOP("Actions", "Let changes flash and move"),
        checkable=True, gap=True,
    ),
    ActionSpec(
        "reveal", "Cards", "reveal",
        QT_TRANSLATE_NOOP("Actions", "Re&veal the answer"),
        QT_TRANSLATE_NOOP("Actions", "Show the answer of the card, or answer it where it is graded"),
        keys=("Space", "Return", "Enter"), place=Place.REVIEW,
    ),
    ActionSpec(
        "show_scene", "Cards", "show_scene",
        QT_TRANSLATE_NOOP("Actions", "&Show it in the simulator, or go back"),
        QT_TRANSLATE_NOOP("Actions", "Go to the scene of the card; once more brings your own state back"),
        keys=("S",),
    ),
    WATCH_LEARNING,
    ASK_CONFIDENCE,
    _rate(1, QT_TRANSLATE_NOOP("Actions", "Rate &1: not at all")),
    _rate(2, QT_TRANSLATE_NOOP("Actions", "Rate &2: barely")),
    _rate(3, QT_TRANSLATE_NOOP("Actions", "Rate &3: partly")),
    _rate(4, QT_TRANSLATE_NOOP("Actions", "Rate &4: well")),
    _rate(5, QT_TRANSLATE_NOOP("Actions", "Rate &5: perfectly")),
    *CARD_EDITS,
    BROWSE_CARDS,
    *DECKS,
    PRACTISE,
    *STATISTICS,
    ActionSpec(
        "play", "Lab", "play",
        QT_TRANSLATE_NOOP("Actions", "&Play or pause"),
        QT_TRANSLATE_NOOP("Actions", "Let the steps run by themselves, or stop them"),
        keys=("Space",), place=Place.SIMULATOR,
    ),
    ActionSpec(
        "step_back", "Lab", "step_by",
        QT_TRANSLATE_NOOP("Actions", "Step &back"),
        QT_TRANSLATE_NOOP("Actions", "Show the step before"),
        keys=("Left",), argument=-1, gap=True,
    ),
    ActionSpec(
        "step_forward", "Lab", "step_by",
        QT_TRANSLATE_NOOP("Actions", "Step &forward"),
        QT_TRANSLATE_NOOP("Actions", "Show the next step"),
        keys=("Right",), argument=1,
    ),
    ActionSpec(
        "first_step", "Lab", "first_step",
        QT_TRANSLATE_NOOP("Actions", "F&irst step"),
        QT_TRANSLATE_NOOP("Actions", "Go to the start of the sequence"),
        keys=("Home",),
    ),
    ActionSpec(
        "last_step", "Lab", "last_step",
        QT_TRANSLATE_NOOP("Actions", "&Last step"),
        QT_TRANSLATE_NOOP("Actions", "Go to the end of the sequence"),
        keys=("End",),
    ),
    ActionSpec(
        "slower", "Lab", "change_speed",
        QT_TRANSLATE_NOOP("Actions", "Sl&ower"),
        QT_TRANSLATE_NOOP("Actions", "Play the steps more slowly"),
        keys=("-",), argument=-1, gap=True,
    ),
    ActionSpec(
        "faster", "Lab", "change_speed",
        QT_TRANSLATE_NOOP("Actions", "F&aster"),
        QT_TRANSLATE_NOOP("Actions", "Play the steps faster"),
        keys=("+", "="), argument=1,
    ),
    *CELLS,
    *SIZES,
    *DIRECTIONS,
    PIN,
    *TRAINING,
    *MODEL_USES,
    *INPUTS,
    ORIGINS,
    CHALLENGES,
    ASK,
    ActionSpec(
        "explain", "Lab", "show_explanation",
        QT_TRANSLATE_NOOP("Actions", "&How its weights follow…"),
        QT_TRANSLATE_NOOP("Actions", "Read how a program built by hand was made, step by step"),
        gap=True,
    ),
    ActionSpec(
        "present", "Class", "present",
        QT_TRANSLATE_NOOP("Actions", "&Present"),
        QT_TRANSLATE_NOOP("Actions", "Show the simulator over the whole screen, for a class"),
        keys=("F5",),
    ),
    ActionSpec(
        "class_scenes", "Class", "choose_class_scenes",
        QT_TRANSLATE_NOOP("Actions", "&Choose the scenes to present…"),
        QT_TRANSLATE_NOOP("Actions", "Choose the scenes that PgUp and PgDn step through"),
    ),
    ActionSpec(
        "keys", "Help", "show_keys",
        QT_TRANSLATE_NOOP("Actions", "&Keys"),
        QT_TRANSLATE_NOOP("Actions", "Show every key on one sheet"),
        keys=("F1",),
    ),
    ActionSpec(
        "copy_report", "Help", "copy_report",
        QT_TRANSLATE_NOOP("Actions", "Copy a &report"),
        QT_TRANSLATE_NOOP("Actions", "Copy versions and the last lines of the log, for someone who can help"),
        gap=True,
    ),
    ActionSpec(
        "open_log_folder", "Help", "open_log_folder",
        QT_TRANSLATE_NOOP("Actions", "Open the &log folder"),
        QT_TRANSLATE_NOOP("Actions", "Open the folder that holds the log files"),
    ),
    ActionSpec(
        "about", "Help", "show_about",
        QT_TRANSLATE_NOOP("Actions", "&About LSTM Lab"),
        QT_TRANSLATE_NOOP("Actions", "What this is, its version and its licences"),
        gap=True,
    ),
)
# fmt: on

BY_ID = {row.id: row for row in TABLE}
