"""The few words the simulator puts into sentences and undo labels, in one table.

They are written in English here. Whoever shows them may pass a `translate` function, which is given each text
of the table before the numbers go into it.
"""

from collections.abc import Callable

from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.simulator.quantity import Quantity

Translate = Callable[[str], str]

_GATE_NAMES = {"i": "input gate", "f": "forget gate", "g": "candidate", "o": "output gate"}
_PARAMETER_NAMES = {"W": "{gate} input weight", "U": "{gate} recurrent weight", "b": "{short} bias"}

NAMES = {
    "x": "input",
    "h_previous": "previous hidden state",
    "c_previous": "previous cell state",
    "c": "cell state",
    "tanh_c": "squashed cell state",
    "h": "hidden state",
    **_GATE_NAMES,
    **{f"z_{gate}": f"pre-activation of the {_GATE_NAMES[gate]}" for gate in GATES},
    **{
        f"{letter}_{gate}": words.format(gate=name, short=name.removesuffix(" gate"))
        for gate, name in _GATE_NAMES.items()
        for letter, words in _PARAMETER_NAMES.items()
    },
}

LABELS = {
    "move": "move {name}",
    "restore": "reset {name}",
    "release": "let go of {name}",
    "step": "go to another step",
    "length": "change the length",
    "draw": "draw the input",
    "input": "input “{title}”",
    "seed": "new seed",
    "reset": "reset the scene",
    "open": "open “{title}”",
}

SENTENCES = {
    "x": "input x at t = {t} is {value}",
    "initial": "initial {state} {letter} is {value}",
    "carried": "{state} {letter} from t = {before} is {value}",
    "by hand": "{state} {letter} read at t = {t} was put in by hand: {value}",
    "parameter": "{name} {symbol} = {value} at every step",
    "computed": "{symbol} at t = {t}: {equation}",
}


PHRASES = {
    "here": "{name} {symbol}",
    "at a step": "{name} {symbol} at t = {t}",
}


def as_written(text: str) -> str:
    """No translation."""
    return text


def name_of(quantity: Quantity, translate: Translate = as_written) -> str:
    """What a person calls a quantity: "forget bias b_f", "input x at t = 5"."""
    phrase = translate(PHRASES["at a step" if quantity.step else "here"])
    symbol = quantity.name.replace("_previous", "")
    return phrase.format(name=translate(NAMES[quantity.name]), symbol=symbol, t=quantity.step)
