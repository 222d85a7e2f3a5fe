"""Strings of formal languages, where each step asks which symbols may follow.

aⁿbⁿ: Gers & Schmidhuber 2001, LSTM Recurrent Networks Learn Simple Context-Free and Context-Sensitive
Languages. The Reber grammar: Reber 1967; embedded: Cleeremans et al. 1989, Fahlman 1991.
"""

from lstm_gui.sequences.draws import Draws
from lstm_gui.sequences.sequence import InputSequence, at_least, coded, signal

REBER_SYMBOLS = "BTPSXVE"
A_B_ANSWERS = ("a", "b", "end")

# State of the automaton -> (symbol, next state), the two ways on where there are two.
REBER_INNER = {
    0: (("B", 1),),
    1: (("T", 2), ("P", 3)),
    2: (("S", 2), ("X", 4)),
    3: (("T", 3), ("V", 5)),
    4: (("X", 3), ("S", 6)),
    5: (("P", 4), ("V", 6)),
    6: (("E", 7),),
}
REBER_INNER_END = 7


def a_n_b_n(n: int, *, one_number: bool = False) -> InputSequence:
    """n times a, then n times b, one-hot (a, b) or as +1 and −1. Asked: whether a, b, the end may follow."""
    at_least(1, n=n)
    text = "a" * n + "b" * n
    a_or_b, b_alone, end = (1.0, 1.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
    may_follow = (*(a_or_b,) * n, *(b_alone,) * (n - 1), end)
    if one_number:
        signs = (1 if symbol == "a" else -1 for symbol in text)
        return signal(signs, tuple(text), may_follow, A_B_ANSWERS)
    return InputSequence(coded(text, "ab"), tuple(text), may_follow, A_B_ANSWERS, ("a", "b"))


def embedded_reber(seed: int) -> InputSequence:
    """A Reber string within B T … T E or B P … P E: the last but one symbol is to be the second."""
    draws = Draws(seed)
    branch = "TP"[draws.below(2)]
    inner, follows = _drawn_reber(draws)
    return _said(
        f"B{branch}{inner}{branch}E", [frozenset("TP"), frozenset("B"), *follows[:-1], {branch}, {"E"}, set()]
    )


def _drawn_reber(draws: Draws) -> tuple[str, list[frozenset[str] | set[str]]]:
    """A string, and which symbols may follow each of its own."""
    text, follows, state = "", list[frozenset[str] | set[str]](), 0
    while state != REBER_INNER_END:
        ways = REBER_INNER[state]
        symbol, state = ways[draws.below(len(ways))]
        text += symbol
        follows.append({next_symbol for next_symbol, _ in REBER_INNER.get(state, ())})
    return text, follows


def _said(text: str, follows: list[frozenset[str] | set[str]]) -> InputSequence:
    """The string one-hot. Nothing follows the last symbol, so nothing is asked there."""
    asked = tuple(
        tuple(float(symbol in possible) for symbol in REBER_SYMBOLS) if possible else None
        for possible in follows
    )
    symbols = tuple(REBER_SYMBOLS)
    return InputSequence(coded(text, REBER_SYMBOLS), tuple(text), asked, symbols, symbols)
