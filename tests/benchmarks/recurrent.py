"""How fast recurrent layers are: beside PyTorch on one thread, by readable steps alone, and at first use."""

import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.convert.torch import from_torch
from lstm_gui.nets.layer import Layer
from lstm_gui.nets.lstm import Lstm
from tests.benchmarks.row import Row

Array = NDArray[np.floating[Any]]

SIZES = (  # units, sequences, steps, and how many times as fast as PyTorch the LSTM is to be
    (1, 1, 50, 15.0),
    (8, 1, 50, 10.0),
    (16, 16, 50, 3.0),
    (32, 32, 50, 1.5),
    (64, 32, 100, 1.5),
    (128, 64, 100, 1.0),
)
KINDS = ("LSTM", "GRU", "RNN")
ROUNDS = 7  # the best of which counts
SPELL = 0.04  # seconds that a round lasts at least
WATCHED = 3000  # times that the main thread wants the interpreter

FIRST_USE = """
import time
import numpy as np
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.zeros import zeros_lstm
layer, x = zeros_lstm(1, 8, dtype=np.float32), np.ones((50, 1, 1), np.float32)
began = time.perf_counter()
layer.backward(layer.forward(x), np.ones((50, 1, 8), np.float32))
print(time.perf_counter() - began)
"""


def measure() -> list[Row]:
    """The ratios to PyTorch, the readable steps, the first use, and how a busy kernel holds others up."""
    return [*_beside_pytorch(), _readable_steps(), _first_use(), _hold_up()]


def _beside_pytorch() -> list[Row]:
    try:
        import torch
    except ImportError:
        print("not beside PyTorch: it comes with pip install '.[reference]'", file=sys.stderr)
        return []
    torch.set_num_threads(1)
    torch.manual_seed(0)
    rows = []
    for kind in KINDS:
        for units, batch, steps, wanted in SIZES:
            module = getattr(torch.nn, kind)(units, units)
            layer = from_torch(kind, {name: p.detach().numpy() for name, p in module.named_parameters()})
            x = torch.randn(steps, batch, units)
            d_output = torch.randn(steps, batch, units)

            our_time, their_time = side_by_side(
                partial(run_ours, layer, x.numpy(), d_output.numpy()),
                partial(run_theirs, module, x, d_output),
            )
            times = f"PyTorch {their_time * 1e3:.3g} ms ÷ ours {our_time * 1e3:.3g} ms"
            name = f"{kind} {units}, {batch}, {steps}: {times}"
            rows.append(Row(name, their_time / our_time, "×", wanted, at_least=True))
    return rows


def run_ours(layer: Layer[Any], x: Array, d_output: Array) -> None:
    """Forward, and back to the gradients of all parameters."""
    layer.backward(layer.forward(x), d_output)


def run_theirs(module: Any, x: Any, d_output: Any) -> None:
    """The same in PyTorch."""
    module.zero_grad()
    module(x)[0].backward(d_output)


def side_by_side(first: Callable[[], None], second: Callable[[], None]) -> tuple[float, float]:
    """The best time of each over rounds in which they take turns."""
    counts = [calls_in_a_round(act) for act in (first, second)]
    rounds = [(spell(first, counts[0]), spell(second, counts[1])) for _ in range(ROUNDS)]
    ours, theirs = zip(*rounds, strict=True)
    return min(ours), min(theirs)


def calls_in_a_round(act: Callable[[], None]) -> int:
    """How many calls take about a SPELL; the first one, which may compile, is not counted."""
    act()
    return max(1, round(SPELL / spell(act, 1)))


def spell(act: Callable[[], None], count: int) -> float:
    """Seconds that one of so many calls takes."""
    began = time.perf_counter()
    for _ in range(count):
        act()
    return (time.perf_counter() - began) / count


def an_lstm(units: int, steps: int) -> tuple[Lstm, Array]:
    """An LSTM of so many units and inputs, and a sequence for it, drawn."""
    rng = np.random.default_rng(0)
    W, U = rng.normal(scale=0.3, size=(2, 4 * units, units)).astype(np.float32)
    x = rng.normal(size=(steps, 1, units)).astype(np.float32)
    return Lstm(W, U, np.zeros(4 * units, np.float32)), x


def _readable_steps() -> Row:
    """Forward and back by the cell's own steps, as where there is no compiler."""
    layer, x = an_lstm(8, 100)
    d_output = np.ones_like(x)
    d_final = layer.state_from(None, 1)

    def run() -> None:
        trace = layer.begin(x, edited=True)
        layer.advance(trace, 0, len(x), trace.initial)
        layer.gradients(trace, layer.unwind(trace, d_output, d_final))

    run()
    best = min(spell(run, 10) for _ in range(ROUNDS))
    return Row("LSTM 8, 1, 100 by readable steps, forward and back", best * 1e3, "ms", 2)


def _first_use() -> Row:
    """In a process that has the library loaded and the compiled code on disk."""
    command = [sys.executable, "-c", FIRST_USE]
    done = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(1 + ROUNDS)]
    best = min(float(run.stdout) for run in done[1:])
    return Row("a kernel's first use, compiled before", best, "s", 0.5)


def _hold_up() -> Row:
    """How much later than asked the main thread gets the interpreter back while a kernel trains beside it."""
    layer, x = an_lstm(64, 100)
    batch = np.repeat(x, 32, axis=1)
    d_output, done = np.ones_like(batch), threading.Event()

    def train() -> None:
        while not done.is_set():
            layer.backward(layer.forward(batch), d_output)

    trainer = threading.Thread(target=train)
    trainer.start()
    late = []
    for _ in range(WATCHED):
        began = time.perf_counter()
        time.sleep(0.001)
        late.append((time.perf_counter() - began) * 1e3 - 1)
    done.set()
    trainer.join()
    held_up = statistics.quantiles(late, n=100)[-1]
    return Row("the main thread held up while a kernel trains, p99", held_up, "ms", 3)
