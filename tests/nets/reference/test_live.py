"""Our layers give what the PyTorch that is installed gives, with sizes and numbers drawn anew."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.nets.live_torch import torch_or_skip
from tests.nets.reference.cases import GOLDEN_CASES, MODES, Array, Case
from tests.nets.reference.comparison import check, close
from tests.nets.reference.test_golden import golden

Run = Callable[[Case, np.random.Generator], dict[str, Array]]


@pytest.fixture(scope="module")
def run() -> Run:
    """Runs a module of PyTorch."""
    torch_or_skip()
    from tests.nets.reference.pytorch import run as run_of_pytorch

    return run_of_pytorch


@st.composite
def cases(draw: st.DrawFn, mode: str) -> Case:
    """A module of a kind, of any form."""
    steps, batch, hidden = draw(st.integers(1, 12)), draw(st.integers(1, 5)), draw(st.integers(1, 16))
    lengths = st.lists(st.integers(1, steps), min_size=batch, max_size=batch).map(tuple)
    return Case(
        mode,
        single=draw(st.booleans()),
        layers=draw(st.integers(1, 2)),
        bidirectional=draw(st.booleans()),
        bias=draw(st.booleans()),
        proj_size=draw(st.integers(0, hidden - 1)) if mode == "LSTM" else 0,
        lengths=draw(st.none() | lengths),
        inputs=draw(st.integers(1, 8)),
        hidden=hidden,
        steps=steps,
        batch=batch,
    )


@pytest.mark.parametrize("mode", MODES)
@settings(max_examples=30, derandomize=True)
@given(data=st.data(), seed=st.integers(0, 2**32 - 1))
def test_a_layer_gives_what_pytorch_gives(run: Run, mode: str, data: st.DataObject, seed: int) -> None:
    case = data.draw(cases(mode))
    check(case, run(case, np.random.default_rng(seed)))


@pytest.mark.parametrize("case", GOLDEN_CASES, ids=lambda case: case.name)
def test_the_golden_file_is_what_pytorch_gives(run: Run, case: Case) -> None:
    kept = golden(case)
    for name, array in run(case, case.rng).items():
        close(name, array, kept[name])
