"""The equations of the cell with the numbers in them, and the sentence about what is pointed at."""

import math
from collections.abc import Sequence

from lstm_gui.lessons.scene import Scene
from lstm_gui.nets.lstm_trace import LstmTrace
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.simulator.causes import traced_causes, traced_effects
from lstm_gui.simulator.frame import Equation, Frame, Highlight
from lstm_gui.simulator.number_text import MINUS, number_text
from lstm_gui.simulator.quantity import PARAMETERS, STATES, Quantity
from lstm_gui.simulator.rounding import read_number, sign_between
from lstm_gui.simulator.squash import squashed
from lstm_gui.simulator.values import override_of, traced_value, value_of
from lstm_gui.simulator.words import NAMES, SENTENCES, Translate, as_written

EQUATION_ORDER = ("f", "i", "g", "o", "c", "h")


def equations(trace: LstmTrace, scene: Scene, unit: int = 0) -> tuple[Equation, ...]:
    """The equations of f, i, g, o, c and h at the step that the scene shows."""
    return tuple(equation(trace, scene, Quantity(name, scene.step, unit)) for name in EQUATION_ORDER)


def equation(trace: LstmTrace, scene: Scene, quantity: Quantity) -> Equation:
    """The equation of one computed quantity: a pre-activation, gate, c, tanh c or h."""
    value = number_text(traced_value(trace, quantity))
    if quantity.name.startswith("z_"):
        text, total = _weighted_sum(trace, scene, quantity)
        return Equation(quantity, text, "", value, at_once=sign_between(total, value))
    if quantity.name in GATES:
        return _gate_equation(trace, scene, quantity, value)
    f, i, g, o, c_previous, c, tanh_c = (
        number_text(traced_value(trace, Quantity(name, quantity.step, quantity.unit)))
        for name in ("f", "i", "g", "o", "c_previous", "c", "tanh_c")
    )
    if quantity.name == "c":
        text = f"{f}·{_factor(c_previous)} + {i}·{_factor(g)}"
        return Equation(quantity, text, "", value, at_once=sign_between(_dot((f, i), (c_previous, g)), value))
    squashed = math.tanh(read_number(c))
    if quantity.name == "tanh_c":
        return Equation(quantity, f"tanh({c})", "", value, at_once=sign_between(squashed, value))
    return Equation(
        quantity,
        f"{o}·tanh({c})",
        f"{o}·{_factor(tanh_c)}",
        value,
        between=sign_between(squashed, tanh_c),
        from_reduced=sign_between(_dot((o,), (tanh_c,)), value),
        at_once=sign_between(read_number(o) * squashed, value),
    )


def highlight(frame: Frame, quantity: Quantity, translate: Translate = as_written) -> Highlight:
    """What `quantity` is made of, what it feeds, and a sentence with its numbers."""
    scene = frame.state.scene
    return Highlight(
        focus=quantity,
        causes=traced_causes(quantity, scene),
        effects=traced_effects(quantity, scene),
        sentence=_sentence(frame, quantity, translate),
    )


def _gate_equation(trace: LstmTrace, scene: Scene, quantity: Quantity, value: str) -> Equation:
    z = Quantity(f"z_{quantity.name}", quantity.step, quantity.unit)
    name = "tanh" if quantity.name == "g" else "σ"
    text, total = _weighted_sum(trace, scene, z)
    shown = number_text(traced_value(trace, z))
    return Equation(
        quantity,
        f"{name}({text})",
        f"{name}({shown})",
        value,
        between=sign_between(total, shown),
        from_reduced=sign_between(squashed(quantity.name, read_number(shown)), value),
        at_once=sign_between(squashed(quantity.name, total), value),
    )


def _weighted_sum(trace: LstmTrace, scene: Scene, z: Quantity) -> tuple[str, float]:
    """W x + U h₋ + b with every number written out, and what these numbers, as written, come to."""
    gate, t = scene.cell.gate(z.gate), z.step - 1
    weights = [number_text(weight) for weight in (*gate.W[z.unit], *gate.U[z.unit])]
    values = [number_text(value) for value in (*trace.x[t, 0].tolist(), *trace.h_previous[t, 0].tolist())]
    bias = number_text(gate.b[z.unit])
    terms = [f"{weight}·{_factor(value)}" for weight, value in zip(weights, values, strict=True)]
    return _sum([*terms, bias]), _dot(weights, values) + read_number(bias)


def _dot(weights: Sequence[str], values: Sequence[str]) -> float:
    """The sum of products of numbers as they are shown."""
    pairs = zip(weights, values, strict=True)
    return math.fsum(read_number(weight) * read_number(value) for weight, value in pairs)


def _sum(terms: Sequence[str]) -> str:
    """Terms joined by plus, or by minus where a term starts with one."""
    joined = terms[0]
    for term in terms[1:]:
        joined += f" {MINUS} {term[1:]}" if term.startswith(MINUS) else f" + {term}"
    return joined


def _factor(shown: str) -> str:
    """A number after a multiplication sign: a negative one stands in brackets."""
    return f"({shown})" if shown.startswith(MINUS) else shown


def _sentence(frame: Frame, quantity: Quantity, translate: Translate) -> str:
    name, scene = quantity.name, frame.state.scene
    value = number_text(value_of(frame, quantity))
    if name in PARAMETERS:
        return translate(SENTENCES["parameter"]).format(name=translate(NAMES[name]), symbol=name, value=value)
    if name == "x":
        return translate(SENTENCES["x"]).format(t=quantity.step, value=value)
    if name in STATES:
        return _state_sentence(scene, quantity, value, translate)
    made = equation(frame.trace, scene, quantity)
    symbol = name.replace("tanh_c", "tanh c")
    return translate(SENTENCES["computed"]).format(symbol=symbol, t=quantity.step, equation=made.whole)


def _state_sentence(scene: Scene, quantity: Quantity, value: str, translate: Translate) -> str:
    kind = "carried" if quantity.step > 1 else "initial"
    if override_of(scene, quantity) is not None:
        kind = "by hand"
    letter = quantity.name[0]
    return translate(SENTENCES[kind]).format(
        state=translate(NAMES[letter]), letter=letter, t=quantity.step, before=quantity.step - 1, value=value
    )
