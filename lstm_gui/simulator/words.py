"""The few words the simulator puts into sentences and undo labels, in one table.

They are written in English here. Whoever shows them may pass a `translate` function, which is given each text
of the table before the numbers go into it.
"""

from collections.abc import Callable

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.simulator.quantity import Quantity

Translate = Callable[[str], str]

LABELS = {
    "move": "move {name}",
    "restore": "reset {name}",
    "release": "let go of {name}",
    "step": "go to another step",
    "length": "change the length",
    "draw": "draw the input",
    "input": "input “{title}”",
    "settings": "settings of the input",
    "seed": "new seed",
    "reset": "reset the scene",
    "open": "open “{title}”",
    "switch": "switch to {title}",
    "look": "look at another unit",
    "units": "change the number of units",
    "sources": "change the number of inputs",
    "both": "read in both directions",
    "one": "read in one direction",
    "turn": "look at the other direction",
}

SENTENCES = {
    "x": "input x at t = {t} is {value}",
    "initial": "initial {state} {letter} is {value}",
    "carried": "{state} {letter} from t = {before} is {value}",
    "by hand": "{state} {letter} read at t = {t} was put in by hand: {value}",
    "parameter": "{name} {symbol} = {value} at every step",
    "computed": "{symbol} at t = {t}: {equation}",
    "too large": "{symbol} at t = {t} is beyond 1.8·10³⁰⁸, the largest number there is: {equation}",
    "no number": "{symbol} at t = {t} is not a number: {equation}",
    "left": "{names} did not carry over (remembered)",
    "left out": "{names} did not carry over",
    "restored": "{names} restored",
    "starts open": "{names}: new, open to begin with (bias 3)",
    "starts in the middle": "{names}: new, half open to begin with (bias 0)",
    "starts at one": "{names}: new, exp(0) = 1 to begin with",
    "starts the same": "{names}: new, the same whatever is read to begin with (bias 1)",
    "starts at zero": "{names}: new, weights of zero to begin with",
}


PHRASES = {
    "here": "{name} {symbol}",
    "at a step": "{name} {symbol} at t = {t}",
    "unit": "unit {n}",
    "input": "input {n}",
    "from": "{source} → {unit}",
}


def as_written(text: str) -> str:
    """No translation."""
    return text


def name_of(quantity: Quantity, translate: Translate = as_written, kind: Kind = LSTM) -> str:
    """What a person calls a quantity of a cell: "forget bias b_f", "input x at t = 5"."""
    phrase = translate(PHRASES["at a step" if quantity.step else "here"])
    graph = graph_of(kind)
    symbol = quantity.state or quantity.name
    said = phrase.format(name=translate(graph.words(quantity.name)), symbol=symbol, t=quantity.step)
    return f"← {said}" if quantity.backward else said
