"""How fast networks learn: beside PyTorch on one thread, from nothing to solved, and how soon it waits."""

import math
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.nets.optimisers import Adam
from lstm_gui.training.apart import Apart
from lstm_gui.training.learning import Learning
from lstm_gui.training.messages import Begin, Begun, Pause, Paused, Resume, Updates
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import advance, begin, train
from lstm_gui.training.task import Task
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from tests.benchmarks.recurrent import side_by_side
from tests.benchmarks.row import Row

SIZES = ((8, 0.7), (16, 0.7), (32, 0.7), (64, 1.0))  # units, and how long ours may take of PyTorch's time
BATCH, STEPS, RATE, LIMIT = 32, 50, 0.01, 1.0
PAUSES = 20


def measure() -> list[Row]:
    """The ratios to PyTorch, the tasks to be solved from every seed, how soon a process waits and ends."""
    return [*_beside_pytorch(), *_solved(), *_told_to_wait()]


def _beside_pytorch() -> list[Row]:
    try:
        import torch
    except ImportError:
        print("not beside PyTorch: it comes with pip install '.[reference]'", file=sys.stderr)
        return []
    torch.set_num_threads(1)
    choice = TaskChoice("adding", (("length", float(STEPS)),))
    task, rows = made(choice), []
    for units, wanted in SIZES:
        ours, theirs = side_by_side(our_update(choice, task, units), their_update(torch, task, units))
        times = f"ours {ours * 1e3:.3g} ms ÷ PyTorch {theirs * 1e3:.3g} ms"
        rows.append(Row(f"an update, LSTM {units}, {BATCH}, {STEPS}: {times}", ours / theirs, "×", wanted))
    return rows


def our_update(choice: TaskChoice, task: Task, units: int) -> Callable[[], None]:
    """One update after another by the loop of the training lab, without validation."""
    learning = Learning(Adam(RATE), 10**9, BATCH, limit=LIMIT, validate_every=10**9)
    plan = Plan(choice, NetworkChoice(units=units), learning)
    network, state = begin(plan, task)

    def update() -> None:
        nonlocal state
        state, _ = advance(plan, task, network, state)

    return update


def their_update(torch: Any, task: Task, units: int) -> Callable[[], None]:
    """The same in PyTorch as one writes it there; only the last step is read out, where ours reads all."""
    torch.manual_seed(0)
    layer, readout = torch.nn.LSTM(task.inputs, units), torch.nn.Linear(units, task.outputs)
    parameters = [*layer.parameters(), *readout.parameters()]
    optimiser = torch.optim.Adam(parameters, lr=RATE)
    step = 0

    def update() -> None:
        nonlocal step
        batch = task.draw(np.random.default_rng((0, 1, step)), BATCH, step)
        step += 1
        optimiser.zero_grad()
        h, _ = layer(torch.from_numpy(batch.x))
        loss = torch.nn.functional.mse_loss(readout(h[-1]), torch.from_numpy(batch.target[-1]))
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(parameters, LIMIT)
        optimiser.step()
        assert np.isfinite([loss.item(), norm.item()]).all()  # which a loop that tells its progress reads too

    return update


def _solved() -> list[Row]:
    """Each task from so many seeds: how many solve it, and the median time of one."""
    rows = []
    for name, plan, seeds, wanted in solved_tasks():
        taken = [solved_in(replace(plan, seed=seed)) for seed in range(seeds)]
        times, worked = zip(*taken, strict=True)
        rows.append(
            Row(f"{name}: seeds that solve it", sum(map(math.isfinite, times)), f"of {seeds}", seeds, True)
        )
        work = f"a seed, median (the processor: {statistics.median(worked):.3g} s)"
        rows.append(Row(f"{name}: {work}", statistics.median(times), "s", wanted))
    return rows


def solved_tasks() -> list[tuple[str, Plan, int, float]]:
    """What is to be solved by eight units: its name, the plan, from how many seeds, in how many seconds."""
    return [
        (
            "embedded Reber",
            Plan(
                TaskChoice("embedded_reber"),
                NetworkChoice(units=8, forget_bias=0.0),
                Learning(Adam(0.02), steps=12_000, batch=16),
            ),
            10,
            3.0,
        ),
        (
            "adding at 100 steps",
            Plan(
                TaskChoice("adding", (("length", 100.0),)),
                NetworkChoice(units=8, longest_memory=100),
                Learning(Adam(0.02)),
            ),
            5,
            20.0,
        ),
        (
            "temporal order at 50 steps",
            Plan(
                TaskChoice("temporal_order", (("length", 50.0),)),
                NetworkChoice(units=8),
                Learning(Adam(0.02)),
            ),
            5,
            3.0,
        ),
    ]


def solved_in(plan: Plan) -> tuple[float, float]:
    """Seconds from nothing to solved, validation included, infinite when it was not; and of the processor."""
    began, worked, task = time.perf_counter(), time.process_time(), made(plan.task)
    ended = [update.ended for _, update in train(plan, task)][-1]
    taken = time.perf_counter() - began if ended == "solved" else float("inf")
    return taken, time.process_time() - worked


def _told_to_wait() -> list[Row]:
    """How long a process of its own takes to answer Pause in the midst of large updates, and to end."""
    rows = []
    for kind in (LSTM, Kind.of("slstm")):
        apart = Apart()
        waits = [_wait_for_pause(apart, kind, pause) for pause in range(PAUSES)]
        name = f"Pause answered, {kind.family} 64, {BATCH}, 400, longest of {PAUSES}"
        rows.append(Row(name, max(waits) * 1e3, "ms", 100))
        apart.pipe.send(Resume())
        began = time.perf_counter()
        apart.end()
    return [*rows, Row("a process ended while it trains", time.perf_counter() - began, "s", 1)]


def _wait_for_pause(apart: Apart, kind: Kind, pause: int) -> float:
    """Seconds until the answer, somewhere in an update or in the judging that follows some."""
    if pause == 0:
        plan = Plan(TaskChoice("adding", (("length", 400.0),)), NetworkChoice(kind, 64), Learning(Adam(RATE)))
        apart.pipe.send(Begin(plan, 1, paused=True))
        answered(apart, Begun)
    apart.pipe.send(Resume())
    answered(apart, Updates)
    time.sleep(0.013 * pause)
    began = time.perf_counter()
    apart.pipe.send(Pause())
    answered(apart, Paused)
    return time.perf_counter() - began


def answered(apart: Apart, wanted: type) -> None:
    """Read what is told until a message of a type. Raises TimeoutError."""
    while apart.pipe.poll(60):
        if isinstance(apart.pipe.recv(), wanted):
            return
    raise TimeoutError(f"no {wanted.__name__} came")
