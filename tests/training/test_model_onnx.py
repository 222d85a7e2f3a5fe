"""A checkpoint as an ONNX model says what it is, and what reads it needs no task."""

from dataclasses import replace

import onnx
import pytest

from lstm_gui.graph.kind import EVERY_KIND, Kind
from lstm_gui.training.model_onnx import model_onnx, refusal
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import Unit, portrait_of
from lstm_gui.training.run import begin
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made


@pytest.mark.parametrize(
    ("answers", "words"), [("numbers", "is the answer"), ("classes", "each class"), ("bits", "each bit")]
)
def test_it_says_what_it_reads_and_answers(answers: str, words: str) -> None:
    plan = Plan(TaskChoice("adding", (("length", 10.0),)), seed=4)
    task = made(plan.task)
    _, state = begin(plan, task)
    portrait = replace(portrait_of(plan, task, state), answers=answers, units=(Unit("changes", 1.5, 2.0),))
    model = onnx.load_from_string(model_onnx(plan, state, portrait))
    assert words in model.doc_string
    assert "Trained on “" in model.doc_string
    texts = {entry.key: entry.value for entry in model.metadata_props}
    assert texts["input 0 from its own units"] == "(changes - 1.5) / 2.0"
    assert (texts["seed"], texts["step"], texts["output 0"]) == ("4", "0", "sum")


def test_a_network_is_refused_in_a_sentence_or_not_at_all() -> None:
    for kind in EVERY_KIND:
        words = refusal(NetworkChoice(kind, 2, 2, bidirectional=True))
        assert words == "" or words.endswith("; the layer cannot be expressed in it.")
    assert refusal(NetworkChoice(Kind.of("lstm"))) == ""
    assert refusal(NetworkChoice(Kind.of("mlstm"))) != ""
