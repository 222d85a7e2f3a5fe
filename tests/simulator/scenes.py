"""Scenes and quantities drawn at random, and two plain ones, for the tests of the simulator."""

from hypothesis import strategies as st

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import LSTM
from lstm_gui.lessons.scene import GateWeights, Matrix, Override, Scene, Vector, lstm_cell
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.simulator.quantity import Quantity

OF_LSTM = graph_of(LSTM)
NAMES = OF_LSTM.names
STATES = tuple(OF_LSTM.read_of)
PARAMETERS = tuple(OF_LSTM.parameter)
COMPUTED = tuple(OF_LSTM.quantity)
DRAGGABLE = OF_LSTM.draggable


def one_unit_gate(w: float, u: float, b: float) -> GateWeights:
    return GateWeights(((w,),), ((u,),), (b,))


def plain_scene(steps: int = 12, step: int = 5) -> Scene:
    """One unit whose gates all differ, reading ones and zeros."""
    cell = lstm_cell(
        1,
        1,
        i=one_unit_gate(-2.2, 0.1, 0.2),
        f=one_unit_gate(1.2, 0.5, 0.6),
        g=one_unit_gate(0.1, -0.1, 0.0),
        o=one_unit_gate(0.4, 0.4, 0.0),
    )
    inputs = tuple((float(t % 2 == 0),) for t in range(steps))
    return Scene("Plain", "", cell, ((0.0,), (0.8,)), inputs, step=step)


def hundredths(reach: float) -> st.SearchStrategy[float]:
    return st.integers(-int(100 * reach), int(100 * reach)).map(lambda n: n / 100)


def vectors(length: int, reach: float) -> st.SearchStrategy[Vector]:
    return st.lists(hundredths(reach), min_size=length, max_size=length).map(tuple)


def matrices(rows: int, columns: int, reach: float) -> st.SearchStrategy[Matrix]:
    return st.lists(vectors(columns, reach), min_size=rows, max_size=rows).map(tuple)


@st.composite
def scenes(draw: st.DrawFn, max_units: int = 3, max_steps: int = 6) -> Scene:
    """Any sizes, weights and inputs, and overrides at any step, the first included."""
    inputs, units = draw(st.integers(1, 3)), draw(st.integers(1, max_units))
    steps = draw(st.integers(1, max_steps))
    gate = st.builds(GateWeights, matrices(units, inputs, 4), matrices(units, units, 4), vectors(units, 4))
    places = st.tuples(st.integers(1, steps), st.sampled_from("hc"), st.integers(0, units - 1))
    put_in = draw(st.dictionaries(places, hundredths(1), max_size=3))
    return Scene(
        title="Drawn",
        caption="A claim",
        cell=lstm_cell(inputs, units, draw(gate), draw(gate), draw(gate), draw(gate)),
        initial=(draw(vectors(units, 1)), draw(vectors(units, 5))),
        inputs=draw(matrices(steps, inputs, 3)),
        overrides=tuple(Override(*place, value) for place, value in sorted(put_in.items())),
        step=draw(st.integers(1, steps)),
    )


@st.composite
def quantities(draw: st.DrawFn, scene: Scene, names: tuple[str, ...] = NAMES) -> Quantity:
    """Any quantity of a scene."""
    name = draw(st.sampled_from(names))
    cell = scene.cell
    unit = 0 if name == "x" else draw(st.integers(0, cell.units - 1))
    if name in PARAMETERS:
        columns = {"W": cell.inputs, "U": cell.units, "b": 1}[name[0]]
        return Quantity(name, 0, unit, draw(st.integers(0, columns - 1)))
    source = draw(st.integers(0, cell.inputs - 1)) if name == "x" else 0
    return Quantity(name, draw(st.integers(1, scene.steps)), unit, source)


def draggables(scene: Scene) -> st.SearchStrategy[Quantity]:
    return quantities(scene, tuple(sorted(DRAGGABLE)))


def held_states(scene: Scene) -> st.SearchStrategy[Quantity]:
    return quantities(scene, STATES)


def every_quantity(scene: Scene) -> list[Quantity]:
    """All quantities of a scene, written out."""
    cell, steps = scene.cell, range(1, scene.steps + 1)
    units, inputs = range(cell.units), range(cell.inputs)
    found = [Quantity("x", t, source=source) for t in steps for source in inputs]
    for gate in GATES:
        found += [Quantity(f"W_{gate}", unit=unit, source=source) for unit in units for source in inputs]
        found += [Quantity(f"U_{gate}", unit=unit, source=source) for unit in units for source in units]
        found += [Quantity(f"b_{gate}", unit=unit) for unit in units]
    stepped = [name for name in NAMES if name not in PARAMETERS and name != "x"]
    return found + [Quantity(name, t, unit) for name in stepped for t in steps for unit in units]
