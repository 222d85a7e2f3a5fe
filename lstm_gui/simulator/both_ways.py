"""The parts of a frame of a scene that is read in both directions, every step counted from the beginning."""

from dataclasses import replace

from lstm_gui.simulator.direction import AHEAD, BACK, turned
from lstm_gui.simulator.frame import CellPart, EquationsPart, Frame, TimelinePart, TransportPart
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.unit_runs import UnitRuns


def both_ways(ahead: Frame, back: Frame, transport: TransportPart) -> Frame:
    """One frame of two, of the scene and of the scene in the mirror; `transport` is of both."""
    state = ahead.state
    looked_at, direction = (back, BACK) if state.looks_back else (ahead, AHEAD)
    return replace(
        ahead,
        cell=replace(ahead.cell, direction=AHEAD),
        timeline=_timeline(ahead.timeline, back.timeline, state),
        operating=replace(looked_at.operating, direction=direction),
        write=lambda: _equations(looked_at.equations, state, direction),
        weights=replace(looked_at.weights, direction=direction),
        transport=transport,
        backward=back,
        backward_cell=_cell(back.cell, ahead.cell),
    )


def _cell(back: CellPart, ahead: CellPart) -> CellPart:
    return replace(back, step=ahead.step, direction=BACK, pair=(ahead.values["h"], back.values["h"]))


def _timeline(ahead: TimelinePart, back: TimelinePart, state: SimState) -> TimelinePart:
    """Both have the same axes, so that they can be compared."""
    reach = max(ahead.c_limit, back.c_limit)
    scale = max(ahead.scale_limit, back.scale_limit)
    there = replace(
        back,
        step=ahead.step,
        curves={name: curve[::-1] for name, curve in back.curves.items()},
        overridden=tuple(turned(one, state.scene.steps) for one in back.overridden),
        runs=_from_the_beginning(back.runs),
        labels=ahead.labels,
        x_limit=ahead.x_limit,
        c_limit=reach,
        scale_limit=scale,
        direction=BACK,
    )
    ahead = replace(ahead, c_limit=reach, scale_limit=scale)
    return replace(ahead, backward=there, direction=AHEAD, looks_back=state.looks_back)


def _from_the_beginning(runs: UnitRuns | None) -> UnitRuns | None:
    if runs is None:
        return None
    return replace(runs, arrays={name: array[::-1] for name, array in runs.arrays.items()})


def _equations(part: EquationsPart, state: SimState, direction: str) -> EquationsPart:
    """Each with the address that it has outside the mirror."""
    found = part.equations
    if direction == BACK:
        found = tuple(replace(one, quantity=turned(one.quantity, state.scene.steps)) for one in found)
    return replace(part, equations=found, direction=direction)
