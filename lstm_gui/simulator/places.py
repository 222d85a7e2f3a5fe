"""Which of several units and inputs a quantity belongs to, in words: "unit 3", "input 2 → unit 3"."""

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.lessons.scene import Names
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.words import PHRASES, Translate, as_written

NAMELESS = Names()
_INSIDE = str.maketrans("“”", "‘’")


def place_of(
    quantity: Quantity,
    graph: CellGraph,
    sizes: tuple[int, int],
    names: Names = NAMELESS,
    translate: Translate = as_written,
) -> str:
    """The words; "" where there is but one that it could be. `sizes` are how many units and inputs."""
    units, inputs = sizes
    unit = _numbered("unit", quantity.unit, units, names.of_unit(quantity.unit), translate)
    source = _numbered("input", quantity.source, inputs, names.of_input(quantity.source), translate)
    if quantity.name == "x":
        return source
    given = graph.parameter.get(quantity.name)
    if given is None or given.columns == "one":
        return unit
    if given.columns == "units":
        source = _numbered("unit", quantity.source, units, names.of_unit(quantity.source), translate)
    if source and unit:
        return translate(PHRASES["from"]).format(source=source, unit=unit)
    return source or unit


def _numbered(what: str, place: int, count: int, name: str, translate: Translate) -> str:
    if count == 1:
        return ""
    words = translate(PHRASES[what]).format(n=place + 1)
    return f"{words} {quoted(name)}" if name else words


def quoted(name: str) -> str:
    """A name between quotation marks; those that it holds itself are single ones inside them."""
    return f"“{name.translate(_INSIDE)}”"
