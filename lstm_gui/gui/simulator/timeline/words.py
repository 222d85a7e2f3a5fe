"""The words on the card of the timeline: its title, its hints, what its rows are called."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.simulator.cell_looks import CellLooks
from lstm_gui.gui.simulator.timeline.time_view import TimeView

_SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉"


def timeline_title() -> str:
    """The title of the card."""
    return QCoreApplication.translate("TimelineView", "Through time")


def timeline_hints(*, bands: bool = False) -> tuple[str, ...]:
    """What may stand beside the title, the longest first; `bands` is with heat maps of every unit."""
    if bands:
        return (
            QCoreApplication.translate("TimelineView", "a row for each unit · click picks unit and t"),
            QCoreApplication.translate("TimelineView", "a row for each unit"),
        )
    return (
        QCoreApplication.translate("TimelineView", "drag the dots, Shift + drag draws · click to move t"),
        QCoreApplication.translate("TimelineView", "drag the dots · click to move t"),
        QCoreApplication.translate("TimelineView", "drag the dots"),
    )


def view_words(view: TimeView) -> tuple[str, ...]:
    """Which steps are in view and how to see others, the longest first."""
    words = {"first": view.first, "last": view.last, "steps": view.steps}
    return (
        QCoreApplication.translate(
            "TimelineView", "steps {first}–{last} of {steps} · Alt + ← → moves, Alt + 0 shows all"
        ).format(**words),
        QCoreApplication.translate(
            "TimelineView", "steps {first}–{last} of {steps} · Alt + 0 shows all"
        ).format(**words),
        QCoreApplication.translate("TimelineView", "steps {first}–{last} of {steps}").format(**words),
    )


def row_names(looks: CellLooks) -> dict[str, str]:
    """What the rows are called."""
    return {
        "x": QCoreApplication.translate("TimelineView", "x"),
        "gates": QCoreApplication.translate("TimelineView", "gates"),
        "states": ", ".join(looks.symbols[name][0] for name in looks.graph.together),
        "scales": ", ".join(looks.symbols[name][0] for name in looks.graph.apart),
    }


def input_name(place: int) -> str:
    """What an input without a name is called; they are counted from 0."""
    return "x" + "".join(_SUBSCRIPTS[int(digit)] for digit in str(place + 1))
