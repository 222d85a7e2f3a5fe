"""When a kernel runs, and that everything runs without one."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from lstm_gui.nets.kernels import choice
from lstm_gui.nets.kernels.choice import FEWEST_STEPS, kernel_for
from tests.nets.cells import assert_same, one_of_each, problem, readable


@one_of_each
@pytest.mark.parametrize(
    ("steps", "batch", "chosen"),
    [(0, 2, False), (FEWEST_STEPS - 1, 2, False), (FEWEST_STEPS, 2, True), (FEWEST_STEPS, 0, False)],
)
def test_long_runs_that_are_not_empty_have_a_kernel(kind: str, steps: int, batch: int, chosen: bool) -> None:
    cell, x, state = problem(kind, 0, 2, 3, steps, batch)
    trace = cell.forward(x, state)
    assert (trace.kernel is not None) == chosen
    gradients = cell.backward(trace, np.ones_like(trace.h))
    assert gradients.x.shape == x.shape


@one_of_each
def test_a_run_that_is_edited_takes_the_readable_steps(kind: str) -> None:
    cell, x, state = problem(kind, 0, 2, 3, 10, 2)
    assert cell.begin(x, state, edited=True).kernel is None


def test_other_forms_have_none() -> None:
    cell, x, state = problem("LSTM: projection", 0, 2, 3, 10, 2)
    assert cell.forward(x, state).kernel is None
    assert kernel_for(None, cell) is None


@pytest.fixture
def asked_anew() -> Iterator[None]:
    """The choice is made anew, and once more afterwards."""
    choice._kind.cache_clear()
    yield
    choice._kind.cache_clear()


@one_of_each
@pytest.mark.parametrize(
    "error", [ImportError("no numba"), RuntimeError("no folder"), AttributeError("_cache")]
)
@pytest.mark.usefixtures("asked_anew")
def test_without_a_compiler_the_readable_steps_run(
    kind: str, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_name: str) -> Any:
        raise error

    monkeypatch.setattr(choice, "import_module", refuse)
    cell, x, state = problem(kind, 0, 2, 3, 10, 2)
    trace = cell.forward(x, state)
    assert trace.kernel is None
    assert_same(trace, readable(cell, x, state))
    cell.backward(trace, np.ones_like(trace.h))


def test_no_compiler_is_loaded_before_a_long_run() -> None:
    code = (
        "import sys, numpy as np;"
        "from lstm_gui.nets.rnn import Rnn;"
        "one = np.ones((1, 1)); cell = Rnn(one, one, np.ones(1));"
        f"trace = cell.forward(np.ones(({FEWEST_STEPS - 1}, 1, 1)));"
        "cell.backward(trace, np.ones_like(trace.h));"
        "cell.begin(np.ones((100, 1, 1)), edited=True);"
        "assert 'numba' not in sys.modules;"
        f"cell.forward(np.ones(({FEWEST_STEPS}, 1, 1)));"
        "assert 'numba' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=100)
