"""A gate's curve lies between 0 and 1, the candidate's between −1 and 1; both go through the middle at 0."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.simulator.squash import squashed


@given(st.sampled_from("ifo"), st.floats(-1e6, 1e6))
def test_a_gate_is_a_share(gate: str, z: float) -> None:
    assert 0.0 <= squashed(gate, z) <= 1.0
    assert squashed(gate, z) + squashed(gate, -z) == pytest.approx(1.0)


@given(st.floats(-1e6, 1e6))
def test_the_candidate_has_a_sign(z: float) -> None:
    assert -1.0 <= squashed("g", z) <= 1.0
    assert squashed("g", z) == -squashed("g", -z)
