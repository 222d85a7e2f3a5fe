"""A training process is asked what an update costs, and answers from what it measures."""

import threading
from multiprocessing import Pipe

import pytest

from lstm_gui.training.cost import measure
from lstm_gui.training.learning import Learning
from lstm_gui.training.messages import AskCost, End, Failed, ToldCost
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.serve import serve
from lstm_gui.training.task_choice import TaskChoice

PLAN = Plan(TaskChoice("adding", (("length", 9.0),)), NetworkChoice(units=3), Learning(batch=4))


def test_it_answers_for_the_length_of_the_task_or_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "LASTS", 0.0)
    ours, theirs = Pipe()
    thread = threading.Thread(target=serve, args=(theirs,))
    thread.start()
    for message in (AskCost(PLAN, 2, None, 7), AskCost(PLAN, 5, 20, 8), AskCost(PLAN, 65, 20, 9), End()):
        ours.send(message)
    usual, longer, refused = (ours.recv() for _ in range(3))
    thread.join()
    ours.close()
    assert isinstance(usual, ToldCost)
    assert (usual.ticket, usual.cost.units, usual.cost.length) == (7, 2, 9)
    assert (longer.cost.units, longer.cost.length) == (5, 20)
    assert isinstance(refused, Failed)
    assert (refused.ticket, refused.over) == (9, False)
