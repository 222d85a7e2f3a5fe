"""More units and inputs for a scene's cell, or fewer, as pure functions.

What is new begins such that nothing that was there runs differently, but for the rounding of longer sums: the
units that were there read a new one with weight 0, and a new input is 0 at every step. A new unit reads
everything, by weights drawn from the scene's seed, uniform within ±1/√units, as PyTorch draws them. What was
taken away comes back as the scene had it when it was opened.
"""

from dataclasses import replace

from lstm_gui.graph.parts import Parameter
from lstm_gui.lessons.scene import MAX_INPUTS, MAX_UNITS, Cell, Matrix, Override, Scene, Vector
from lstm_gui.sequences.draws import Draws
from lstm_gui.sequences.presets import BY_ID
from lstm_gui.simulator.direction import joined, mirrored, read_both_ways
from lstm_gui.simulator.inputs import fits, set_preset
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import switched
from lstm_gui.simulator.update import look_at

_STREAMS = 1000  # more than there are arrays: each row of each has random numbers of its own
_BACK = 500  # the first of those for the cell that reads from the end


def set_units(state: SimState, units: int) -> SimState:
    """Give the cell so many units, held within what a scene can hold; the last ones are dropped first."""
    return _resized(state, min(max(units, 1), MAX_UNITS), state.scene.cell.inputs)


def set_inputs(state: SimState, inputs: int) -> SimState:
    """Let the cell read so many numbers a step, held within what a scene can hold."""
    return _resized(state, state.scene.cell.units, min(max(inputs, 1), MAX_INPUTS))


def with_preset(state: SimState, preset: str) -> SimState:
    """Read a preset; a cell that has too few inputs for it, or too many, is given as many."""
    suits = fits(state.scene, preset)
    return set_preset(state if suits else set_inputs(state, BY_ID[preset].width), preset)


def _resized(state: SimState, units: int, inputs: int) -> SimState:
    scene, cell = state.scene, state.scene.cell
    if (units, inputs) == (cell.units, cell.inputs):
        return state
    origin = switched(state.origin, cell.kind).scene
    changed = _resized_scene(replace(scene, backward=None), origin, (units, inputs), 0)
    if scene.backward is not None:
        opened = mirrored(read_both_ways(origin))
        back = replace(mirrored(scene), backward=None)
        changed = joined(changed, _resized_scene(back, opened, (units, inputs), _BACK))
    return look_at(replace(state, scene=changed), state.unit, state.source)


def _resized_scene(scene: Scene, origin: Scene, size: tuple[int, int], stream: int) -> Scene:
    """A scene of one direction with its cell, and what hangs on the size of that, in another size."""
    (units, inputs), pairs = size, zip(scene.initial, origin.initial, strict=True)
    return replace(
        scene,
        cell=_resized_cell(scene.cell, origin.cell, size, scene.seed * _STREAMS + stream),
        initial=tuple(_longer(here, there, units) for here, there in pairs),
        inputs=_resized_inputs(scene, origin, inputs),
        overrides=_kept_overrides(scene, origin, units),
        drawn_as=_drawn_as(scene, origin, inputs),
        names=scene.names.sized(inputs, units, origin.names),
    )


def _resized_cell(cell: Cell, origin: Cell, size: tuple[int, int], stream: int) -> Cell:
    units, inputs = size
    sized = Cell(inputs, units, cell.arrays, cell.kind)
    return sized.with_arrays(
        {
            name: _resized_array(
                cell, origin, given, (given.height(units), given.width(inputs, units)), stream
            )
            for name, given in cell.graph.parameter.items()
        }
    )


def _resized_array(cell: Cell, origin: Cell, given: Parameter, size: tuple[int, int], stream: int) -> Matrix:
    """An array in another size: what stood in it, what stood there at first, and numbers drawn."""
    here, there = cell.array(given.name), origin.array(given.name)
    units, columns = size
    known = max(cell.units, min(units, origin.units))  # units that were there, now or at first
    found = []
    for unit in range(units):
        old = here[unit] if unit < len(here) else ()
        first = there[unit] if unit < len(there) else ()
        row = (*old, *first[len(old) :])[:columns]
        if unit < known and given.columns == "units":
            more: Vector = (0.0,) * (columns - len(row))
        else:
            more = _drawn_row(stream + cell.graph.place[given.name], unit, size)[len(row) :]
        found.append((*row, *more))
    return tuple(found)


def _drawn_row(stream: int, unit: int, size: tuple[int, int]) -> Vector:
    """The weights by which a new unit reads, within ±1/√units."""
    units, columns = size
    draws, bound = Draws(stream * MAX_UNITS + unit), float(units**-0.5)
    return tuple(draws.uniform(-bound, bound) for _ in range(columns))


def _resized_inputs(scene: Scene, origin: Scene, inputs: int) -> Matrix:
    rows = []
    for t, row in enumerate(scene.inputs):
        first = origin.inputs[t] if t < origin.steps else ()
        rows.append(_longer(row, first, inputs))
    return tuple(rows)


def _longer(here: Vector, there: Vector, length: int) -> Vector:
    """A row made shorter, or longer: by what stood there at first, then by zeros."""
    return (*here, *there[len(here) :], *(0.0,) * length)[:length]


def _kept_overrides(scene: Scene, origin: Scene, units: int) -> tuple[Override, ...]:
    regained = (one for one in origin.overrides if one.unit >= scene.cell.units and one.step <= scene.steps)
    return tuple(sorted(one for one in (*scene.overrides, *regained) if one.unit < units))


def _drawn_as(scene: Scene, origin: Scene, inputs: int) -> str:
    """The preset that the input was drawn as, while the cell reads as many numbers as that has."""
    if inputs == origin.cell.inputs != scene.cell.inputs and not scene.drawn_as:
        return origin.drawn_as
    return scene.drawn_as if scene.drawn_as and BY_ID[scene.drawn_as].width in (1, inputs) else ""
