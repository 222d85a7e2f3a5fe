"""Signals with one number a step: what a cell is poked with to see what it does.

Steps count from 1, as on screen. ValueError where a number of steps or a period is below 1.
"""

import math

from lstm_gui.sequences.draws import Draws
from lstm_gui.sequences.sequence import InputSequence, at_least, signal


def impulse(steps: int, at: int = 1, size: float = 1.0) -> InputSequence:
    """`size` at the step `at`, 0 at all others."""
    at_least(1, steps=steps)
    return signal(size * (t == at) for t in range(1, steps + 1))


def step(steps: int, at: int = 1, size: float = 1.0) -> InputSequence:
    """0 before the step `at`, `size` from there on."""
    at_least(1, steps=steps)
    return signal(size * (t >= at) for t in range(1, steps + 1))


def pulse_train(steps: int, period: int, width: int = 1, size: float = 1.0) -> InputSequence:
    """`size` for the first `width` steps of each period, then 0."""
    at_least(1, steps=steps, period=period)
    return signal(size * (t % period < width) for t in range(steps))


def sine(steps: int, period: float, size: float = 1.0) -> InputSequence:
    """A sine of that many steps a period; it begins at 0 and rises."""
    at_least(1, steps=steps)
    if not period > 0:
        raise ValueError("a sine has a period above 0")
    return signal(size * math.sin(2 * math.pi * t / period) for t in range(steps))


def square(steps: int, period: int, size: float = 1.0) -> InputSequence:
    """`size` in the first half of each period, −`size` in the second; an odd period has the longer first."""
    at_least(1, steps=steps, period=period)
    return signal(size if 2 * (t % period) < period else -size for t in range(steps))


def saw(steps: int, period: int, size: float = 1.0) -> InputSequence:
    """Rises evenly from −`size` to `size` within each period, then falls back at once."""
    at_least(1, steps=steps)
    at_least(2, period=period)
    return signal(size * (2 * (t % period) / (period - 1) - 1) for t in range(steps))


def noise(steps: int, seed: int, size: float = 1.0) -> InputSequence:
    """Numbers drawn evenly from −`size` … `size`, each on its own (white noise)."""
    at_least(1, steps=steps)
    draws = Draws(seed)
    return signal(draws.uniform(-size, size) for _ in range(steps))
