"""Draws plans of every kind, checkpoints of them, and what is told of those."""

import math
from typing import Any

import numpy as np
from hypothesis import strategies as st

from lstm_gui.graph.kind import EVERY_KIND
from lstm_gui.nets.initialisers import INITIALISERS
from lstm_gui.nets.optimisers import Adam, AdamW, Memory, RmsProp, Sgd
from lstm_gui.training.learning import CLIPPINGS, FEEDINGS, SCHEDULES, Learning
from lstm_gui.training.network import NetworkChoice, new_network
from lstm_gui.training.option import Choice
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import Portrait, Unit
from lstm_gui.training.run import RunState, Validation
from lstm_gui.training.task import Baseline
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import ENTRIES

shares = st.floats(0, 0.99)
rates = st.floats(0, 1)
counts = st.integers(1, 5000)
numbers = st.floats(-1e6, 1e6)
names = st.text("abc·é\n", max_size=5)
optimisers = st.one_of(
    st.builds(Sgd, rates, shares, st.booleans(), rates),
    st.builds(RmsProp, rates, shares, rates, rates),
    st.builds(Adam, rates, shares, shares, rates, rates),
    st.builds(AdamW, rates, shares, shares, rates, rates),
)
learnings = st.builds(
    Learning,
    optimiser=optimisers,
    steps=counts,
    batch=st.integers(1, 4),
    schedule=st.sampled_from(tuple(SCHEDULES)),
    clipping=st.sampled_from(CLIPPINGS),
    limit=st.floats(1e-3, 1e3),
    window=st.none() | counts,
    feeding=st.sampled_from(FEEDINGS),
    validate_every=counts,
    patience=st.none() | counts,
    stop_when_solved=st.booleans(),
)
networks = st.builds(
    NetworkChoice,
    kind=st.sampled_from(EVERY_KIND),
    units=st.integers(1, 4),
    layers=st.integers(1, 3),
    bidirectional=st.booleans(),
    initialiser=st.sampled_from(tuple(INITIALISERS)),
    forget_bias=st.none() | numbers,
    longest_memory=st.none() | st.integers(2, 5000),
)


@st.composite
def tasks(draw: st.DrawFn) -> TaskChoice:
    """A row of the table with some of its options chosen."""
    entry = draw(st.sampled_from(ENTRIES))
    chosen: dict[str, float | str] = {}
    for option in draw(st.lists(st.sampled_from(entry.options), unique=True)) if entry.options else ():
        if isinstance(option, Choice):
            chosen[option.name] = draw(st.sampled_from(option.words))
        else:
            chosen[option.name] = option.hold(draw(st.floats(option.low, option.high)))
    return TaskChoice(entry.name, tuple(sorted(chosen.items())))


plans = st.builds(Plan, task=tasks(), network=networks, learning=learnings, seed=st.integers(0, 2**63))
units = st.builds(Unit, st.sampled_from(("values", "changes", "growth")), numbers, st.floats(1e-3, 1e3))
validations = st.builds(Validation, numbers, numbers | st.just(math.inf), st.booleans())
portraits = st.builds(
    Portrait,
    inputs=st.integers(1, 3),
    outputs=st.integers(1, 3),
    answers=st.sampled_from(("numbers", "classes", "bits")),
    score_name=st.text("ab ", max_size=5),
    test=validations,
    baseline=st.builds(Baseline, st.text("ab ", max_size=5), numbers, numbers),
    input_names=st.lists(names, max_size=3).map(tuple),
    output_names=st.lists(names, max_size=3).map(tuple),
    units=st.lists(units, max_size=3).map(tuple),
)


def drawn(shape: Any, seed: int, low: float, high: float) -> Any:
    """float32 numbers of any size between the bounds, zeros of both signs among them."""
    rng = np.random.default_rng(seed)
    numbers = rng.standard_normal(shape) * 10.0 ** rng.uniform(-40, 40, shape)
    numbers *= rng.integers(0, 2, shape)
    return np.clip(numbers, low, high).astype(np.float32)


@st.composite
def checkpoints(draw: st.DrawFn, plan: Plan, portrait: Portrait) -> RunState:
    """A checkpoint of a plan, whatever its numbers."""
    network = new_network(plan.network, portrait.inputs, portrait.outputs, 0)
    count, carries = network.count, draw(st.booleans()) and network.carries
    seed = draw(st.integers(0, 2**32 - 1))
    m, v = (drawn(count, seed, low, 1e30) if draw(st.booleans()) else None for low in (-1e30, 0))
    shapes = network.layer.state_shapes(plan.learning.batch)
    return RunState(
        step=draw(st.integers(0, 10**9)),
        vector=drawn(count, seed, -1e6, 1e6),
        memory=Memory(draw(counts), m, v),
        carried=tuple(drawn(shape, seed, -1e30, 1e30) for shape in shapes) if carries else None,
        best=draw(st.floats(0, 1e6) | st.just(math.inf)),
        waited=draw(counts),
        optimiser=draw(st.sampled_from(("", "Sgd", "RmsProp", "Adam", "AdamW"))),
    )
