"""A stabilised gate stands on the exponential that its point says it stands on."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from tests.graph.kinds import drawn_scene

forgets = st.sampled_from(["sigmoid", "exponential"])


@given(forgets, st.integers(0, 2**32))
def test_a_gate_is_the_exponential_of_what_is_left_of_z(forget: str, seed: int) -> None:
    scene = replace(drawn_scene(Kind.of("slstm", forget=forget), seed, units=1), overrides=())
    frame = resolve(SimState.of(replace(scene, step=max(2, scene.step))))  # something is stored by then
    part, values = frame.operating, frame.cell.values
    assert part.points["i"] == (values["z_i"], values["i_prime"])
    for gate, logarithm in (("i", values["z_i"]), ("f", values["log_f"])):
        wanted = math.exp(min(0.0, logarithm - part.against[gate]))
        assert part.points[gate][1] == pytest.approx(wanted, rel=1e-9)


def test_nothing_stands_against_what_is_written_first() -> None:
    scene = replace(drawn_scene(Kind.of("slstm"), 1, units=1), overrides=(), step=1).starting("n", (0.0,))
    part = resolve(SimState.of(scene)).operating
    assert part.against["i"] == -math.inf
    assert part.points["i"][1] == 1.0


def test_a_cell_of_squashed_gates_has_none() -> None:
    assert not resolve(SimState.of(drawn_scene(LSTM, 1))).operating.against
