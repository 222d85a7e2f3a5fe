"""The embedded Reber grammar, string by string or as a stream without end: which symbols may come next?

Strings: Cleeremans et al. 1989, Fahlman 1991; Hochreiter & Schmidhuber 1997, Long Short-Term Memory,
experiment 1. The stream: Gers, Schmidhuber & Cummins 2000, Learning to Forget.
"""

from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray, sigmoid
from lstm_gui.sequences.languages import REBER_SYMBOLS
from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Score, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.diagnostic.reber_grammar import FOLLOWS, SYMBOL, ends, ways_drawn
from lstm_gui.training.tasks.drawn import Drawn, one_hot
from lstm_gui.training.tasks.guess import chance, memoryless
from lstm_gui.training.tasks.held_out import LEARN, Codes, of_part

NEAR = 0.49  # an answer is right when it is less than this from 1 or 0 (Gers et al. 2000)
LONGEST = 40  # symbols of a string; of a thousand drawn two are longer and drawn again
STREAM = 30  # windows, after which a stream to learn from is over
_DRAWN = 8  # times as many strings as are wanted, to find different ones
NOTHING = -1  # in the place of a way on, after the end of a string


class _Reber(Drawn):
    """Symbols one-hot: x (T, B, 7); asked at every step, for each symbol: may it come next? (T, B, 7)."""

    answers = "bits"
    inputs = len(REBER_SYMBOLS)
    outputs = len(REBER_SYMBOLS)
    input_names = tuple(REBER_SYMBOLS)
    output_names = tuple(REBER_SYMBOLS)

    @property
    def step_names(self) -> tuple[str, ...]:
        """The symbols of the probe."""
        return tuple(REBER_SYMBOLS[place] for place in self.probe.x[:, 0].argmax(axis=-1))

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """How often each symbol may come next at all, and after the symbol that is read."""
        return chance(self, "the same at every step"), memoryless(self, "the last symbol alone")


class EmbeddedReber(_Reber):
    """One string a sequence: the last but one symbol is to be the second. Nothing is asked at the end."""

    score_name = "share of strings all right"
    judged = 512
    tested = 1024

    def of(self, rng: np.random.Generator, size: int, part: str) -> Batch:
        """See `Drawn.of`; of those to judge by and to test with none comes twice, so that there may be fewer.

        The short strings come again and again: one of them would count for as much as dozens of long ones.
        """
        drawn = size if part == LEARN else _DRAWN * size
        ways = of_part(lambda count: _strings(rng, count), drawn, part)
        if part != LEARN:
            ways = ways[:, np.sort(np.unique(ways, axis=1, return_index=True)[1])[:size]]
        lengths = (ways != NOTHING).sum(axis=0)
        ways = ways[: lengths.max()]
        inside = ways != NOTHING
        x = one_hot(np.where(inside, SYMBOL[ways], NOTHING), self.inputs)
        asked = inside & (np.arange(len(ways))[:, np.newaxis] < lengths - 1)
        return Batch(x, FOLLOWS[ways], asked.astype(np.float32), lengths)

    def score(self, y: FloatArray, batch: Batch) -> Score:
        """The share of the strings at no step of which an answer is further off than `NEAR`."""
        share = float(1 - wrong(y, batch).any(axis=0).mean())
        return Score(share, share == 1.0)


class ContinualReber(_Reber):
    """String after string, with nothing that says where one ends: each batch goes on where the last ended."""

    score_name = "symbols read before the first mistake"
    continual = True
    judged = 10  # streams
    tested = 10

    def __init__(self, window: int, judged_on: int = 1000, tested_on: int = 10_000) -> None:
        self.window, self.judged_on, self.tested_on = window, judged_on, tested_on

    def draw(self, rng: np.random.Generator, size: int, step: int) -> Batch:
        """See `Task.draw`: as many whole strings in each stream as the window has room for.

        Every so often new streams begin, so that a network also learns how one begins.
        """
        return replace(_streams(rng, size, self.window), continues=step % STREAM > 0)

    def of(self, rng: np.random.Generator, size: int, part: str) -> Batch:
        """See `Drawn.of`: streams of a fixed length from a seed that is never learnt from."""
        del part
        return _streams(rng, size, self.judged_on)

    @cached_property
    def test(self) -> Batch:
        """See `Task.test`: ten streams, longer than those by which progress is judged."""
        return _streams(np.random.default_rng(1_000_002), self.tested, self.tested_on)

    @cached_property
    def probe(self) -> Batch:
        """See `Task.probe`: some strings on end."""
        return _streams(np.random.default_rng(1_000_003), 1, self.window)

    def score(self, y: FloatArray, batch: Batch) -> Score:
        """How many symbols of a stream are read before the first mistake; solved: none in any stream."""
        mistakes = wrong(y, batch)
        first = np.where(
            mistakes.any(axis=0), mistakes.argmax(axis=0), len(y) if batch.lengths is None else batch.lengths
        )
        return Score(float(first.mean()), not mistakes.any())


def wrong(y: FloatArray, batch: Batch) -> NDArray[np.bool_]:
    """(T, B): the steps that count at which an answer is `NEAR` or more off."""
    off: NDArray[np.bool_] = (np.abs(sigmoid(y) - batch.target) >= NEAR).any(axis=-1)
    if batch.lengths is not None:
        off &= np.arange(len(off))[:, np.newaxis] < batch.lengths
    return off if batch.weights is None else off & (batch.weights > 0)


def _strings(rng: np.random.Generator, size: int) -> Codes:
    """(LONGEST, about size) strings as ways through the grammar, NOTHING after their end."""
    ways = ways_drawn(rng, LONGEST, size)
    over = ends(ways)
    ways = ways[:, over.any(axis=0)]
    last = over[:, over.any(axis=0)].argmax(axis=0)
    return np.where(np.arange(LONGEST)[:, np.newaxis] <= last, ways, NOTHING)


def _streams(rng: np.random.Generator, size: int, steps: int) -> Batch:
    """Strings on end: every stream stops with the last string that fits, so that the next begins with one."""
    ways = ways_drawn(rng, steps, size)
    over = ends(ways)
    lengths = steps - over[::-1].argmax(axis=0)
    ways = ways[: lengths.max()]
    return Batch(one_hot(SYMBOL[ways], len(REBER_SYMBOLS)), FOLLOWS[ways], None, lengths, continues=True)


def embedded(values: dict[str, Value], data: Data | None) -> Task:
    """String by string, for the catalogue."""
    del values, data
    return EmbeddedReber()


def continual(values: dict[str, Value], data: Data | None) -> Task:
    """The stream, for the catalogue."""
    del data
    return ContinualReber(int(values["window"]))
