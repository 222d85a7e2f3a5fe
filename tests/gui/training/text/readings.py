"""Readings of a short text by a small network, for the views."""

from functools import cache

from lstm_gui.graph.kind import LSTM
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.training.network import NetworkChoice, new_network
from lstm_gui.training.task_choice import OwnText, TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.language.characters import Characters
from lstm_gui.training.text_lab.reading import TextReading, reading

WORDS = "The gate said “keep (it all)” to the cell.\nAnd so it did, for 12 steps.\n\n"
OWN = TaskChoice("own_text", data=OwnText("own.txt", WORDS * 20))
LIGHT = Style(palette("light"))
KIND = LSTM


@cache
def a_reading(quantity: str = "h", text: str = WORDS * 3) -> TextReading:
    """What six units make of a text."""
    task = made(OWN)
    assert isinstance(task, Characters)
    network = new_network(NetworkChoice(units=6), task.inputs, task.outputs, 3)
    return reading(task, network.with_vector(network.vector * 4), text, quantity, 25)
