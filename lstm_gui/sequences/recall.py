"""Tasks that ask for what was read long before: copy, adding, temporal order.

Adding and temporal order: Hochreiter & Schmidhuber 1997, Long Short-Term Memory, experiments 4 and 6a. Copy:
Arjovsky et al. 2016, Unitary Evolution Recurrent Neural Networks, after Hochreiter & Schmidhuber.
"""

from lstm_gui.sequences.draws import Draws
from lstm_gui.sequences.sequence import InputSequence, at_least, coded, one_hot

BLANK, CUE = "·", "?"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ADDING_COLUMNS = ("value", "mark")
ORDER_SYMBOLS = ("B", "a", "b", "c", "d", "X", "Y", "E")
ORDER_CLASSES = ("XX", "XY", "YX", "YY")


def copy(symbols: int, delay: int, seed: int, alphabet: int = 6) -> InputSequence:
    """Symbols, blanks for `delay` steps of which the last is a cue, blanks while the symbols are asked for.

    2 · `symbols` + `delay` steps of `alphabet` + 2 inputs; the targets are the symbols, asked after the cue.
    """
    at_least(1, symbols=symbols, delay=delay)
    if not 1 <= alphabet <= len(LETTERS):
        raise ValueError(f"an alphabet has 1 to {len(LETTERS)} letters")
    draws = Draws(seed)
    letters = LETTERS[:alphabet]
    drawn = "".join(letters[draws.below(alphabet)] for _ in range(symbols))
    text = drawn + BLANK * (delay - 1) + CUE + BLANK * symbols
    answers = tuple(one_hot(letters.index(symbol), alphabet) for symbol in drawn)
    silent = (None,) * (symbols + delay)
    symbols_read = (*letters, BLANK, CUE)
    targets = (*silent, *answers)
    return InputSequence(coded(text, symbols_read), tuple(text), targets, tuple(letters), symbols_read)


def adding(steps: int, seed: int) -> InputSequence:
    """A number of 0 … 1 and a mark at each step; two marks are 1: one in each half. Asked last: their sum."""
    at_least(2, steps=steps)
    draws = Draws(seed)
    values = [draws.uniform() for _ in range(steps)]
    half = steps // 2
    marked = (draws.below(half), draws.between(half, steps - 1))
    inputs = tuple((value, float(t in marked)) for t, value in enumerate(values))
    labels = tuple("+" if t in marked else "" for t in range(steps))
    targets = (*(None,) * (steps - 1), (sum(values[t] for t in marked),))
    return InputSequence(inputs, labels, targets, columns=ADDING_COLUMNS)


def temporal_order(steps: int, seed: int) -> InputSequence:
    """B, letters a … d, E, with an X or Y in each half. Asked last: which two, and in which order.

    8 inputs, one a symbol (ORDER_SYMBOLS); the target is one of 4 (ORDER_CLASSES).
    """
    at_least(4, steps=steps)
    draws = Draws(seed)
    text = [ORDER_SYMBOLS[draws.between(1, 4)] for _ in range(steps)]
    text[0], text[-1] = "B", "E"
    half = steps // 2
    first, second = "XY"[draws.below(2)], "XY"[draws.below(2)]
    text[draws.between(1, half - 1)], text[draws.between(half, steps - 2)] = first, second
    answer = one_hot(ORDER_CLASSES.index(first + second), len(ORDER_CLASSES))
    targets = (*(None,) * (steps - 1), answer)
    return InputSequence(
        coded("".join(text), ORDER_SYMBOLS), tuple(text), targets, ORDER_CLASSES, ORDER_SYMBOLS
    )
