"""Numbers over the whole range of float32 as people read them: powers of ten and shares."""

import math

from lstm_gui.simulator.number_text import number_text

_RAISED = dict(zip("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))


def power_text(exponent: int) -> str:
    """10 to a power: "1", "10", "10⁻⁸"."""
    if exponent in (0, 1):
        return "10"[: exponent + 1]
    return "10" + "".join(_RAISED[digit] for digit in str(exponent))


def size_text(value: float, *, short: bool = False) -> str:
    """A size that may be anything: "0", "0.42", "4.2·10⁻⁵" ("4·10⁻⁵" in short), "∞"."""
    if not math.isfinite(value):
        return "∞"
    if value == 0:
        return "0"
    if 0.001 <= value < 1000:
        return number_text(value) if value >= 0.0995 else f"{value:.2g}"
    mantissa, _, exponent = f"{value:.{0 if short else 1}e}".partition("e")
    return f"{mantissa}·{power_text(int(exponent))}"


def share_text(share: float) -> str:
    """A share as a percentage: "74 %", "0.42 %", "4.2·10⁻⁵"."""
    if not math.isfinite(share) or 0 < share < 1e-4 or share >= 10:
        return size_text(share)
    percent = 100 * share
    return f"{percent:.0f} %" if percent >= 9.95 or percent == 0 else f"{percent:.2g} %"
