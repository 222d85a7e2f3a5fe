"""The cell of a scene file: its kind, its options and its weights, block by block.

    {"kind": "gru", "options": {"reset": "after", "z": "keeps"}, "inputs": 1, "units": 1,
     "weights": {"r": {"W": [[0.5]], "U": [[0.0]], "b": [0.0]}, "z": …, "n": {"W": …, …, "bu": [0.0]}}}

W is units × inputs and U units × units; b, bu and peepholes p have one number a unit; Gi, Gf and Go, by which
a gate reads the gates of the step before, are units × units. An option left out is the usual one. Version 1
knew the LSTM alone, and no options; a family of cells that came later stands in SINCE with its version.
"""

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import FAMILIES, LSTM, Kind
from lstm_gui.graph.parts import Parameter
from lstm_gui.lessons.scene import Cell, Matrix, Vector
from lstm_gui.lessons.sizes import MAX_INPUTS, MAX_MAGNITUDE, MAX_UNITS
from lstm_gui.strict_fields import Field

SINCE = {"mlstm": 3}  # the version from which a file can hold a family of cells; 2 for the others
_KEYS = ("kind", "inputs", "units", "weights")


def read_cell(field: Field, version: int) -> Cell:
    """The cell in a file of that version. Raises FileRefused."""
    fields = field.table(_KEYS, ("options",) if version > 1 else ())
    kind = LSTM
    if version > 1:
        kind = _kind(fields["kind"], fields.get("options"), version)
    else:
        fields["kind"].choice((LSTM.family,))
    inputs, units = fields["inputs"].whole(1, MAX_INPUTS), fields["units"].whole(1, MAX_UNITS)
    return Cell(inputs, units, read_weights(fields["weights"], kind, inputs, units), kind)


def version_of(kind: Kind) -> int:
    """The oldest version of a scene file that can hold a cell of that kind."""
    return 1 if kind == LSTM else SINCE.get(kind.family, 2)


def _kind(family: Field, options: Field | None, version: int) -> Kind:
    name = family.choice([known for known in FAMILIES if SINCE.get(known, 2) <= version])
    known = FAMILIES[name]
    found = {} if options is None else options.table((), tuple(known))
    return Kind.of(name, **{option: field.choice(known[option]) for option, field in found.items()})


def read_weights(field: Field, kind: Kind, inputs: int, units: int) -> tuple[Matrix, ...]:
    """The arrays of a cell of that kind and these sizes, in the order of its graph. Raises FileRefused."""
    graph = graph_of(kind)
    blocks = field.table([block.name for block in graph.blocks])
    found: dict[str, dict[str, Field]] = {}
    for name, block in blocks.items():
        found[name] = block.table([given.array for given in graph.parameters if given.block == name])
    return tuple(_array(found[given.block][given.array], given, inputs, units) for given in graph.parameters)


def _array(field: Field, parameter: Parameter, inputs: int, units: int) -> Matrix:
    height, width = parameter.height(units), parameter.width(inputs, units)
    if parameter.columns == "one":
        return tuple((number,) for number in read_vector(field, height))
    return tuple(read_vector(row, width) for row in field.items(height, height, "row"))


def read_vector(field: Field, length: int, low: float = -1.0) -> Vector:
    """So many numbers; `low` is the least of them as a share of the largest that a scene may hold."""
    least = low * MAX_MAGNITUDE
    return tuple(item.number(least, MAX_MAGNITUDE) for item in field.items(length, length, "number"))


def cell_values(cell: Cell, version: int) -> dict[str, object]:
    """The cell as it stands in a file of that version."""
    options = {"options": cell.kind.options} if version > 1 else {}
    sizes = {"inputs": cell.inputs, "units": cell.units}
    return {"kind": cell.kind.family, **options, **sizes, "weights": weight_values(cell)}


def weight_values(cell: Cell) -> dict[str, dict[str, object]]:
    """The arrays of a cell as they stand in a file."""
    weights: dict[str, dict[str, object]] = {block.name: {} for block in cell.graph.blocks}
    for given, rows in zip(cell.graph.parameters, cell.arrays, strict=True):
        plain = [[float(number) for number in row] for row in rows]
        flat = given.columns == "one"
        weights[given.block][given.array] = [number for (number,) in plain] if flat else plain
    return weights
