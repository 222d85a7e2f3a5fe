"""The next character of a text (Elman 1990; Karpathy, Johnson & Fei-Fei 2015), asked for at every one.

The first four fifths of the text are learnt from, the next tenth judges progress, the last tenth is the test.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.option import Value
from lstm_gui.training.own_text import LEAST
from lstm_gui.training.task import Baseline, Score, Task
from lstm_gui.training.task_choice import Data, OwnText
from lstm_gui.training.tasks.language.characters_ngrams import NAMES, nats, ngrams
from lstm_gui.training.tasks.language.characters_vocabulary import Numbers, Vocabulary, vocabulary_of

_LEARNT, _JUDGED = 0.8, 0.1  # shares of the text
_STREAMS, _MOST = 16, 16_000  # of a set that judges: pieces read side by side, and characters at most
_SHOWN = 80  # characters of the probe


@dataclass(frozen=True)
class Characters(Task):
    """x (T, B, K) is one character at each step, the answer the one that follows."""

    text: str
    length: int  # T, of an update; the state is carried from one to the next
    vocabulary: Vocabulary
    answers = "classes"
    score_name = "bits per character"
    reads_what_it_foretells = True
    continual = True

    @property
    def inputs(self) -> int:
        """See `Task.inputs`."""
        return self.vocabulary.size

    @property
    def outputs(self) -> int:
        """See `Task.outputs`."""
        return self.vocabulary.size

    @cached_property
    def numbers(self) -> Numbers:
        """The number of each character of the text."""
        return self.vocabulary.numbers(self.text)

    @property
    def bounds(self) -> tuple[int, int, int]:
        """Where the training part ends, where the validation part does, and where the test part does."""
        learnt, judged = parts(len(self.text))
        return learnt, judged, len(self.text)

    def draw(self, rng: np.random.Generator, size: int, step: int) -> Batch:
        """The next T characters of so many readers, who began evenly spread over the training part.

        Whoever comes to its end goes on at its beginning. Nothing is left to chance: see `Task.draw`.
        """
        del rng
        learnt = self.bounds[0]
        starts = np.arange(size) * learnt // size + step * self.length
        places = (starts + np.arange(self.length)[:, np.newaxis]) % learnt
        return self._batch(places, (places + 1) % learnt, continues=True)

    @cached_property
    def validation(self) -> Batch:
        """See `Task.validation`."""
        return self._judging(*self._span(0))

    @cached_property
    def test(self) -> Batch:
        """See `Task.test`."""
        return self._judging(*self._span(1))

    @cached_property
    def probe(self) -> Batch:
        """The beginning of the validation part."""
        start = self.bounds[0]
        places = np.arange(start, min(start + _SHOWN, self.bounds[1] - 1))[:, np.newaxis]
        return self._batch(places, places + 1)

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """n-grams of the training part, judged on the very characters that a network is judged on."""
        learnt = self.numbers[: self.bounds[0]]
        found = []
        for order, name in enumerate(NAMES, start=1):
            table = ngrams(learnt, self.vocabulary.size, order)
            judged = (
                nats(table, self.numbers, start + 1, stop + 1) for start, stop in map(self._span, (0, 1))
            )
            found.append(Baseline(name, *judged))
        return tuple(sorted(found, key=lambda baseline: -baseline.loss))

    def score(self, y: FloatArray, batch: Batch) -> Score:
        """The loss in bits; a text is never solved."""
        return Score(self.loss(y, batch) / math.log(2), solved=False)

    @property
    def step_names(self) -> tuple[str, ...]:
        """The characters of the probe."""
        start = self.bounds[0]
        return tuple(self.vocabulary.read(self.text[start : start + len(self.probe.x)]))

    @property
    def input_names(self) -> tuple[str, ...]:
        """The signs."""
        return self.vocabulary.signs

    @property
    def output_names(self) -> tuple[str, ...]:
        """The signs."""
        return self.vocabulary.signs

    def _span(self, part: int) -> tuple[int, int]:
        """From where to where a part that judges is read: a whole number of pieces, each target within it."""
        start, stop = self.bounds[part], self.bounds[part + 1]
        pieces = min(stop - 1 - start, _MOST) // _STREAMS
        return start, start + _STREAMS * pieces

    def _judging(self, start: int, stop: int) -> Batch:
        places = np.arange(start, stop).reshape(_STREAMS, -1).T
        return self._batch(places, places + 1)

    def _batch(self, places: Numbers, following: Numbers, *, continues: bool = False) -> Batch:
        """What is read at places (T, B), and what follows."""
        x = self.vocabulary.one_hot[self.numbers[places]]
        return Batch(x, self.numbers[following], continues=continues)


def parts(characters: int) -> tuple[int, int]:
    """Where the training part of a text so long ends, and where the validation part does."""
    return int(characters * _LEARNT), int(characters * (_LEARNT + _JUDGED))


def characters(values: dict[str, Value], data: Data | None) -> Task:
    """The task on the text of the cards, for the catalogue."""
    from lstm_gui.training.tasks.language.characters_text import text_of_the_cards  # reads many files

    del data
    return characters_of(text_of_the_cards(), values)


def own_text(values: dict[str, Value], data: Data | None) -> Task:
    """The task on a person's own text. Raises ValueError, in words, where there is none to learn from."""
    if not isinstance(data, OwnText):
        raise ValueError("No text was chosen yet; choose a text file of your own.")
    return characters_of(data.text, values)


def characters_of(text: str, values: dict[str, Value]) -> Task:
    """The task on any text. Raises ValueError, in words, for one that is too short or always the same."""
    if len(text) < LEAST:
        raise ValueError(f"The text has {len(text)} characters; at least {LEAST} are needed to learn from.")
    learnt = text[: parts(len(text))[0]]
    vocabulary = vocabulary_of(learnt, int(values["signs"]), folded=values["case"] == "folded")
    if vocabulary.size < 3:
        raise ValueError("The text repeats one character; there is nothing to foretell in it.")
    return Characters(text, int(values["length"]), vocabulary)
