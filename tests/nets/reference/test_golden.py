"""Our layers give what PyTorch gave when the golden file was recorded."""

import numpy as np
import pytest

from tests.nets.reference.cases import GOLDEN, GOLDEN_CASES, Array, Case
from tests.nets.reference.comparison import check


def golden(case: Case) -> dict[str, Array]:
    """The arrays of a case by name."""
    with np.load(GOLDEN, allow_pickle=False) as records:
        record = records[case.name]
    return {name: record[name] for name in record.dtype.names}


@pytest.mark.parametrize("case", GOLDEN_CASES, ids=lambda case: case.name)
def test_a_layer_gives_what_pytorch_gave(case: Case) -> None:
    check(case, golden(case))


def test_the_file_has_the_cases_and_no_others_and_is_small() -> None:
    with np.load(GOLDEN, allow_pickle=False) as records:
        assert list(records) == [case.name for case in GOLDEN_CASES]
    assert GOLDEN.stat().st_size < 80_000


@pytest.mark.parametrize("name", ["output", "c_n", "d_x", "d_h_0", "d_weight_hr_l1_reverse"])
def test_the_comparison_sees_a_small_difference(name: str) -> None:
    case = GOLDEN_CASES[-1]
    arrays = golden(case)
    arrays[name] = arrays[name].copy()
    arrays[name].flat[-1] += 1e-10
    with pytest.raises(AssertionError, match=name):
        check(case, arrays)
