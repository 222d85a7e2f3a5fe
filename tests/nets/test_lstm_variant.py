"""What each variant of the LSTM takes away or adds, and where two of them must agree."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.activation import SIGMOID
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.lstm_variant import GREFF_2015, HOCHREITER_1997, VANILLA, LstmVariant
from tests.nets.cells import Array, drawn_lstm, readable

seeds = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize(
    ("variant", "blocks", "gates"),
    [
        (VANILLA, "ifgo", "ifo"),
        (HOCHREITER_1997, "igo", "io"),
        (GREFF_2015["NIG"], "fgo", "fo"),
        (GREFF_2015["NFG"], "igo", "io"),
        (GREFF_2015["NOG"], "ifg", "if"),
        (GREFF_2015["NIAF"], "ifgo", "ifo"),
        (GREFF_2015["NOAF"], "ifgo", "ifo"),
        (GREFF_2015["CIFG"], "igo", "io"),
        (GREFF_2015["NP"], "ifgo", "ifo"),
        (GREFF_2015["FGR"], "ifgo", "ifo"),
        (LstmVariant(input_gate=False, forget_gate=False, output_gate=False), "g", ""),
    ],
)
def test_each_variant_has_weights_for_the_gates_that_it_has(
    variant: LstmVariant, blocks: str, gates: str
) -> None:
    assert (variant.blocks, variant.gates) == (tuple(blocks), tuple(gates))


def test_there_are_the_eight_of_greff() -> None:
    assert list(GREFF_2015) == ["NIG", "NFG", "NOG", "NIAF", "NOAF", "CIFG", "NP", "FGR"]


def run(name: str) -> tuple[Lstm, dict[str, Array]]:
    """One of the variants and every quantity of a run of it."""
    rng = np.random.default_rng(0)
    cell = drawn_lstm(name, rng, 2, 3)
    return cell, cell.forward(rng.normal(size=(5, 2, 2))).quantities


@pytest.mark.parametrize(
    ("name", "gate"), [("NIG", "i"), ("NFG", "f"), ("1997", "f"), ("NOG", "o"), ("no gates", "f")]
)
def test_a_gate_that_is_not_there_is_open(name: str, gate: str) -> None:
    _, found = run(name)
    np.testing.assert_array_equal(found[gate], 1)
    assert f"z_{gate}" not in found


def test_without_activation_of_the_candidate_it_is_its_pre_activation() -> None:
    _, found = run("NIAF")
    np.testing.assert_array_equal(found["g"], found["z_g"])


def test_without_activation_of_the_output_h_is_o_times_c() -> None:
    _, found = run("NOAF")
    np.testing.assert_array_equal(found["tanh_c"], found["c"])
    np.testing.assert_array_equal(found["h"], found["o"] * found["c"])


def test_a_coupled_cell_forgets_as_much_as_it_takes_in() -> None:
    _, found = run("CIFG")
    np.testing.assert_array_equal(found["f"], 1 - found["i"])


def test_a_clip_bounds_every_pre_activation() -> None:
    _, found = run("clipped")
    z = np.concatenate([found[f"z_{gate}"] for gate in "ifgo"])
    assert np.abs(z).max() == 1
    assert np.abs(z).min() < 1


# Where two must agree


def assert_same_run(one: Lstm, other: Lstm, rng: np.random.Generator) -> None:
    """Both give the same hidden and cell states, and the same gradients of x and of the first states."""
    x, h, c = rng.normal(size=(5, 2, one.inputs)), *rng.normal(size=(2, 2, one.units))
    traces = [cell.forward(x, (h[:, : cell.outputs], c), [5, 3]) for cell in (one, other)]
    np.testing.assert_allclose(traces[0].output, traces[1].output, 1e-12, 1e-13)
    np.testing.assert_allclose(traces[0].c, traces[1].c, 1e-12, 1e-13)
    d_output = rng.normal(size=traces[0].output.shape)
    found, wanted = (cell.backward(trace, d_output) for cell, trace in zip((one, other), traces, strict=True))
    np.testing.assert_allclose(found.x, wanted.x, 1e-10, 1e-12)
    np.testing.assert_allclose(found["W"], wanted["W"], 1e-10, 1e-12)
    for array, same in zip(found.state, wanted.state, strict=True):
        np.testing.assert_allclose(array, same, 1e-10, 1e-12)


@given(seeds)
@settings(max_examples=8)
def test_two_biases_are_one_of_their_sum(seed: int) -> None:
    rng = np.random.default_rng(seed)
    two = drawn_lstm("two biases", rng, 2, 3)
    assert two.b_u is not None
    assert_same_run(two, replace(two, b=two.b + two.b_u, b_u=None), rng)


@given(seeds)
@settings(max_examples=8)
def test_peepholes_of_zero_are_none(seed: int) -> None:
    rng = np.random.default_rng(seed)
    cell = drawn_lstm("plain", rng, 2, 3)
    assert_same_run(replace(cell, p=np.zeros(9)), cell, rng)


@given(seeds)
@settings(max_examples=8)
def test_a_projection_that_changes_nothing_is_none(seed: int) -> None:
    rng = np.random.default_rng(seed)
    cell = drawn_lstm("peepholes", rng, 2, 3)
    assert_same_run(replace(cell, R=np.eye(3)), cell, rng)


@given(seeds)
@settings(max_examples=8)
def test_a_clip_that_nothing_reaches_is_none(seed: int) -> None:
    rng = np.random.default_rng(seed)
    cell = drawn_lstm("peepholes", rng, 2, 3)
    assert_same_run(replace(cell, variant=LstmVariant(clip=1e3)), cell, rng)


@given(seeds)
@settings(max_examples=8)
def test_full_gate_recurrence_of_zero_is_none(seed: int) -> None:
    rng = np.random.default_rng(seed)
    cell = drawn_lstm("peepholes", rng, 2, 3)
    x = rng.normal(size=(5, 2, 2))
    with_gates = readable(replace(cell, G=np.zeros((9, 9))), x)
    np.testing.assert_array_equal(with_gates.h, readable(cell, x).h)


@given(seeds)
@settings(max_examples=8)
def test_full_gate_recurrence_reads_the_gates_of_the_step_before_and_nothing_at_first(seed: int) -> None:
    rng = np.random.default_rng(seed)
    cell = drawn_lstm("FGR", rng, 2, 3)
    assert cell.G is not None
    x = rng.normal(size=(5, 2, 2))
    trace = cell.forward(x)
    plain = cell.forward(x, (*trace.initial[:2], np.zeros((2, 9))))
    np.testing.assert_array_equal(trace.z, plain.z)
    before = np.concatenate([trace.gate(gate)[:-1] for gate in "ifo"], axis=-1)
    assert trace.a_previous is not None
    np.testing.assert_array_equal(trace.a_previous[1:], before)


@pytest.mark.parametrize(
    ("name", "gate", "without"),
    [("plain", "f", HOCHREITER_1997), ("plain", "i", GREFF_2015["NIG"]), ("plain", "o", GREFF_2015["NOG"])],
)
def test_a_gate_held_open_is_as_if_it_were_not_there(name: str, gate: str, without: LstmVariant) -> None:
    rng = np.random.default_rng(0)
    cell = drawn_lstm(name, rng, 2, 3)
    cell.b[cell.rows(gate)] = 1e4
    rest = np.r_[tuple(cell.rows(block) for block in without.blocks)]
    x = rng.normal(size=(5, 2, 2))
    fewer = Lstm(cell.W[rest], cell.U[rest], cell.b[rest], variant=without)
    np.testing.assert_allclose(fewer.forward(x).h, cell.forward(x).h, 1e-12, 1e-13)


@given(seeds)
@settings(max_examples=8)
def test_a_forget_gate_of_negated_weights_is_coupled_to_the_input_gate(seed: int) -> None:
    """1 − σ(z) = σ(−z)."""
    rng = np.random.default_rng(seed)
    cell = drawn_lstm("plain", rng, 2, 3)
    for array in (cell.W, cell.U, cell.b):
        array[cell.rows("f")] = -array[cell.rows("i")]
    rest = np.r_[cell.rows("i"), cell.rows("g"), cell.rows("o")]
    x = rng.normal(size=(5, 2, 2))
    coupled = Lstm(cell.W[rest], cell.U[rest], cell.b[rest], variant=LstmVariant(coupled=True))
    np.testing.assert_allclose(coupled.forward(x).h, cell.forward(x).h, 1e-11, 1e-12)


def test_the_candidate_may_be_squashed_as_the_gates_are() -> None:
    rng = np.random.default_rng(0)
    cell = replace(drawn_lstm("plain", rng, 2, 3), variant=LstmVariant(candidate_activation=SIGMOID))
    trace = cell.forward(rng.normal(size=(5, 2, 2)))
    np.testing.assert_allclose(trace.gate("g"), 1 / (1 + np.exp(-trace.pre_activation("g"))), 1e-13)
