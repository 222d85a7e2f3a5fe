"""The forms of the LSTM that are compiled, as a sum of numbers, each for one thing a form has."""

from lstm_gui.nets.kernels.compiling import inlined

INPUT_GATE, FORGET_GATE, OUTPUT_GATE = 1, 2, 4  # with weights
COUPLED, PEEPHOLES = 8, 16
LINEAR_CANDIDATE, LINEAR_CELL = 32, 64  # the identity in the place of tanh


@inlined
def places(form: int, units: int) -> tuple[int, int, int]:
    """Where the blocks f, g and o begin in a row of z; i, where it is, begins it.

    Among the peepholes f's begin in the same place, and o's where g begins here.
    """
    f = units if form & INPUT_GATE else 0
    g = f + units if form & FORGET_GATE else f
    return f, g, g + units
