"""Random bits, and the parity of those read so far."""

from itertools import accumulate
from operator import xor

from lstm_gui.sequences.draws import Draws
from lstm_gui.sequences.sequence import InputSequence, at_least, signal


def random_bits(steps: int, seed: int) -> InputSequence:
    """0 or 1 at each step, as likely as the other."""
    drawn = _bits(steps, seed)
    return signal(drawn, labels=tuple(map(str, drawn)))


def parity(steps: int, seed: int) -> InputSequence:
    """Random bits; asked at each step: 1 where the number of ones so far is odd, else 0."""
    drawn = _bits(steps, seed)
    odd = tuple((float(bit),) for bit in accumulate(drawn, xor))
    return signal(drawn, labels=tuple(map(str, drawn)), targets=odd)


def _bits(steps: int, seed: int) -> list[int]:
    at_least(1, steps=steps)
    draws = Draws(seed)
    return [draws.below(2) for _ in range(steps)]
