"""What each program is to do, in plain Python, with random sequences to do it on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np

from lstm_gui.nets.activation import FloatArray
from tests.lessons import program_words as words
from tests.lessons.program_run import Row, Run

EXACT = 1e-12
LONGEST = 240  # steps; the scenes show 12 to 24
DENSITIES = (0.0, 0.02, 0.2, 0.5, 0.9, 1.0)  # how often a bit is 1; 0 is a long wait

Draw = Callable[[Random, int], list[Row]]


@dataclass(frozen=True)
class Statement:
    """What a program is to do."""

    draw: Draw  # a random sequence of that length, or about
    wanted: Callable[[Sequence[Row]], Sequence[object]]  # at each step, one answer or several
    answer: Callable[[Run], FloatArray]  # the numbers that answer, in the same shape
    border: float | None = 0.5  # above is yes and below is no; None where the number itself is the answer
    tolerance: float = 0.0  # how far such a number may be off
    shaken_tolerance: float = 0.0  # and how far with weights 1 % off
    longest: int = LONGEST


def bits(columns: int) -> Draw:
    """Zeros and ones, each column with a density of its own after the first step."""

    def draw(random: Random, length: int) -> list[Row]:
        densities = random.choices(DENSITIES, k=columns)
        first = tuple(float(random.random() < 0.5) for _ in range(columns))
        rest = [tuple(float(random.random() < density) for density in densities) for _ in range(length - 1)]
        return [first, *rest]

    return draw


def numbers(low: float, high: float) -> Draw:
    """FloatArray of a range; for a third of the sequences its ends alone."""

    def draw(random: Random, length: int) -> list[Row]:
        ends = random.random() < 1 / 3
        return [(random.choice((low, high)) if ends else random.uniform(low, high),) for _ in range(length)]

    return draw


def spelt(alphabet: str, draw_letters: Callable[[Random, int], str]) -> Draw:
    """Letters, each as one 1 among zeros."""
    return lambda random, length: one_hot(alphabet, draw_letters(random, length))


def one_hot(alphabet: str, letters: str) -> list[Row]:
    """A 1 at the input of each letter."""
    return [tuple(float(letter == known) for known in alphabet) for letter in letters]


def read(alphabet: str, rows: Sequence[Row]) -> str:
    """The letters again."""
    return "".join(alphabet[row.index(1)] for row in rows)


def hidden(*units: int) -> Callable[[Run], FloatArray]:
    """h of these units, counted from 1."""
    return lambda run: run.h[:, [unit - 1 for unit in units]]


def cell_state(run: Run) -> FloatArray:
    """c of the first unit."""
    assert run.c is not None
    return run.c[:, :1]


def latch(rows: Sequence[Row]) -> list[float]:
    """The value that was last taken."""
    held, answers = 0.0, []
    for value, take in rows:
        held = value if take else held
        answers.append(held)
    return answers


def set_reset(rows: Sequence[Row]) -> list[bool]:
    """On after a set, off after a reset."""
    on, answers = False, []
    for switch_on, switch_off in rows:
        on = not switch_off and (bool(switch_on) or on)
        answers.append(on)
    return answers


def toggle(rows: Sequence[Row]) -> list[bool]:
    """Whether the number of ones so far is odd."""
    return [sum(x for (x,) in rows[: t + 1]) % 2 == 1 for t in range(len(rows))]


def count(rows: Sequence[Row]) -> list[float]:
    """The number of ones so far."""
    return [sum(x for (x,) in rows[: t + 1]) for t in range(len(rows))]


def rising_edge(rows: Sequence[Row]) -> list[bool]:
    """Whether this is a 1 after a 0; before the first step there were zeros."""
    return [now > before for (now,), (before,) in zip(rows, [(0.0,), *rows], strict=False)]


def leaky_sum(rows: Sequence[Row]) -> list[float]:
    """Four fifths of the old sum and a fifth of the new, which is squashed."""
    total, answers = 0.0, []
    for (x,) in rows:
        total = 0.8 * total + 0.2 * float(np.tanh(2 * x))
        answers.append(total)
    return answers


def shift_register(rows: Sequence[Row]) -> list[list[bool]]:
    """The last four bits clocked in, the newest first."""
    held, answers = [False] * 4, []
    for bit, clock in rows:
        held = [bool(bit), *held[:3]] if clock else held
        answers.append(held)
    return answers


def three_steps_ago(rows: Sequence[Row]) -> list[float]:
    """The input of three steps before, 0 where there was none."""
    return [0.0, 0.0, 0.0, *(x for (x,) in rows)][: len(rows)]


def largest(rows: Sequence[Row]) -> list[float]:
    """The largest input so far."""
    return [max(x for (x,) in rows[: t + 1]) for t in range(len(rows))]


def both_units(run: Run) -> FloatArray:
    """h₁ + h₂."""
    return run.h[:, :1] + run.h[:, 1:2]


def reber_lights(run: Run) -> FloatArray:
    """h of unit 16, and the brightest h of any unit but the third, which is the memory."""
    places = np.delete(run.h, 2, axis=1)
    return np.stack([run.h[:, 15], places.max(axis=1)], axis=1)


def ab_letters(random: Random, length: int) -> str:
    """Words of a and b with their end marks."""
    letters = ""
    while len(letters) < length:
        letters += words.some_ab(random, random.choice((4, 12, 100)))
    return letters[:length]


STATEMENTS = {
    "latch": Statement(bits(2), latch, hidden(1)),
    "set-reset": Statement(bits(2), set_reset, hidden(1)),
    "toggle": Statement(bits(1), toggle, hidden(1), border=0.0, longest=120),
    "counter": Statement(
        bits(1), count, cell_state, border=None, tolerance=0.4, shaken_tolerance=0.4, longest=96
    ),
    "edge-detector": Statement(bits(1), rising_edge, hidden(1)),
    "leaky-integrator": Statement(
        numbers(-1, 1), leaky_sum, cell_state, border=None, tolerance=0.01, shaken_tolerance=0.05
    ),
    "shift-register": Statement(bits(2), shift_register, hidden(1, 2, 3, 4), border=0.0),
    "a-n-b-n": Statement(spelt("ab$", ab_letters), lambda rows: words.counted(read("ab$", rows)), hidden(3)),
    "delay-line": Statement(
        numbers(0, 1), three_steps_ago, hidden(4), border=None, tolerance=EXACT, shaken_tolerance=0.05
    ),
    "parity": Statement(bits(1), toggle, both_units),
    "running-maximum": Statement(
        numbers(0, 1), largest, both_units, border=None, tolerance=EXACT, shaken_tolerance=0.15
    ),
    "embedded-reber": Statement(
        spelt("BTPSXVE", words.reber_letters),
        lambda rows: words.followed(read("BTPSXVE", rows)),
        reber_lights,
    ),
}
