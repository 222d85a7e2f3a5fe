"""What the input was made as, a preset and its settings, and what that asks of a network at each step."""

from dataclasses import dataclass
from functools import lru_cache

from lstm_gui.lessons.scene import MAX_STEPS, Scene
from lstm_gui.sequences.presets import BY_ID
from lstm_gui.sequences.sequence import InputSequence
from lstm_gui.simulator.number_text import number_text


@dataclass(frozen=True, slots=True)
class Made:
    """A preset by its id, the settings that were chosen, and the input it became, counted from 0."""

    preset: str
    values: tuple[tuple[str, float], ...] = ()
    source: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked at a step: a number, or which of several symbols may stand there."""

    step: int
    text: str  # "A", "a|b", "0.83"
    value: float | None  # the number, where it is one


def asked_of(scene: Scene, made: Made | None) -> tuple[Asked, ...]:
    """What the preset that the input was made as asks; nothing once the input is another."""
    made = made or (Made(scene.drawn_as) if scene.drawn_as else None)
    if made is None:
        return ()
    sequence = _sequence(made, scene.steps, scene.seed)
    if sequence is None or not any(sequence.targets) or not _is_read(sequence, made, scene):
        return ()
    return tuple(
        _asked(step, target, sequence.answers)
        for step, target in enumerate(sequence.targets, start=1)
        if target is not None
    )


def largest_asked(asked: tuple[Asked, ...]) -> float:
    """The largest magnitude of the numbers that are asked; 0 where none is."""
    return max((abs(one.value) for one in asked if one.value is not None), default=0.0)


@lru_cache(maxsize=8)
def _sequence(made: Made, steps: int, seed: int) -> InputSequence | None:
    """What the preset makes; None where there are too few steps for it, which a hand has cut."""
    preset = BY_ID[made.preset]
    if steps < preset.least:
        return None
    return preset.make(MAX_STEPS if preset.own_length else steps, seed, dict(made.values))


def _is_read(sequence: InputSequence, made: Made, scene: Scene) -> bool:
    """Whether the scene reads just this."""
    if sequence.width == scene.cell.inputs:
        return sequence.inputs == scene.inputs
    if sequence.width > 1 or made.source >= scene.cell.inputs or sequence.steps != scene.steps:
        return False
    read = zip(sequence.inputs, scene.inputs, strict=True)
    return all(value == row[made.source] for (value,), row in read)


def _asked(step: int, target: tuple[float, ...], answers: tuple[str, ...]) -> Asked:
    if not answers:
        whole = target[0] == int(target[0])
        return Asked(step, number_text(target[0], 0 if whole else 2), target[0])
    chosen = [name for name, share in zip(answers, target, strict=True) if share]
    return Asked(step, "|".join(chosen), None)
