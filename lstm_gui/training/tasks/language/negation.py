"""Reading with negation: is a sentence glad or sorry in the end?

Sentences are made by a small grammar, so that it is known which is which: an adjective, turned round by
"not", and by "nobody says that" before it; after "but" only what follows counts.
"""

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.task import Baseline, Task
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.drawn import Coded, one_hot
from lstm_gui.training.tasks.guess import chance, guess
from lstm_gui.training.tasks.held_out import Codes

SAYS = ("nobody", "says", "that")
THINGS = ("film", "book", "song", "meal", "play", "trip")
HOW = ("very", "really", "quite")
GOOD, BAD = ("good", "great", "lovely", "funny"), ("bad", "awful", "dull", "boring")
WORDS = (*SAYS, "the", *THINGS, "was", "not", *HOW, *GOOD, *BAD, "but", ".")
ABSENT = -1

_PLACE = {word: place for place, word in enumerate(WORDS)}
_OFTEN = {"nobody": 0.15, "not": 0.3, "how": 0.4, "but": 0.5}  # how likely each is


class Negation(Coded):
    """Words one-hot: x (T, B, 25), "." at the end, where it is asked: bad or good."""

    inputs = len(WORDS)
    outputs = 2
    input_names = WORDS
    output_names = ("bad", "good")
    judged = 256

    def __init__(self, sentences: str = "long") -> None:
        self.sentences = sentences

    def codes(self, rng: np.random.Generator, size: int) -> Codes:
        """(T, size) places in WORDS, ABSENT after the end."""
        last = _clause(rng, size)
        if self.sentences == "long":
            first = np.concatenate([_clause(rng, size), _always("but", size)])
            first[:, rng.random(size) > _OFTEN["but"]] = ABSENT
            last = np.concatenate([first, last])
        said = np.concatenate([last, _always(".", size)])
        order = np.argsort(said == ABSENT, axis=0, kind="stable")  # what is absent goes to the end
        return np.take_along_axis(said, order, axis=0)

    def batch(self, codes: Codes) -> Batch:
        """See `Coded.batch`."""
        lengths = (codes != ABSENT).sum(axis=0)
        codes = codes[: lengths.max()]
        weights = np.arange(len(codes))[:, np.newaxis] == lengths - 1
        target = np.broadcast_to(meaning(codes), codes.shape)
        return Batch(one_hot(codes, self.inputs), target, weights.astype(np.float32), lengths)

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """Either; and what the last adjective says, as if nothing ever turned it round."""
        return chance(self), guess(self, "the adjective alone", _last_adjective)

    @property
    def step_names(self) -> tuple[str, ...]:
        """The words of the probe."""
        return tuple(WORDS[place] for place in self.probe.x[:, 0].argmax(axis=-1))


def meaning(codes: Codes) -> NDArray[np.intp]:
    """(B,) 1 for sentences that are glad, 0 for sorry ones: what follows the last "but" decides."""
    steps = np.arange(len(codes))[:, np.newaxis]
    start = np.where(codes == _PLACE["but"], steps, -1).max(axis=0)
    counted = np.where(steps > start, codes, ABSENT)
    turned = np.isin(counted, (_PLACE["nobody"], _PLACE["not"])).sum(axis=0)
    glad = np.isin(counted, [_PLACE[word] for word in GOOD]).sum(axis=0)
    found: NDArray[np.intp] = (turned + glad) % 2
    return found


def _clause(rng: np.random.Generator, size: int) -> Codes:
    """(9, size): nobody says that, the, a thing, was, not, very, an adjective; ABSENT where left out."""
    clause = np.concatenate(
        [
            *(_always(word, size) for word in (*SAYS, "the")),
            _one_of(THINGS, rng, size),
            *(_always(word, size) for word in ("was", "not")),
            _one_of(HOW, rng, size),
            _one_of(GOOD + BAD, rng, size),
        ]
    )
    for word, rows in (("nobody", slice(0, 3)), ("not", slice(6, 7)), ("how", slice(7, 8))):
        clause[rows, rng.random(size) > _OFTEN[word]] = ABSENT
    return clause


def _always(word: str, size: int) -> Codes:
    return np.full((1, size), _PLACE[word], np.int8)


def _one_of(words: tuple[str, ...], rng: np.random.Generator, size: int) -> Codes:
    """(1, size): any of words that stand side by side in WORDS."""
    return rng.integers(_PLACE[words[0]], _PLACE[words[0]] + len(words), (1, size), dtype=np.int8)


def _last_adjective(batch: Batch) -> NDArray[Any]:
    """(T, B, 1): the adjective read last, at all steps of a sequence alike."""
    first = _PLACE[GOOD[0]]
    met = batch.x[..., first : first + len(GOOD + BAD)]
    last = len(met) - 1 - np.any(met[::-1], axis=-1).argmax(axis=0)
    found = met[last, np.arange(batch.size)].argmax(axis=-1)
    return np.broadcast_to(found[:, np.newaxis], (*batch.x.shape[:2], 1))


def negation(values: dict[str, Value], data: Data | None) -> Task:
    """The task, for the catalogue."""
    del data
    return Negation(str(values["sentences"]))
