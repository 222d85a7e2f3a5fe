"""The rows of the table of actions about how many units and inputs there are, and which of them are shown."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec


def _size(
    name: str, handler: str, by: int, texts: tuple[str, str], key: str, *, gap: bool = False
) -> ActionSpec:
    return ActionSpec(name, "Lab", handler, *texts, keys=(key,), argument=by, group="size", gap=gap)


# fmt: off
SIZES: tuple[ActionSpec, ...] = (
    _size("unit_more", "change_units", 1, (
        QT_TRANSLATE_NOOP("Actions", "One unit &more"),
        QT_TRANSLATE_NOOP("Actions", "Add a unit to the cell; the others run on as before"),
    ), "Ctrl+U"),
    _size("unit_fewer", "change_units", -1, (
        QT_TRANSLATE_NOOP("Actions", "One unit &fewer"),
        QT_TRANSLATE_NOOP("Actions", "Take the last unit away from the cell"),
    ), "Ctrl+Shift+U"),
    _size("input_more", "change_inputs", 1, (
        QT_TRANSLATE_NOOP("Actions", "One &input more"),
        QT_TRANSLATE_NOOP("Actions", "Let the cell read one number more at each step, 0 to begin with"),
    ), "Ctrl+J"),
    _size("input_fewer", "change_inputs", -1, (
        QT_TRANSLATE_NOOP("Actions", "One input f&ewer"),
        QT_TRANSLATE_NOOP("Actions", "Take the last input away from the cell"),
    ), "Ctrl+Shift+J"),
    _size("unit_next", "look_by", 1, (
        QT_TRANSLATE_NOOP("Actions", "&Next unit"),
        QT_TRANSLATE_NOOP("Actions", "Show the numbers of the unit after this one"),
    ), "Ctrl+Down", gap=True),
    _size("unit_before", "look_by", -1, (
        QT_TRANSLATE_NOOP("Actions", "&Previous unit"),
        QT_TRANSLATE_NOOP("Actions", "Show the numbers of the unit before this one"),
    ), "Ctrl+Up"),
    _size("input_next", "look_at_input_by", 1, (
        QT_TRANSLATE_NOOP("Actions", "Next inp&ut"),
        QT_TRANSLATE_NOOP("Actions", "Show the input after this one"),
    ), "Ctrl+Shift+Down"),
    _size("input_before", "look_at_input_by", -1, (
        QT_TRANSLATE_NOOP("Actions", "Previous inpu&t"),
        QT_TRANSLATE_NOOP("Actions", "Show the input before this one"),
    ), "Ctrl+Shift+Up"),
)
# fmt: on
