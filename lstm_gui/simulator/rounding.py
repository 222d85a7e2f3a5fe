"""Whether numbers as they are shown, rounded, come to a number as it is shown: "=" or "≈" between them."""

import math
from decimal import Decimal
from functools import lru_cache

from lstm_gui.simulator.number_text import INFINITY, MINUS, NOT_A_NUMBER

EQUAL, NEARLY = "=", "≈"
_NOISE = 1e-12  # of floating point, relative to the numbers


@lru_cache(maxsize=4096)
def read_number(shown: str) -> float:
    """The number that a text of `number_text` stands for."""
    if shown == NOT_A_NUMBER:
        return math.nan
    return float(shown.replace(MINUS, "-").replace(INFINITY, "inf"))


def sign_between(worked_out: float, shown: str) -> str:
    """EQUAL where `worked_out`, a result of numbers as they are shown, rounds to `shown`; else NEARLY.

    A number halfway between two rounds to either.
    """
    wanted = read_number(shown)
    if not math.isfinite(wanted):
        return EQUAL if worked_out == wanted or math.isnan(worked_out) else NEARLY
    target = Decimal(shown.replace(MINUS, "-"))
    half = 0.5 * math.pow(10.0, float(target.as_tuple().exponent))
    away = abs(worked_out - float(target))
    return EQUAL if away <= half + _NOISE * max(1.0, abs(worked_out)) else NEARLY
