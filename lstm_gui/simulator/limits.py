"""How far each number can be moved, and the fixed ladder from which axis limits are taken."""

import math
from dataclasses import dataclass

from lstm_gui.graph.states import STATES
from lstm_gui.simulator.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Limits:
    """What an editor of a number allows: low … high, moved by `step`, shown with `decimals`."""

    low: float
    high: float
    step: float = 0.05
    decimals: int = 2

    def hold(self, value: float) -> float:
        """The nearest value allowed."""
        return min(max(value, self.low), self.high)


_INPUT_REACH = 3.0
_PARAMETER_REACH = 10.0
_HIGHEST = 1e12  # an axis reaches no further: what explodes is told in words


def limits(quantity: Quantity, reach: float = 0.0) -> Limits:
    """What an editor of `quantity` allows; wider where a value of magnitude `reach` already stands.

    Wider limits come from the ladder 1, 2, 5, 10 …, so they stay put while the value moves.
    """
    usual, low = _INPUT_REACH if quantity.name == "x" else _PARAMETER_REACH, -1.0
    if quantity.state:
        state = STATES[quantity.state]
        usual, low = state.reach, state.low
    high = usual if abs(reach) <= usual else ladder(abs(reach))
    return Limits(low * high, high)


def ladder(value: float) -> float:
    """The first of 1, 2, 5, 10, 20, 50 … that is not below `value`: an axis limit that rarely changes."""
    value = min(value, _HIGHEST) if value == value else _HIGHEST
    if value <= 1:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    # The logarithm of a number just below a power may round up to it: the power is then the answer.
    return next(rung for rung in (power, 2 * power, 5 * power, 10 * power) if value <= rung)
