"""Layers from the operators RNN, GRU and LSTM of ONNX (opset 14 and later), and back.

Inputs and attributes have ONNX's names, shapes and orders; `onnx_operators.py` has what they mean for a cell.

    W (directions, gates·H, I)   R (directions, gates·H, H)   B (directions, 2·gates·H)   P (directions, 3H)

T time, B batch, I inputs, H units. There are two directions where `direction` is "bidirectional".
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from lstm_gui.nets.activation import Activation, FloatArray
from lstm_gui.nets.batch_first import BatchFirst
from lstm_gui.nets.bidirectional import Bidirectional, Reversed
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.convert.onnx_activations import activations_from, attributes_of
from lstm_gui.nets.convert.onnx_inputs import Inputs
from lstm_gui.nets.convert.onnx_operators import OPERATORS, Equations, Operator
from lstm_gui.nets.convert.refusal import refuse_if, unknown
from lstm_gui.nets.layer import Layer

DIRECTIONS = ("forward", "reverse", "bidirectional")
Choice = TypeVar("Choice", str, int)


def from_onnx(
    op_type: str,
    *,
    W: FloatArray,
    R: FloatArray,
    B: FloatArray | None = None,
    P: FloatArray | None = None,
    direction: str | bytes = "forward",
    hidden_size: int | None = None,
    layout: int = 0,
    activations: Sequence[str | bytes] | None = None,
    activation_alpha: Sequence[float] | None = None,
    activation_beta: Sequence[float] | None = None,
    clip: float | None = None,
    input_forget: int = 0,
    linear_before_reset: int = 0,
) -> Layer[Any]:
    """A layer from the inputs and attributes of "RNN", "GRU" or "LSTM".

    Without B the biases are zero. With layout 1 the layer reads x (B, T, I) and states (B, directions, H),
    else x (T, B, I) and states (directions, B, H): h, or (h, c). The trace's output is (T, B, directions·H)
    in both. Raises ValueError naming what does not fit.
    """
    names = {operator.name: operator for operator in OPERATORS.values()}
    operator = names[_one_of("op_type", op_type, names)]
    direction = _one_of("direction", _text(direction), DIRECTIONS)
    flags = {"input_forget": input_forget, "linear_before_reset": linear_before_reset}
    _check_own(operator, P is not None, {name: _one_of(name, flag, (0, 1)) for name, flag in flags.items()})
    if clip is not None and not clip > 0:
        raise ValueError(f"clip is {clip}; wanted more than 0")
    inputs = Inputs(W, R, B, P)
    inputs.check(2 if direction == "bidirectional" else 1, len(operator.gates))
    if hidden_size not in (None, R.shape[2]):
        raise ValueError(f"hidden_size is {hidden_size}; wanted {R.shape[2]}, as R has shape {R.shape}")
    functions = _activations(operator, len(R), activations, activation_alpha, activation_beta)
    cells = [
        operator.cell(own, Equations(f, None if clip is None else float(clip), **flags))
        for own, f in zip(inputs.directions, functions, strict=True)
    ]
    layer = _in_direction(direction, cells)
    return BatchFirst(layer) if _one_of("layout", layout, (0, 1)) else layer


def to_onnx(layer: Layer[Any]) -> tuple[str, dict[str, Any]]:
    """The op type of a layer, and the inputs and attributes by name that `from_onnx` takes.

    B is absent where there is no b_u and all b are zero; else a b_u that is not there is written as zeros, as
    is what only one of two directions has. With input_forget the rows of f are zeros. Activations are named
    where they are not the defaults. Raises ValueError for a layer that ONNX cannot express.
    """
    direction, cells = _directions(layer.layer if isinstance(layer, BatchFirst) else layer)
    operator = OPERATORS[type(cells[0])]
    equations = [operator.equations(cell) for cell in cells]
    inputs = [operator.inputs(cell) for cell in cells]
    attributes = _shared_attributes(operator, equations, {cell.units for cell in cells})
    attributes |= {"direction": direction, "hidden_size": cells[0].units}
    attributes |= {"layout": int(isinstance(layer, BatchFirst))}
    return operator.name, {**Inputs.stacked(inputs).arrays, **attributes}


# From ONNX


def _check_own(operator: Operator[Any], peepholes: bool, flags: dict[str, int]) -> None:
    """Raise ValueError for what another operator has."""
    for name, given in {"P": peepholes, **flags}.items():
        if given and name not in operator.own:
            raise ValueError(f"{name} is given; wanted none, as the operator {operator.name} has no {name}")


def _activations(
    operator: Operator[Any],
    directions: int,
    names: Sequence[str | bytes] | None,
    alphas: Iterable[float] | None,
    betas: Iterable[float] | None,
) -> list[tuple[Activation, ...]]:
    """The activations f, g, h of each direction."""
    each = len(operator.activations)
    texts = [*operator.activations] * directions if names is None else [_text(name) for name in names]
    if len(texts) != each * directions:
        raise ValueError(
            f"activations has {len(texts)} names; wanted {each * directions}: {each} a direction"
        )
    found = activations_from(texts, alphas, betas)
    return [tuple(found[k * each : (k + 1) * each]) for k in range(directions)]


def _in_direction(direction: str, cells: Sequence[Cell[Any]]) -> Layer[Any]:
    """The layer that runs its one or two cells in a direction."""
    if direction == "bidirectional":
        return Bidirectional(*cells)
    return Reversed(cells[0]) if direction == "reverse" else cells[0]


def _one_of(name: str, value: Choice, choices: Iterable[Choice]) -> Choice:
    """The value, if it is one of the choices. Raises ValueError naming it otherwise."""
    if value not in (known := tuple(choices)):
        raise ValueError(f"{name} is {value!r}; wanted {', '.join(map(str, known[:-1]))} or {known[-1]}")
    return value


def _text(value: str | bytes) -> str:
    """A name, which in ONNX's files is bytes."""
    return value.decode() if isinstance(value, bytes) else value


# To ONNX


def _directions(layer: Layer[Any]) -> tuple[str, list[Cell[Any]]]:
    """The direction in which a layer runs, and its one or two cells, which are of one kind."""
    direction, layers = "forward", [layer]
    if isinstance(layer, Reversed):
        direction, layers = "reverse", [layer.layer]
    elif isinstance(layer, Bidirectional):
        direction, layers = "bidirectional", [layer.forward_layer, layer.backward_layer]
    cells = [each for each in layers if isinstance(each, Cell) and type(each) in OPERATORS]
    if len(cells) < len(layers):
        raise unknown("ONNX", layer)
    refuse_if("ONNX", {"two directions of different kinds": type(cells[0]) is not type(cells[-1])})
    return direction, cells


def _shared_attributes(
    operator: Operator[Any], equations: Sequence[Equations], sizes: set[int]
) -> dict[str, Any]:
    """The attributes of the equations of all directions."""
    flags = [name for name in operator.own if hasattr(equations[0], name)]
    found = [{name: getattr(each, name) for name in ("clip", *flags)} for each in equations]
    differ = found[0] != found[-1] or len(sizes) > 1
    refuse_if("ONNX", {"two directions that differ in size or attributes": differ})
    named = attributes_of([activation for each in equations for activation in each.activations])
    default = named["activations"] == [*operator.activations] * len(equations)
    given = {name: value for name, value in found[0].items() if value is not None}
    return given if default else given | named
