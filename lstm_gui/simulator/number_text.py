"""Numbers as they stand on screen: a true minus sign, no −0.00, short when they are huge."""

from functools import lru_cache

MINUS = "−"


@lru_cache(maxsize=4096)
def number_text(value: float, decimals: int = 2, *, plus: bool = False) -> str:
    """`value` rounded to `decimals`; `plus` writes the sign of positive numbers too."""
    if value != value:
        return "not a number"
    if abs(value) >= 10_000:
        text = f"{value:.{decimals}e}".replace("e+0", "e").replace("e+", "e")
    else:
        text = f"{value:.{decimals}f}"
    if not text.strip("-0."):
        text = text.removeprefix("-")
    sign = "+" if plus and not text.startswith("-") else ""
    return sign + text.replace("-", MINUS)
