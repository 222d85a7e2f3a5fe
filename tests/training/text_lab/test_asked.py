"""The questions of the text lab, put to a training process."""

import threading
from multiprocessing import Pipe

from lstm_gui.training import messages as say
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import begin
from lstm_gui.training.serve import serve
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made

PLAN = Plan(TaskChoice("characters"), NetworkChoice(units=4))
STATE = begin(PLAN, made(PLAN.task))[1]
ADDING = Plan(TaskChoice("adding"))


def answers(*questions: object) -> list[object]:
    """What is answered to each, in order."""
    ours, theirs = Pipe()
    thread = threading.Thread(target=serve, args=(theirs,))
    thread.start()
    for question in questions:
        ours.send(question)
    told = [ours.recv() for _ in questions]
    ours.close()
    thread.join()
    return told


def test_a_text_is_read_and_written_on_without_any_run() -> None:
    read, written = answers(
        say.AskText(PLAN, STATE, "The gate", "f", 3), say.AskWriting(PLAN, STATE, "The ", 20, 1.0, 5, 4)
    )
    assert isinstance(read, say.ToldText)
    assert (read.ticket, read.reading.text, read.reading.quantity) == (3, "The gate", "f")
    assert read.reading.activations.shape == (8, 4)
    assert isinstance(written, say.ToldWriting)
    assert (written.ticket, written.step, written.prompt, len(written.written)) == (4, 0, "The ", 20)


def test_what_cannot_be_answered_is_said_in_words() -> None:
    state = begin(ADDING, made(ADDING.task))[1]
    strange, hot = answers(
        say.AskText(ADDING, state, "The gate", "f", 3), say.AskWriting(PLAN, STATE, "The ", 20, 99.0, 5, 4)
    )
    assert isinstance(strange, say.Failed)
    assert (strange.ticket, strange.over, strange.trace) == (3, False, "")
    assert "something else than characters" in strange.words
    assert isinstance(hot, say.Failed)
    assert "no temperature" in hot.words
