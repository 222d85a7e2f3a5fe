"""Numbers as they stand on screen: a true minus sign, no −0.00, short when they are huge."""

import math
import re
from functools import lru_cache

MINUS = "−"
INFINITY = "∞"
NOT_A_NUMBER = "not a number"
_TYPED = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]{1,9})?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def number_text(value: float, decimals: int = 2, *, plus: bool = False) -> str:
    """`value` rounded to `decimals`; `plus` writes the sign of positive numbers too."""
    if value != value:
        return NOT_A_NUMBER
    if math.isinf(value):
        return INFINITY if value > 0 else MINUS + INFINITY
    if abs(value) >= 10_000:
        text = f"{value:.{decimals}e}".replace("e+0", "e").replace("e+", "e")
    else:
        text = f"{value:.{decimals}f}"
    if not text.strip("-0."):
        text = text.removeprefix("-")
    sign = "+" if plus and not text.startswith("-") else ""
    return sign + text.replace("-", MINUS)


def typed_number(text: str) -> float | None:
    """The number that a person typed, with a point or a comma: ±infinity where it is huge, None for none."""
    plain = text.strip().replace(MINUS, "-").replace(",", ".")
    return float(plain) if _TYPED.fullmatch(plain) else None
