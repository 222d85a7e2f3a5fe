"""The words of the cell's diagram: its title, what can be done with it, and what stands below it."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.shown_kinds import FIRST
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.translation import translated

translate = QCoreApplication.translate


def diagram_title(step: int, kind: Kind = LSTM, direction: str = "") -> str:
    """The title of the card: it names a cell that no button of the bar names."""
    if direction:
        return f"{direction} {diagram_title(step, kind)}"
    if kind in FIRST.values():
        return translate("DiagramView", "The cell at t = {step}").format(step=step)
    title = translated(looks_of(kind).graph.title)
    return translate("DiagramView", "{cell} · t = {step}").format(cell=title, step=step)


def diagram_hints() -> tuple[str, ...]:
    """What may stand beside the title, the longest first."""
    return (
        translate("DiagramView", "drag any ring or gate · click shows where it comes from"),
        translate("DiagramView", "drag any ring or gate"),
        translate("DiagramView", "drag rings or gates"),
    )


def gate_tip(gate: str, looks: CellLooks) -> str:
    """What can be done with the box of a gate."""
    told = translate(
        "DiagramView",
        "{name}\nDrag up or down = change its bias (Shift for fine). Double-click resets the bias.\n"
        "Click: where it comes from.",
    )
    return told.format(name=translated(looks.graph.words(gate)))


def strip_words() -> tuple[str, str]:
    """What stands before the causes and before the effects."""
    return translate("DiagramView", "made of"), translate("DiagramView", "feeds")


def held_words() -> str:
    """What is written at a state that was put in by hand."""
    return translate("DiagramView", "held by hand")
