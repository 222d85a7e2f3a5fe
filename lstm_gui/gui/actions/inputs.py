"""The rows of the table of actions about what the cell reads, and about which of its steps are in view."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec
from lstm_gui.gui.undo import Place

PRESET = "input_"  # begins the id of an action that chooses a preset; the preset's own id follows


def _preset(name: str, text: str, tip: str, *, gap: bool = False) -> ActionSpec:
    return ActionSpec(
        f"{PRESET}{name}", "Lab", "choose_preset", text, tip, argument=name, group="inputs", gap=gap
    )


def _time(name: str, handler: str, way: int | None, texts: tuple[str, str], *keys: str) -> ActionSpec:
    return ActionSpec(f"time_{name}", "View", handler, *texts, keys=keys, argument=way, group="time")


# fmt: off
TIME: tuple[ActionSpec, ...] = (
    _time("nearer", "zoom_time", 1, (
        QT_TRANSLATE_NOOP("Actions", "&Fewer steps"),
        QT_TRANSLATE_NOOP("Actions", "Show fewer steps, farther apart (Ctrl + wheel)"),
    ), "Alt++", "Alt+="),
    _time("farther", "zoom_time", -1, (
        QT_TRANSLATE_NOOP("Actions", "&More steps"),
        QT_TRANSLATE_NOOP("Actions", "Show more steps, closer together (Ctrl + wheel)"),
    ), "Alt+-"),
    _time("earlier", "pan_time", -1, (
        QT_TRANSLATE_NOOP("Actions", "&Earlier steps"),
        QT_TRANSLATE_NOOP("Actions", "Show the steps before those in view (Shift + wheel)"),
    ), "Alt+Left"),
    _time("later", "pan_time", 1, (
        QT_TRANSLATE_NOOP("Actions", "&Later steps"),
        QT_TRANSLATE_NOOP("Actions", "Show the steps after those in view (Shift + wheel)"),
    ), "Alt+Right"),
    _time("whole", "whole_time", None, (
        QT_TRANSLATE_NOOP("Actions", "&All steps"),
        QT_TRANSLATE_NOOP("Actions", "Show the whole sequence"),
    ), "Alt+0"),
    ActionSpec(
        "all_units", "View", "show_all_units",
        QT_TRANSLATE_NOOP("Actions", "All &units through time"),
        QT_TRANSLATE_NOOP("Actions", "Heat maps of every unit in place of the curves of one"),
        keys=("H",), place=Place.SIMULATOR, checkable=True,
    ),
)

INPUTS: tuple[ActionSpec, ...] = (
    _preset(
        "impulse",
        QT_TRANSLATE_NOOP("Actions", "&Impulse"),
        QT_TRANSLATE_NOOP("Actions", "1 at the second step, 0 at all others"),
        gap=True,
    ),
    _preset(
        "step",
        QT_TRANSLATE_NOOP("Actions", "Unit &step"),
        QT_TRANSLATE_NOOP("Actions", "0 for a quarter of the steps, then 1"),
    ),
    _preset(
        "pulse_train",
        QT_TRANSLATE_NOOP("Actions", "&Pulse train"),
        QT_TRANSLATE_NOOP("Actions", "1 again and again, with steps of 0 between"),
    ),
    _preset(
        "sine",
        QT_TRANSLATE_NOOP("Actions", "Sin&e"),
        QT_TRANSLATE_NOOP("Actions", "A sine between −1 and 1"),
    ),
    _preset(
        "square",
        QT_TRANSLATE_NOOP("Actions", "S&quare"),
        QT_TRANSLATE_NOOP("Actions", "1 and −1 by turns, as long each"),
    ),
    _preset(
        "saw",
        QT_TRANSLATE_NOOP("Actions", "Sa&w"),
        QT_TRANSLATE_NOOP("Actions", "Rises from −1 to 1, falls back at once, and rises again"),
    ),
    _preset(
        "noise",
        QT_TRANSLATE_NOOP("Actions", "N&oise"),
        QT_TRANSLATE_NOOP("Actions", "Numbers between −1 and 1 that the scene's seed draws"),
        gap=True,
    ),
    _preset(
        "random_bits",
        QT_TRANSLATE_NOOP("Actions", "Random &bits"),
        QT_TRANSLATE_NOOP("Actions", "0 or 1 at each step, drawn by the scene's seed"),
    ),
    _preset(
        "parity",
        QT_TRANSLATE_NOOP("Actions", "Pa&rity"),
        QT_TRANSLATE_NOOP("Actions", "Random bits; the task is to say whether the ones so far are odd"),
    ),
    _preset(
        "a_n_b_n",
        QT_TRANSLATE_NOOP("Actions", "&aⁿbⁿ"),
        QT_TRANSLATE_NOOP("Actions", "As many b (−1) as there were a (1)"),
    ),
    _preset(
        "adding",
        QT_TRANSLATE_NOOP("Actions", "A&dding"),
        QT_TRANSLATE_NOOP("Actions", "Two of many numbers are marked; the task is their sum"),
    ),
    _preset(
        "embedded_reber",
        QT_TRANSLATE_NOOP("Actions", "E&mbedded Reber"),
        QT_TRANSLATE_NOOP("Actions", "A string of a grammar; the last but one symbol is to be the second"),
    ),
    _preset(
        "copy",
        QT_TRANSLATE_NOOP("Actions", "&Copy"),
        QT_TRANSLATE_NOOP("Actions", "Symbols, a wait and a cue; the task is to give the symbols back"),
    ),
    _preset(
        "temporal_order",
        QT_TRANSLATE_NOOP("Actions", "&Temporal order"),
        QT_TRANSLATE_NOOP("Actions", "X or Y comes twice among letters; the task is to say in which order"),
    ),
    ActionSpec(
        "settings_of_input", "Lab", "show_settings",
        QT_TRANSLATE_NOOP("Actions", "Settin&gs of the input…"),
        QT_TRANSLATE_NOOP("Actions", "Period, gap, size … of the preset that is read"),
        group="inputs",
    ),
    ActionSpec(
        "new_seed", "Lab", "new_seed",
        QT_TRANSLATE_NOOP("Actions", "&New seed"),
        QT_TRANSLATE_NOOP("Actions", "Draw the random input anew, by another seed"),
        group="inputs",
    ),
    ActionSpec(
        "draw_input", "Lab", "draw_input",
        QT_TRANSLATE_NOOP("Actions", "Draw wit&h the mouse"),
        QT_TRANSLATE_NOOP("Actions", "Let the mouse draw over the dots; Shift + drag draws at any time"),
        keys=("D",), place=Place.SIMULATOR, checkable=True, group="inputs", gap=True,
    ),
    ActionSpec(
        "type_input", "Lab", "type_input",
        QT_TRANSLATE_NOOP("Actions", "T&ype numbers…"),
        QT_TRANSLATE_NOOP("Actions", "Type or edit the numbers that the cell reads"),
        group="inputs",
    ),
    ActionSpec(
        "paste_input", "Lab", "paste_input",
        QT_TRANSLATE_NOOP("Actions", "Paste n&umbers"),
        QT_TRANSLATE_NOOP("Actions", "Read the numbers that were copied, in whatever layout"),
        keys=("Ctrl+V",), group="inputs",
    ),
    ActionSpec(
        "load_column", "Lab", "load_column",
        QT_TRANSLATE_NOOP("Actions", "From a &file…"),
        QT_TRANSLATE_NOOP("Actions", "Read a column of a CSV file"),
        group="inputs",
    ),
)
# fmt: on
