"""Three parts that share nothing, and each of about its size."""

from functools import partial

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.training.tasks.held_out import LEARN, SHARES, TEST, VALIDATION, of_part, parts

PARTS = (LEARN, VALIDATION, TEST)


def drawn(rng: np.random.Generator, steps: int, count: int) -> np.ndarray:
    return rng.integers(0, 2, (steps, count), dtype=np.int8)


@given(st.integers(0, 2**32), st.integers(8, 40))
def test_the_parts_share_no_sequence(seed: int, steps: int) -> None:
    rng = np.random.default_rng(seed)
    found = [of_part(lambda count: drawn(rng, steps, count), 60, part) for part in PARTS]
    assert [codes.shape for codes in found] == [(steps, 60)] * 3
    said = [{bytes(column) for column in codes.T.astype(np.int8)} for codes in found]
    assert not said[0] & said[1]
    assert not said[0] & said[2]
    assert not said[1] & said[2]


def test_each_part_has_about_its_share() -> None:
    named = parts(drawn(np.random.default_rng(0), 30, 8000))
    for part, share in SHARES.items():
        assert abs((named == part).mean() - share) < 0.02


@given(st.integers(0, 2**32), st.sampled_from(PARTS))
def test_what_is_drawn_is_of_the_part_and_depends_on_the_seed_alone(seed: int, part: str) -> None:
    rngs = [np.random.default_rng(seed) for _ in range(2)]
    one, other = (of_part(partial(drawn, rng, 12), 20, part) for rng in rngs)
    assert np.array_equal(one, other)
    assert (parts(one) == part).all()
