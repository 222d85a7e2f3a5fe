"""The few words the simulator puts into sentences and undo labels, in one table."""

from lstm_gui.nets.lstm import GATES
from lstm_gui.simulator.quantity import Quantity

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
    "reset": "reset the scene",
    "open": "open “{title}”",
}

SENTENCES = {
    "x": "input x at t = {t} is {value}; feeds {feeds}",
    "initial": "initial {state} {letter} is {value}; feeds {feeds}",
    "carried": "{state} {letter} from t = {before} is {value}; feeds {feeds}",
    "by hand": "{state} {letter} at t = {t} was put in by hand: {value}; feeds {feeds}",
    "parameter": "{name} {symbol} = {value}; feeds {feeds} at every step",
    "computed": "{symbol} at t = {t}: {equation}",
}


def and_list(words: list[str]) -> str:
    """ "f", "f and i", "f, i and o"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def name_of(quantity: Quantity) -> str:
    """What a person calls a quantity: "forget bias b_f", "input x at t = 5"."""
    symbol = quantity.name.replace("_previous", "")
    name = f"{NAMES[quantity.name]} {symbol}"
    return f"{name} at t = {quantity.step}" if quantity.step else name
