"""grade: an answer to a graded card, held against what the simulator computes."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from lstm_gui.lessons.challenge import Challenge, Draw, Numeric, Predict
from lstm_gui.lessons.scene import Cell, Matrix, Scene
from lstm_gui.sequences.draws import Draws
from lstm_gui.simulator.explain import equation
from lstm_gui.simulator.explosion import explosion
from lstm_gui.simulator.frame import Equation
from lstm_gui.simulator.graded.result import Result, Unfit, cap_of
from lstm_gui.simulator.graded.verdict import verdict
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.scene_edit import with_value
from lstm_gui.simulator.values import traced_arrays


def scene_of(card: Predict | Challenge | Numeric, seed: int = 0) -> Scene:
    """The scene that a card begins with: its knobs where they start, its values as the seed draws them."""
    scene = card.asked.opened()
    if isinstance(card, Challenge):
        return _turned(scene, card, [knob.start for knob in card.knobs])
    return _drawn(scene, card, seed) if isinstance(card, Numeric) else scene


def values_of(card: Numeric, seed: int) -> tuple[tuple[Draw, float], ...]:
    """What a seed draws, in the order of the card."""
    draws = Draws(seed)
    return tuple((one, round(draws.uniform(one.low, one.high), one.decimals)) for one in card.draws)


def solved(card: Challenge) -> Scene:
    """The scene with the knobs where the example leaves them."""
    return _turned(card.asked.opened(), card, [knob.solution for knob in card.knobs])


def right_answer(card: Predict | Numeric, seed: int = 0) -> tuple[float, ...]:
    """What the simulator computes for what is asked, a number a step."""
    scene = scene_of(card, seed)
    first, last = (card.first, card.last) if isinstance(card, Predict) else (card.step, card.step)
    values = traced_arrays(run_scene(scene), scene.cell.graph)[card.name]
    return tuple(float(value) for value in values[first - 1 : last, card.unit])


def worked(card: Numeric, seed: int) -> tuple[tuple[str, Equation], ...]:
    """The way to the answer: the symbol of each quantity and its equation, with the numbers of the seed."""
    scene = replace(scene_of(card, seed), step=card.step)
    trace, graph = run_scene(scene), scene.cell.graph
    steps = [(name, Quantity(name, card.step, card.unit)) for name in card.worked]
    return tuple((graph.symbol(name), equation(trace, scene, quantity)) for name, quantity in steps)


def grade_answer(
    card: Predict | Numeric, answer: Sequence[float], *, seed: int = 0, hinted: bool = False
) -> Result:
    """The grade of the numbers that a person gave, one a step asked for. Raises Unfit for another count."""
    right = right_answer(card, seed)
    if len(answer) != len(right):
        raise Unfit(f"This asks for {len(right)} number{'s' * (len(right) > 1)}, not {len(answer)}.")
    errors = [abs(given - true) for given, true in zip(answer, right, strict=True)]
    wrong = [place for place, error in enumerate(errors) if not error <= card.tolerance]
    first = card.first if isinstance(card, Predict) else card.step
    cap = cap_of(not wrong, hinted)
    return Result(
        not wrong, cap, step=first + wrong[0] if wrong else 0, off=_finite(max(errors)), right=right
    )


def grade_scene(
    card: Challenge,
    scene: Scene,
    *,
    hinted: bool = False,
    told: Callable[[int, int], None] = lambda _done, _total: None,
) -> Result:
    """The grade of the scene that a person made. Raises Unfit where more than the knobs was moved.

    `told(done, total)` is called before each sequence; what it raises breaks the grading off.
    """
    start = scene_of(card)
    refuse_other_changes(card, start, scene)
    sequences = card.sequences()
    for number, (title, inputs) in enumerate(sequences, start=1):
        told(number - 1, len(sequences))
        run = _on(start, scene.cell, inputs)
        arrays = traced_arrays(run_scene(run), run.cell.graph)
        if (gone := explosion(arrays, run.cell.graph)) is not None:
            return Result(False, cap_of(False, hinted), title, gone.step, None, number=number)
        found = verdict(card.goal, arrays)
        if not found.reached:
            off = _finite(found.off)
            return Result(False, cap_of(False, hinted), title, found.step, off, number=number)
    return Result(True, cap_of(True, hinted))


def where_it_failed(card: Challenge, scene: Scene, result: Result) -> Scene:
    """A person's scene on the sequence that failed, at the step that decided it."""
    run = _on(scene_of(card), scene.cell, card.sequences()[result.number - 1][1])
    return replace(run, step=result.step, caption="")


def _on(start: Scene, cell: Cell, inputs: Matrix) -> Scene:
    """The challenge's scene with a person's cell, on another sequence."""
    return replace(start, cell=cell, inputs=inputs, overrides=(), labels=(), drawn_as="", step=1)


def _finite(off: float) -> float | None:
    return off if math.isfinite(off) else None


def _turned(scene: Scene, card: Challenge, values: Sequence[float]) -> Scene:
    for knob, value in zip(card.knobs, values, strict=True):
        scene = with_value(scene, Quantity(knob.name, 0, knob.unit, knob.source), value)
    return scene


def _drawn(scene: Scene, card: Numeric, seed: int) -> Scene:
    for draw, value in values_of(card, seed):
        scene = with_value(scene, Quantity(draw.name, draw.step, draw.unit, draw.source), value)
    return scene


def refuse_other_changes(card: Challenge, start: Scene, scene: Scene) -> None:
    """Nothing, where the knobs and the inputs alone differ from where the card starts. Raises Unfit."""
    if scene.cell.shape != start.cell.shape:
        raise Unfit(
            "This scene has another cell than the challenge: keep its kind, its units and its inputs."
        )
    moved = _turned(
        start, card, [_value(scene.cell, knob.name, knob.unit, knob.source) for knob in card.knobs]
    )
    if moved.cell != scene.cell:
        graph = start.cell.graph
        changed = next(name for name in graph.parameter if moved.cell.array(name) != scene.cell.array(name))
        knobs = ", ".join(dict.fromkeys(knob.name for knob in card.knobs))
        raise Unfit(f"In this scene {changed} was changed too; the knobs of this challenge are {knobs}.")
    if scene.initial != start.initial or scene.backward is not None:
        raise Unfit("This scene starts elsewhere than the challenge, or is read in both directions.")


def _value(cell: Cell, name: str, unit: int, source: int) -> float:
    return cell.array(name)[unit][source]
