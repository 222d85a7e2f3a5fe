"""The equations of the cell with the numbers in them, and the sentence about what is pointed at."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.evaluate import Numbers, evaluate, settled
from lstm_gui.graph.expression import Expression, Read, reached
from lstm_gui.graph.states import STATES
from lstm_gui.lessons.scene import Cell, Scene
from lstm_gui.nets.trace import CellTrace
from lstm_gui.simulator.causes import traced_causes, traced_effects
from lstm_gui.simulator.direction import arrow_of, read_at, turned
from lstm_gui.simulator.frame import Equation, Frame, Highlight
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.places import place_of
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.rounding import EQUAL, NEARLY, read_number, sign_between
from lstm_gui.simulator.values import override_of, traced_arrays, traced_matrices, value_of
from lstm_gui.simulator.words import SENTENCES, Translate, as_written
from lstm_gui.simulator.written import written


def equations(trace: CellTrace, scene: Scene, unit: int = 0) -> tuple[Equation, ...]:
    """The equations that a cell is read by (f, i, g, o, c, h of an LSTM) at the step that the scene shows."""
    exact = numbers_of(trace, scene, scene.step)
    shown = _as_shown(exact)
    names = scene.cell.graph.equations
    return tuple(_equation(scene.cell, exact, shown, Quantity(name, scene.step, unit)) for name in names)


def equation(trace: CellTrace, scene: Scene, quantity: Quantity) -> Equation:
    """The equation of one computed quantity, with the way stations in it (z, tanh c …) written out."""
    exact = numbers_of(trace, scene, quantity.step)
    if scene.cell.graph.is_matrix(quantity.name):
        exact = numbers_of_entry(exact, trace, scene.cell.graph, quantity)
    return _equation(scene.cell, exact, _as_shown(exact), quantity)


def _equation(cell: Cell, exact: Numbers, shown: Numbers, quantity: Quantity) -> Equation:
    graph, unit = cell.graph, quantity.unit
    value = number_text(exact.read(quantity.name, unit))
    made_of, whole = graph.quantity[quantity.name].made_of, graph.written_out[quantity.name]
    if quantity.name in graph.branching:
        made_of, whole = settled(made_of, exact, unit), settled(whole, exact, unit)
    substituted, at_once = written(whole, exact, unit), sign_between(evaluate(whole, shown, unit), value)
    if whole == made_of or isinstance(made_of, Read):
        return Equation(quantity, substituted, "", value, at_once=at_once)
    return Equation(
        quantity,
        substituted,
        written(made_of, exact, unit),
        value,
        between=_between(made_of, cell, exact, shown, unit),
        from_reduced=sign_between(evaluate(made_of, shown, unit), value),
        at_once=at_once,
    )


def numbers_of(trace: CellTrace, scene: Scene, step: int) -> Numbers:
    """The numbers that a run gave at a step, and the parameters of its cell."""
    graph = scene.cell.graph
    given = dict(zip(graph.place, scene.cell.arrays, strict=True))
    read = {name: array[step - 1].tolist() for name, array in traced_arrays(trace, graph).items()}
    if graph.matrices:
        return _with_matrices(read, given, trace, graph, step)
    return Numbers(
        read=lambda name, unit: read[name][unit],
        given=lambda name, unit, column: given[name][unit][column],
        columns=lambda name: len(given[name][0]),
    )


def _with_matrices(
    read: Mapping[str, Sequence[float]],
    given: Mapping[str, Sequence[Sequence[float]]],
    trace: CellTrace,
    graph: CellGraph,
    step: int,
) -> Numbers:
    """As above, where what is computed may stand for a matrix: C for its rows, n for a row."""
    matrices = {name: array[step - 1].tolist() for name, array in traced_matrices(trace, graph).items()}

    def row(name: str, unit: int) -> Sequence[float]:
        if name in given:
            return given[name][unit if len(given[name]) > 1 else 0]
        return matrices[name][unit] if name in matrices else read[name]

    return Numbers(
        read=lambda name, unit: read[name][unit],
        given=lambda name, unit, column: row(name, unit)[column],
        columns=lambda name: len(row(name, 0)),
    )


def numbers_of_entry(exact: Numbers, trace: CellTrace, graph: CellGraph, quantity: Quantity) -> Numbers:
    """The numbers of the equation of one number of a matrix: some are read at its column."""
    entries = {name: array[quantity.step - 1] for name, array in traced_matrices(trace, graph).items()}

    def read(name: str, unit: int) -> float:
        if name in entries:
            return float(entries[name][unit, quantity.source])
        return exact.read(name, quantity.source if name == graph.across else unit)

    return replace(exact, read=read)


def highlight(frame: Frame, quantity: Quantity, translate: Translate = as_written) -> Highlight:
    """What `quantity` is made of, what it feeds, and a sentence with its numbers."""
    scene = frame.state.scene
    return Highlight(
        focus=quantity,
        causes=traced_causes(quantity, scene),
        effects=traced_effects(quantity, scene),
        sentence=_sentence(frame, quantity, translate),
        kind=scene.cell.kind,
    )


def _as_shown(exact: Numbers) -> Numbers:
    """The same numbers rounded as they are shown, which is what a person reckons with."""
    return Numbers(
        read=lambda name, unit: _rounded(exact.read(name, unit)),
        given=lambda name, unit, column: _rounded(exact.given(name, unit, column)),
        columns=exact.columns,
    )


@lru_cache(maxsize=4096)
def _rounded(number: float) -> float:
    return read_number(number_text(number))


def _between(made_of: Expression, cell: Cell, exact: Numbers, shown: Numbers, unit: int) -> str:
    """Whether every way station, worked out from numbers as they are shown, comes to what is shown of it."""
    graph = cell.graph
    for part in reached(made_of):
        if part.name not in graph.quantity or not graph.quantity[part.name].station:
            continue
        for other in range(cell.units) if part.spread else (unit,):
            value = number_text(exact.read(part.name, other))
            if sign_between(evaluate(graph.written_out[part.name], shown, other), value) == NEARLY:
                return NEARLY
    return EQUAL


def _sentence(frame: Frame, quantity: Quantity, translate: Translate) -> str:
    """The sentence, after the arrow of its direction where there are two."""
    own, scene = frame, frame.state.scene
    if quantity.backward and frame.backward is not None:
        own = frame.backward
    said = _said(own, turned(quantity, scene.steps) if own is not frame else quantity, quantity, translate)
    sizes = scene.cell.units, scene.cell.inputs
    place = place_of(quantity, scene.cell.graph, sizes, scene.names, translate)
    return " ".join(part for part in (arrow_of(quantity, scene), place and f"{place} ·", said) if part)


def _said(frame: Frame, quantity: Quantity, shown: Quantity, translate: Translate) -> str:
    """About a quantity of a frame, which is `shown` where a person sees it: at another step in the mirror."""
    name, scene = quantity.name, frame.state.scene
    graph = scene.cell.graph
    value = number_text(value_of(frame, quantity))
    if name in graph.parameter:
        words = translate(graph.words(name))
        return translate(SENTENCES["parameter"]).format(name=words, symbol=name, value=value)
    if name == "x":
        return translate(SENTENCES["x"]).format(t=shown.step, value=value)
    if quantity.state:
        return _state_sentence(scene, quantity, shown, value, translate)
    made = equation(frame.trace, scene, quantity)
    sentence = translate(SENTENCES["computed"])
    return sentence.format(symbol=graph.symbol(name), t=shown.step, equation=made.brief)


def _state_sentence(
    scene: Scene, quantity: Quantity, shown: Quantity, value: str, translate: Translate
) -> str:
    kind = "carried" if quantity.step > 1 else "initial"
    if override_of(scene, quantity) is not None:
        kind = "by hand"
    letter = quantity.state
    words = translate(STATES[letter].words)
    return translate(SENTENCES[kind]).format(
        state=words, letter=letter, t=shown.step, before=read_at(shown), value=value
    )
