"""A text as a network reads it: every unit's activation at every character."""

from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.network import Network
from lstm_gui.training.tasks.language.characters import Characters
from lstm_gui.training.text_lab.likeliest import Likeliest, likeliest
from lstm_gui.training.text_lab.ranking import Following, ranking

MOST = 5000  # characters that are read at once
_OF_ITS_OWN = 1200  # characters of the passage that is read when a person gave no text
_FIRST = ("h", "c", "f", "i", "o", "g")  # in which order quantities are offered, before all others
_HIDDEN = ("z_", "tanh_", "m_")  # how the names of steps on the way to others begin


@dataclass(frozen=True, eq=False)
class TextReading:
    """T characters, H units."""

    step: int  # updates that the network has done
    text: str  # as the network has it
    quantity: str  # which of its quantities `activations` are, "c" or "0.c" of the lowest of several layers
    offered: tuple[str, ...]  # the names of all that may be asked for
    activations: FloatArray  # (T, H)
    likeliest: Likeliest
    signs: tuple[str, ...]  # by the numbers that `likeliest` has
    unknown: tuple[int, ...]  # the places of characters that it reads as "any other"
    following: tuple[Following, ...]
    bits: float  # per character, over the text
    cut: bool  # whether the text was longer than is read at once


def own_passage(task: Characters) -> str:
    """The beginning of the validation part, from the first paragraph or line on that begins there."""
    start, stop = task.bounds[:2]
    part = task.text[start:stop]
    for end in ("\n\n", "\n"):
        place = part.find(end)
        if 0 <= place < len(part) // 2:
            part = part[place + len(end) :]
            break
    return part[:_OF_ITS_OWN].rstrip("\n")


def reading(task: Characters, network: Network, text: str, quantity: str, step: int) -> TextReading:
    """What a network makes of a text, of a passage of its own where that is empty.

    A quantity that there is not (of another cell, say) is the first that there is.
    """
    text = text or own_passage(task)
    kept = task.vocabulary.read(text[:MOST])
    numbers = task.vocabulary.numbers(kept)
    run = network.forward(task.vocabulary.one_hot[numbers][:, np.newaxis])
    known = {
        name: array for name, array in run.trace.quantities.items() if _is_of_units(name, array, len(kept))
    }
    offered = tuple(sorted(known, key=_place))
    chosen = quantity if quantity in known else offered[0]
    activations = np.ascontiguousarray(known[chosen][:, 0])
    expected = likeliest(run.y[:, 0], numbers)
    unknown = tuple(np.flatnonzero(numbers == task.vocabulary.size - 1).tolist())
    return TextReading(
        step=step,
        text=kept,
        quantity=chosen,
        offered=offered,
        activations=activations,
        likeliest=expected,
        signs=task.vocabulary.signs,
        unknown=unknown,
        following=ranking(kept, activations),
        bits=_bits(expected),
        cut=len(text) > MOST,
    )


def _is_of_units(name: str, array: FloatArray, steps: int) -> bool:
    """Whether a quantity has a number for each unit at each step, and is no step on the way to another."""
    own = name.rpartition(".")[2]
    return array.ndim == 3 and len(array) == steps and not own.startswith(_HIDDEN)


def _place(name: str) -> int:
    """Where a quantity stands among those that are offered."""
    own = name.rpartition(".")[2]
    return _FIRST.index(own) if own in _FIRST else len(_FIRST)


def _bits(expected: Likeliest) -> float:
    """The mean of −log₂ p over all characters but the first, before which nothing was read."""
    p = expected.true_p[:-1].astype(np.float64)
    return float(-np.log2(np.maximum(p, 1e-300)).mean()) if len(p) else 0.0
