"""A scene with one number changed, everything else shared with the scene it came from."""

from dataclasses import replace
from typing import TypeVar

from lstm_gui.lessons.scene import Cell, Override, Scene
from lstm_gui.simulator.direction import mirrored, turned
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.values import belongs, override_of

_Item = TypeVar("_Item")


def with_value(scene: Scene, quantity: Quantity, value: float) -> Scene:
    """The scene with one number changed: an input, a weight, a bias or a state.

    A state becomes an override after step 1, and at step 1 where an override stands already.
    """
    if quantity.backward:
        return mirrored(with_value(mirrored(scene), turned(quantity, scene.steps), value))
    if quantity.name == "x":
        row = _replaced(scene.inputs[quantity.step - 1], quantity.source, value)
        inputs = _replaced(scene.inputs, quantity.step - 1, row)
        return replace(scene, inputs=inputs, labels=_unnamed(scene.labels, quantity.step))
    if not quantity.state:
        return replace(scene, cell=_with_parameter(scene.cell, quantity, value))
    if quantity.step > 1 or override_of(scene, quantity) is not None:
        put_in = Override(quantity.step, quantity.state, quantity.unit, value)
        return _with_override(scene, quantity, put_in)
    return _with_initial(scene, quantity, value)


def with_state_of(scene: Scene, quantity: Quantity, origin: Scene) -> Scene:
    """The scene with a state (h_previous, c_previous …) put in by hand, or not, as it is in `origin`."""
    if quantity.backward:
        return _with_state_behind(scene, quantity, origin)
    scene = _with_override(scene, quantity, override_of(origin, quantity))
    if quantity.step > 1:
        return scene
    known = belongs(quantity, origin)
    return _with_initial(scene, quantity, origin.initial_of(quantity.state)[quantity.unit] if known else 0.0)


def _with_state_behind(scene: Scene, quantity: Quantity, origin: Scene) -> Scene:
    """The same for the cell that reads from the end, whose first step is the last one of the sequence."""
    there, put_in = turned(quantity, scene.steps), override_of(origin, quantity)
    override = None if put_in is None else replace(put_in, step=there.step)
    changed = _with_override(mirrored(scene), there, override)
    if there.step == 1:
        known = origin.backward is not None and quantity.unit < origin.cell.units
        changed = _with_initial(changed, there, _initial_behind(origin, quantity) if known else 0.0)
    return mirrored(changed)


def _initial_behind(origin: Scene, quantity: Quantity) -> float:
    return mirrored(origin).initial_of(quantity.state)[quantity.unit]


def without_override(scene: Scene, quantity: Quantity) -> Scene:
    """The scene in which a step reads again what the cell computed."""
    if quantity.backward:
        return mirrored(without_override(mirrored(scene), turned(quantity, scene.steps)))
    return replace(scene, overrides=overrides_elsewhere(scene, quantity))


def _with_override(scene: Scene, quantity: Quantity, override: Override | None) -> Scene:
    here = () if override is None else (override,)
    return replace(scene, overrides=tuple(sorted((*overrides_elsewhere(scene, quantity), *here))))


def _with_initial(scene: Scene, quantity: Quantity, value: float) -> Scene:
    values = _replaced(scene.initial_of(quantity.state), quantity.unit, value)
    return scene.starting(quantity.state, values)


def _with_parameter(cell: Cell, quantity: Quantity, value: float) -> Cell:
    rows = cell.array(quantity.name)
    row = _replaced(rows[quantity.unit], quantity.source, value)
    return cell.with_arrays({quantity.name: _replaced(rows, quantity.unit, row)})


def overrides_elsewhere(scene: Scene, quantity: Quantity) -> tuple[Override, ...]:
    """The overrides of a scene that stand elsewhere than at `quantity`."""
    place = (quantity.step, quantity.state, quantity.unit)
    return tuple(other for other in scene.overrides if (other.step, other.state, other.unit) != place)


def _unnamed(labels: tuple[str, ...], step: int) -> tuple[str, ...]:
    """The names of the steps without that of one whose input is another now."""
    left = _replaced(labels, step - 1, "") if labels else ()
    return left if any(left) else ()


def _replaced(row: tuple[_Item, ...], index: int, item: _Item) -> tuple[_Item, ...]:
    return (*row[:index], item, *row[index + 1 :])
