"""Records the golden file from PyTorch: `python -m tests.nets.reference.record`.

Each case is one structured record, whose fields are the arrays by name; nothing in the file is pickled.
"""

from typing import Any

import numpy as np

from tests.nets.reference.cases import GOLDEN, GOLDEN_CASES, Array
from tests.nets.reference.pytorch import run


def as_record(arrays: dict[str, Array]) -> Array:
    """Arrays as the fields of one record."""
    record = np.zeros((), dtype=[(name, array.dtype, array.shape) for name, array in arrays.items()])
    for name, array in arrays.items():
        record[name] = array
    return record


if __name__ == "__main__":
    records: dict[str, Any] = {case.name: as_record(run(case, case.rng)) for case in GOLDEN_CASES}
    np.savez_compressed(GOLDEN, **records)
    print(f"{GOLDEN.name}: {len(records)} cases, {GOLDEN.stat().st_size} bytes")
