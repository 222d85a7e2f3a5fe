"""The inputs to choose from, in one table: each makes a sequence for a number of steps and a seed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lstm_gui.sequences.bits import parity, random_bits
from lstm_gui.sequences.languages import a_n_b_n, embedded_reber
from lstm_gui.sequences.recall import adding, copy, temporal_order
from lstm_gui.sequences.sequence import InputSequence, at_least
from lstm_gui.sequences.signals import impulse, noise, pulse_train, saw, sine, square, step

Values = Mapping[str, float]

_LONGEST_PERIOD = 16  # steps
_AT = 2  # the step of an impulse, so that the step before shows the cell at rest
_SHORTEST_REBER = 9  # steps of B T B T X S E T E, and of three more
_BY_COPY = 3  # steps: a symbol, the cue, and the symbol asked for
_MOST_COPIED = 256  # steps
_COPY_SHARE = 4  # a quarter of the steps brings symbols, another asks for them


@dataclass(frozen=True, slots=True)
class Setting:
    """A number of a preset that a person can choose: a count of steps or symbols, or a size."""

    name: str  # "period"
    low: float
    high: float
    usual: Callable[[int], float]  # what it is in a sequence of so many steps when nobody chose it
    whole: bool = True

    def hold(self, value: float) -> float:
        """The nearest value allowed."""
        held = min(max(value, self.low), self.high)
        return float(round(held)) if self.whole else held


@dataclass(frozen=True, slots=True)
class Preset:
    """One row. `make(steps, seed)` gives a sequence of about `steps` steps, never more."""

    id: str
    width: int  # how many inputs it needs
    seeded: bool  # whether another seed gives another sequence
    made: Callable[[int, int, Values], InputSequence]
    least: int = 1  # steps it needs; with fewer it raises ValueError
    own_length: bool = False  # whether its seed decides how long it is
    settings: tuple[Setting, ...] = ()

    def make(self, steps: int, seed: int, chosen: Values | None = None) -> InputSequence:
        """The sequence; a setting that was chosen may make it longer or shorter than `steps`."""
        return self.made(steps, seed, self.values(steps, chosen or {}))

    def values(self, steps: int, chosen: Values) -> dict[str, float]:
        """Every setting: what was chosen, or what is usual for so many steps."""
        return {one.name: one.hold(chosen.get(one.name, one.usual(steps))) for one in self.settings}


def period_for(steps: int) -> int:
    """A period that passes twice in `steps` steps, or more often in many."""
    return max(2, min(_LONGEST_PERIOD, steps // 2))


_SIZE = Setting("size", -3.0, 3.0, lambda _: 1.0, whole=False)
_PERIOD = Setting("period", 2, 128, period_for)
_PULSES = (
    Setting("period", 2, 128, lambda steps: max(2, period_for(steps) // 2)),
    Setting("width", 1, 127, lambda _: 1),
    _SIZE,
)
_N = Setting("n", 1, 128, lambda steps: steps // 2)
_COPY = (
    Setting("symbols", 1, 64, lambda steps: max(1, steps // _COPY_SHARE)),
    Setting("gap", 1, 130, lambda steps: steps - 2 * max(1, steps // _COPY_SHARE)),
)


def _at(usual: Callable[[int], float]) -> Setting:
    return Setting("at", 1, 256, usual)


def _copy(steps: int, seed: int, values: Values) -> InputSequence:
    at_least(_BY_COPY, steps=steps)
    gap = int(values["gap"])
    return copy(min(int(values["symbols"]), (_MOST_COPIED - gap) // 2), gap, seed)


def _a_n_b_n(steps: int, values: Values) -> InputSequence:
    """As long a string as fits, and a step that is left over is silent; or one of the n that was chosen."""
    at_least(2, steps=steps)
    made = a_n_b_n(int(values["n"]), one_number=True)
    if made.steps != steps - 1:
        return made
    silent, nothing = (0.0,), None
    return replace(
        made,
        inputs=(*made.inputs, silent),
        labels=(*made.labels, ""),
        targets=(*made.targets, nothing),
    )


def _reber(steps: int, seed: int) -> InputSequence:
    """The first string, of those that the seed and its followers give, that is not too long."""
    at_least(_SHORTEST_REBER, steps=steps)
    while (made := embedded_reber(seed)).steps > steps:
        seed += 1
    return made


def _signal(name: str, made: Callable[[int, Values], InputSequence], *settings: Setting) -> Preset:
    """A signal of one number a step that no seed draws."""
    return Preset(name, 1, False, lambda steps, _, values: made(steps, values), settings=settings)


PRESETS = (
    _signal("impulse", lambda n, v: impulse(n, min(int(v["at"]), n), v["size"]), _at(lambda _: _AT), _SIZE),
    _signal("step", lambda n, v: step(n, min(int(v["at"]), n), v["size"]), _at(lambda n: n // 4 + 1), _SIZE),
    _signal(
        "pulse_train", lambda n, v: pulse_train(n, int(v["period"]), int(v["width"]), v["size"]), *_PULSES
    ),
    _signal("sine", lambda n, v: sine(n, v["period"], v["size"]), _PERIOD, _SIZE),
    _signal("square", lambda n, v: square(n, int(v["period"]), v["size"]), _PERIOD, _SIZE),
    _signal("saw", lambda n, v: saw(n, int(v["period"]), v["size"]), _PERIOD, _SIZE),
    Preset("noise", 1, True, lambda n, seed, v: noise(n, seed, v["size"]), settings=(_SIZE,)),
    Preset("random_bits", 1, True, lambda n, seed, _: random_bits(n, seed)),
    Preset("parity", 1, True, lambda n, seed, _: parity(n, seed)),
    Preset("a_n_b_n", 1, False, lambda n, _, v: _a_n_b_n(n, v), least=2, settings=(_N,)),
    Preset("adding", 2, True, lambda n, seed, _: adding(n, seed), least=2),
    Preset(
        "embedded_reber", 7, True, lambda n, seed, _: _reber(n, seed), least=_SHORTEST_REBER, own_length=True
    ),
    Preset("copy", 8, True, _copy, least=_BY_COPY, settings=_COPY),
    Preset("temporal_order", 8, True, lambda n, seed, _: temporal_order(n, seed), least=4),
)
BY_ID = {preset.id: preset for preset in PRESETS}
SEEDED = tuple(preset.id for preset in PRESETS if preset.seeded)
