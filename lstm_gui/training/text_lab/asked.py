"""The answers of a training process to the questions of the text lab."""

from typing import TYPE_CHECKING

from lstm_gui.training import messages as say
from lstm_gui.training.network import Network
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import RunState, begin
from lstm_gui.training.task import Task
from lstm_gui.training.tasks.language.characters import Characters
from lstm_gui.training.text_lab.generation import generated
from lstm_gui.training.text_lab.reading import reading

if TYPE_CHECKING:
    from lstm_gui.training.serve import Serving


def text_answered(serving: "Serving", asked: say.AskText) -> say.ToldText:
    """What a checkpoint makes of a text. Raises ValueError where it reads no characters."""
    task, network = _learnt(serving.task_of(asked.plan.task), asked.plan, asked.state)
    return say.ToldText(asked.ticket, reading(task, network, asked.text, asked.quantity, asked.state.step))


def writing_answered(serving: "Serving", asked: say.AskWriting) -> say.ToldWriting:
    """What a checkpoint writes. Raises ValueError where it reads no characters, or cannot write."""
    task, network = _learnt(serving.task_of(asked.plan.task), asked.plan, asked.state)
    written = generated(network, task.vocabulary, asked.prompt, asked.length, asked.temperature, asked.seed)
    return say.ToldWriting(asked.ticket, asked.state.step, asked.prompt, written)


def _learnt(task: Task, plan: Plan, state: RunState) -> tuple[Characters, Network]:
    if not isinstance(task, Characters):
        raise ValueError("This task is about something else than characters; choose a text to learn from.")
    network, state = begin(plan, task, state)
    return task, network.with_vector(state.vector)
