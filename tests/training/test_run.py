"""The loop: the same seed is the same run, a checkpoint goes on as if never left, divergence is named."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from lstm_gui.graph.kind import Kind
from lstm_gui.nets.clipping import Clipped
from lstm_gui.nets.optimisers import NO_MEMORY, Adam, AdamW, Optimiser, RmsProp, Sgd
from lstm_gui.training import run
from lstm_gui.training.batch import loss_of
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import Diverged, Validation, advance, begin, clip, train, validate
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.diagnostic import adding

CHOICE = TaskChoice("adding", (("length", 10.0),))
PLAN = Plan(CHOICE, learning=Learning(Adam(0.01), steps=40, batch=8, validate_every=10))


def test_the_same_seed_is_the_same_run_to_the_bit() -> None:
    one, other = (list(train(PLAN, made(CHOICE))) for _ in range(2))
    assert [update for _, update in one] == [update for _, update in other]
    assert np.array_equal(one[-1][0].vector, other[-1][0].vector)


def test_another_seed_is_another_run() -> None:
    task = made(CHOICE)
    assert next(train(PLAN, task))[1] != next(train(replace(PLAN, seed=1), task))[1]


def test_a_run_that_goes_on_from_a_checkpoint_is_the_one_never_interrupted() -> None:
    task = made(CHOICE)
    whole = list(train(PLAN, task))
    middle = next(islice(train(PLAN, task), 16, None))[0]
    rest = list(train(PLAN, task, middle))
    assert [update for _, update in rest] == [update for _, update in whole[17:]]
    assert np.array_equal(rest[-1][0].vector, whole[-1][0].vector)


def test_a_rate_far_too_large_is_named_with_the_checkpoint_before() -> None:
    wild = replace(PLAN, learning=replace(PLAN.learning, optimiser=Sgd(1e30), clipping="none"))
    with pytest.raises(Diverged, match="grew past all bounds at update") as fault:
        list(train(wild, made(CHOICE)))
    assert np.isfinite(fault.value.state.vector).all()
    assert fault.value.state.step == fault.value.step - 1


def test_patience_ends_a_run_that_gets_no_better() -> None:
    still = replace(PLAN.learning, optimiser=Sgd(0.0), steps=10**6, patience=3)
    updates = [update for _, update in train(replace(PLAN, learning=still), made(CHOICE))]
    assert (updates[-1].ended, updates[-1].step) == ("patience", 40)


def test_a_run_ends_when_it_is_solved_unless_it_is_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "SOLVED", 100.0)
    assert [update for _, update in train(PLAN, made(CHOICE))][-1].step == 10
    on = replace(PLAN, learning=replace(PLAN.learning, stop_when_solved=False))
    assert [update for _, update in train(on, made(CHOICE))][-1].ended == "steps"


@pytest.mark.parametrize(
    "optimiser", [Sgd(0.1), Sgd(0.1, 0.9, nesterov=True), RmsProp(), Adam(), AdamW(0.01)]
)
def test_every_optimiser_learns_and_goes_on_from_a_checkpoint(optimiser: Optimiser) -> None:
    plan, task = replace(PLAN, learning=replace(PLAN.learning, optimiser=optimiser)), made(CHOICE)
    whole = list(train(plan, task))
    middle = whole[19][0]
    assert np.array_equal([*train(plan, task, middle)][-1][0].vector, whole[-1][0].vector)
    assert whole[-1][0].optimiser == type(optimiser).__name__


def test_weight_decay_pulls_the_weights_to_zero() -> None:
    pulled = replace(PLAN.learning, optimiser=AdamW(0.01, weight_decay=1.0))
    sizes = [
        np.linalg.norm([*train(replace(PLAN, learning=learning), made(CHOICE))][-1][0].vector)
        for learning in (PLAN.learning, pulled)
    ]
    assert sizes[1] < 0.9 * sizes[0]


def test_another_optimiser_begins_with_a_memory_of_its_own() -> None:
    task, changed = made(CHOICE), replace(PLAN, learning=replace(PLAN.learning, optimiser=Sgd(0.1, 0.9)))
    network, _ = begin(PLAN, task)
    middle = next(islice(train(PLAN, task), 16, None))[0]
    fresh = replace(middle, memory=NO_MEMORY, optimiser="")
    expected, _ = advance(changed, task, network, fresh)
    assert np.array_equal(advance(changed, task, network, middle)[0].vector, expected.vector)


@pytest.mark.parametrize("clipping", ["none", "norm", "value"])
def test_clipping_bounds_what_is_followed_and_tells_what_it_was(clipping: str) -> None:
    gradient = np.array([3.0, -4.0], np.float32)
    found = clip(Learning(clipping=clipping, limit=1.0), gradient)
    assert found.norm == pytest.approx(5.0)
    bound = {"none": 5.0, "norm": 1.0, "value": 2**0.5}[clipping]
    assert np.linalg.norm(found.gradient) == pytest.approx(bound)


def test_windows_learn_something_else_and_both_ways_refuses_them_in_words() -> None:
    windowed, task = replace(PLAN, learning=replace(PLAN.learning, window=3)), made(CHOICE)
    assert not np.array_equal([*train(windowed, task)][-1][0].vector, [*train(PLAN, task)][-1][0].vector)
    both = replace(windowed, network=NetworkChoice(bidirectional=True))
    with pytest.raises(ValueError, match="cannot learn in windows"):
        next(train(both, task))
    assert [*train(replace(PLAN, network=both.network), task)][-1][1].ended == "steps"


def test_a_checkpoint_of_another_network_is_refused_in_words() -> None:
    _, state = begin(PLAN, made(CHOICE))
    with pytest.raises(ValueError, match="it belongs to another cell"):
        begin(replace(PLAN, network=NetworkChoice(units=3)), made(CHOICE), state)


def test_the_state_of_a_stream_is_carried_from_batch_to_batch() -> None:
    stream = TaskChoice("continual_reber", (("window", 50.0),))
    plan, task = Plan(stream, learning=Learning(steps=6, batch=4)), made(stream)
    network, state = begin(plan, task)
    for step in range(3):
        before = state
        state, update = advance(plan, task, network, before)
        batch = task.draw(np.random.default_rng((plan.seed, 1, step)), 4, step)
        read = network.with_vector(before.vector).forward(batch.x, before.carried, batch.lengths)
        assert update.loss == loss_of(task.answers, read.y, batch).value
        assert before.carried is None or step
    assert state.carried is not None
    alone = replace(plan, learning=replace(plan.learning, batch=2))
    other, _ = advance(alone, task, network, state)  # another batch: its streams begin
    assert other.carried is not None
    assert other.carried[0].shape[0] == 2


def test_a_loss_past_all_bounds_names_what_grew(monkeypatch: pytest.MonkeyPatch) -> None:
    task = made(CHOICE)
    network, state = begin(PLAN, task)
    huge = replace(state, vector=np.full_like(state.vector, 1e7))
    with pytest.raises(Diverged, match="the loss"):
        advance(PLAN, task, network, huge)
    relu = replace(PLAN, network=NetworkChoice(Kind.of("rnn", activation="relu")))
    network, state = begin(relu, task)
    with pytest.raises(Diverged, match="an activation"):
        advance(relu, task, network, replace(state, vector=np.full_like(state.vector, 1e5)))
    monkeypatch.setattr(run, "clip", lambda _, gradient: Clipped(gradient, float("nan"), 0))
    with pytest.raises(Diverged, match="the gradient"):
        advance(PLAN, task, *begin(PLAN, task))


def test_a_validation_past_all_bounds_ends_the_run_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "validate", lambda *_: Validation(float("nan"), 0.0, False))
    with pytest.raises(Diverged, match="the validation loss") as fault:
        list(train(PLAN, made(CHOICE)))
    assert fault.value.state.step == 9


def test_a_validation_set_read_in_pieces_is_judged_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("adding", "embedded_reber"):
        task = made(TaskChoice(name))
        network, _ = begin(Plan(TaskChoice(name)), task)
        whole = validate(task, network, task.validation)
        with monkeypatch.context() as patch:
            patch.setattr(run, "PIECE", 100 * run.LARGE * len(task.validation.x))
            pieces = validate(task, network, task.validation)
        assert pieces.loss == pytest.approx(whole.loss, rel=1e-5)
        assert pieces.score == pytest.approx(whole.score, rel=1e-5)
