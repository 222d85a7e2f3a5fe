"""The inputs to choose from, in one table: each makes a sequence for a number of steps and a seed."""

from collections.abc import Callable
from dataclasses import dataclass

from lstm_gui.sequences.bits import parity, random_bits
from lstm_gui.sequences.languages import a_n_b_n, embedded_reber
from lstm_gui.sequences.recall import adding, copy, temporal_order
from lstm_gui.sequences.sequence import InputSequence, at_least, signal
from lstm_gui.sequences.signals import impulse, noise, pulse_train, saw, sine, square, step

_LONGEST_PERIOD = 16  # steps
_AT = 2  # the step of an impulse, so that the step before shows the cell at rest
_SHORTEST_REBER = 9  # steps of B T B T X S E T E, and of three more
_COPY_SHARE = 4  # a quarter of the steps brings symbols, another asks for them


@dataclass(frozen=True, slots=True)
class Preset:
    """One row. `make(steps, seed)` gives a sequence of about `steps` steps, never more."""

    id: str
    width: int  # how many inputs it needs
    seeded: bool  # whether another seed gives another sequence
    make: Callable[[int, int], InputSequence]
    least: int = 1  # steps it needs; with fewer it raises ValueError
    own_length: bool = False  # whether its seed decides how long it is


def period_for(steps: int) -> int:
    """A period that passes twice in `steps` steps, or more often in many."""
    return max(2, min(_LONGEST_PERIOD, steps // 2))


def _copy(steps: int, seed: int) -> InputSequence:
    symbols = max(1, steps // _COPY_SHARE)
    return copy(symbols, steps - 2 * symbols, seed)


def _a_n_b_n(steps: int) -> InputSequence:
    """As long a string as fits; a step that is left over is silent."""
    made = a_n_b_n(steps // 2, one_number=True)
    silent = steps - made.steps
    return signal([row[0] for row in made.inputs] + [0.0] * silent, (*made.labels, *("",) * silent))


def _reber(steps: int, seed: int) -> InputSequence:
    """The first string, of those that the seed and its followers give, that is not too long."""
    at_least(_SHORTEST_REBER, steps=steps)
    while (made := embedded_reber(seed)).steps > steps:
        seed += 1
    return made


PRESETS = (
    Preset("impulse", 1, False, lambda steps, _: impulse(steps, min(_AT, steps))),
    Preset("step", 1, False, lambda steps, _: step(steps, steps // 4 + 1)),
    Preset("pulse_train", 1, False, lambda steps, _: pulse_train(steps, max(2, period_for(steps) // 2))),
    Preset("sine", 1, False, lambda steps, _: sine(steps, period_for(steps))),
    Preset("square", 1, False, lambda steps, _: square(steps, period_for(steps))),
    Preset("saw", 1, False, lambda steps, _: saw(steps, period_for(steps))),
    Preset("noise", 1, True, noise),
    Preset("random_bits", 1, True, random_bits),
    Preset("parity", 1, True, parity),
    Preset("a_n_b_n", 1, False, lambda steps, _: _a_n_b_n(steps), least=2),
    Preset("adding", 2, True, adding, least=2),
    Preset("embedded_reber", 7, True, _reber, least=_SHORTEST_REBER, own_length=True),
    Preset("copy", 8, True, _copy, least=3),
    Preset("temporal_order", 8, True, temporal_order, least=4),
)
BY_ID = {preset.id: preset for preset in PRESETS}
SEEDED = tuple(preset.id for preset in PRESETS if preset.seeded)
