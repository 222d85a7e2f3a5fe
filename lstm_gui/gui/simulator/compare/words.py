"""What the lanes say: what they are called, and where their weights come from."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import Kind
from lstm_gui.gui.actions.cells import KIND
from lstm_gui.gui.actions.table import spec
from lstm_gui.gui.shown_kinds import NAME_OF
from lstm_gui.gui.simulator.knobs.knob_words import spoken_name
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.lessons.comparison import OWN, PINNED, TRAINED
from lstm_gui.simulator.compare.frame import SCENE, CompareLanes, CompareTable, Entry, LanePart
from lstm_gui.simulator.number_text import number_text

translate = QCoreApplication.translate

_MOST_NAMED = 3  # of the arrays that were changed


def kind_title(kind: Kind) -> str:
    """What a person calls a kind of cell, as its picker does."""
    name = NAME_OF.get(kind)
    return spec(f"{KIND}{name}").title if name else translated(graph_of(kind).title)


def lane_title(part: LanePart) -> str:
    """What a lane is called."""
    return part.title or kind_title(part.kind)


def provenance_words(part: LanePart) -> str:
    """Where the weights of a lane come from, in a few words."""
    made = part.provenance
    known = {
        SCENE: translate("Compare", "the scene's cell"),
        PINNED: translate("Compare", "a pinned run, with its own input"),
        OWN: translate("Compare", "its own weights"),
        TRAINED: translate("Compare", "trained weights"),
    }
    if made.source not in known:
        return _shared_words(made.other)
    words = made.about or known[made.source]
    if made.of_two:
        words = translate("Compare", "{words}, the one that reads → forwards").format(words=words)
    return translate("Compare", "{words}, changed since").format(words=words) if made.changed else words


def _shared_words(other: tuple[str, ...]) -> str:
    if not other:
        return translate("Compare", "same weights where they mean the same")
    named = ", ".join(other[:_MOST_NAMED]) + ("…" if len(other) > _MOST_NAMED else "")
    return translate("Compare", "same weights but for {names}").format(names=named)


def whole_words(part: LanePart) -> str:
    """All that is to be said of a lane: its kind, its weights, what did not carry over, where it explodes."""
    kind, made = kind_title(part.kind), part.provenance
    said = [_unit_words(part), provenance_words(part), made.told]
    if part.title and part.title != kind:
        said.insert(0, kind)
    if part.stopped is not None:
        told = translate("Compare", "leaves the finite numbers at t = {t}: {name}")
        said.insert(0, told.format(t=part.stopped.step, name=spoken_name(part.stopped, part.kind)))
    return " · ".join(words for words in said if words)


def _unit_words(part: LanePart) -> str:
    """Which unit's curves are shown, where there are several."""
    if part.units == 1:
        return ""
    told = translate("Compare", "unit {n} of {units}")
    return told.format(n=part.run.unit + 1, units=part.units)


def pinned_title() -> str:
    """What a pinned run is called until it gets another name."""
    return translate("Compare", "Pinned run")


def same_title(kind: Kind) -> str:
    """What the scene's cell is called that stands beside itself."""
    return translate("Compare", "{cell} again").format(cell=kind_title(kind))


def former_title(kind: Kind) -> str:
    """What the scene's cell is called once another has taken its place."""
    return translate("Compare", "{cell} of before").format(cell=kind_title(kind))


def bias_title(bias: float) -> str:
    """What a cell is called that differs by the bias of the gate that keeps."""
    number = number_text(bias, 0 if bias == round(bias) else 2)
    return translate("Compare", "forget bias {bias}").format(bias=number)


def difference_words(place: int) -> str:
    """What the row of differences shows in a lane."""
    if place:
        return translate("Compare", "this − the first")
    return translate("Compare", "now − pinned")


def entry_words(entry: Entry | None) -> str:
    """One number of the table as it is heard."""
    if entry is None:
        return translate("Compare", "none")
    words = f"{entry.symbol} {number_text(entry.value)}"
    if entry.difference is None:
        return words
    return f"{words} ({signed_text(entry.difference)})"


def signed_text(difference: float) -> str:
    """A difference with its sign; 0 has none."""
    text = number_text(difference, 2, plus=True)
    return "0" if not any(digit in text for digit in "123456789∞") and difference == difference else text


def lanes_words(part: CompareLanes) -> str:
    """All lanes, as a screen reader tells them."""
    return ". ".join(f"{lane_title(lane)}: {whole_words(lane)}" for lane in part.lanes)


def table_words(part: CompareTable) -> str:
    """The table, column by column."""
    told = []
    for n, (title, kind) in enumerate(zip(part.columns, part.kinds, strict=True)):
        entries = [entries[n] for _, entries in part.rows if entries[n] is not None]
        numbers = ", ".join(entry_words(entry) for entry in entries)
        told.append(f"{title or kind_title(kind)}: {numbers}")
    return ". ".join(told)
