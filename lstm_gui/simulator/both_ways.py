"""The parts of a frame of a scene that is read in both directions, every step counted from the beginning."""

from dataclasses import replace

from lstm_gui.simulator.direction import AHEAD, BACK, turned
from lstm_gui.simulator.frame import CellPart, EquationsPart, Frame, TimelinePart


def both_ways(ahead: Frame, back: Frame) -> Frame:
    """One frame of two: of the scene, and of the scene in the mirror."""
    state = ahead.state
    looked_at, direction = (back, BACK) if state.looks_back else (ahead, AHEAD)
    return replace(
        ahead,
        cell=replace(ahead.cell, direction=AHEAD),
        timeline=_timeline(ahead.timeline, back.timeline, state.scene.steps),
        operating=replace(looked_at.operating, direction=direction),
        equations=_equations(looked_at.equations, ahead, direction),
        weights=replace(looked_at.weights, direction=direction),
        backward=back,
        backward_cell=_cell(back.cell, ahead.cell),
    )


def _cell(back: CellPart, ahead: CellPart) -> CellPart:
    return replace(back, step=ahead.step, direction=BACK)


def _timeline(ahead: TimelinePart, back: TimelinePart, steps: int) -> TimelinePart:
    """Both have the same axes, so that they can be compared."""
    reach = max(ahead.c_limit, back.c_limit)
    there = replace(
        back,
        step=ahead.step,
        curves={name: curve[::-1] for name, curve in back.curves.items()},
        overridden=tuple(replace(turned(one, steps), backward=False) for one in back.overridden),
        labels=ahead.labels,
        x_limit=ahead.x_limit,
        c_limit=reach,
    )
    return replace(ahead, c_limit=reach, backward=there)


def _equations(part: EquationsPart, ahead: Frame, direction: str) -> EquationsPart:
    """Each at the step shown."""
    step = ahead.cell.step
    here = tuple(replace(one, quantity=replace(one.quantity, step=step)) for one in part.equations)
    return replace(part, equations=here, direction=direction)
