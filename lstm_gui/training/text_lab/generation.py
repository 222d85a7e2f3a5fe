"""Text that a network writes: each character is drawn from what it expects, and read as the next."""

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.layer import State
from lstm_gui.nets.losses import softmax
from lstm_gui.training.network import Network
from lstm_gui.training.tasks.language.characters_vocabulary import Vocabulary

MOST = 2000  # characters written, and read before
HOTTEST = 5.0


def generated(
    network: Network, vocabulary: Vocabulary, prompt: str, length: int, temperature: float, seed: int
) -> str:
    """So many characters after a prompt; the same seed writes the same.

    p ∝ exp(y / temperature): 1 as the network has it, less is more careful, and 0 always takes the likeliest.
    An empty prompt is an empty line. Characters without a sign of their own are never written. Raises
    ValueError, in words, for a network that reads in both directions, or numbers out of bounds.
    """
    _check(network, length, temperature)
    rng = np.random.default_rng(seed)
    numbers = vocabulary.numbers(prompt[-MOST:] or "\n")
    read = network.forward(vocabulary.one_hot[numbers][:, np.newaxis])
    written = []
    for place in range(length):
        chosen = _drawn(read.y[-1, 0, :-1], temperature, rng)
        written.append(vocabulary.signs[chosen])
        if place + 1 < length:
            read = network.forward(vocabulary.one_hot[np.newaxis, [chosen]], _state(read.trace.final))
    return "".join(written)


def _check(network: Network, length: int, temperature: float) -> None:
    if not network.carries:
        raise ValueError(
            "A network that reads in both directions cannot write: it would have to know the end of the "
            "text. Choose one direction."
        )
    if not 1 <= length <= MOST:
        raise ValueError(f"{length} characters cannot be written at once; choose 1 to {MOST}.")
    if not 0 <= temperature <= HOTTEST:
        raise ValueError(f"There is no temperature {temperature}; choose 0 to {HOTTEST:g}.")


def _drawn(y: FloatArray, temperature: float, rng: np.random.Generator) -> int:
    """The number of a sign from logits (K − 1,): UNKNOWN, the last, is left out."""
    if temperature == 0:
        return int(np.argmax(y))
    with np.errstate(over="ignore"):  # next to 0 the likeliest has it all
        p = softmax((y.astype(np.float64) - y.max()) / temperature)
    return min(int(np.searchsorted(np.cumsum(p), rng.random())), len(p) - 1)


def _state(final: State) -> State:
    return tuple(np.ascontiguousarray(part) for part in final)
