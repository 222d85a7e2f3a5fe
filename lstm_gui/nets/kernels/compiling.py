"""How the functions of the kernels are compiled, and how the compiler is taught new ones.

A compiled function knows numbers, where numbers in memory begin, and vectors of numbers. Nothing of it can be
followed while it runs: the tests hold what it computes against the readable cells.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import numba
from numba import extending

Function = TypeVar("Function", bound=Callable[..., Any])

SOURCES = sha256(b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))).digest()
"""What tells one state of all the kernels' sources from another."""


def compiled(function: Function) -> Function:
    """Compile when first called, for the types it is called with; keep the result on disk.

    It runs free of the interpreter's lock.
    """
    made = numba.njit(nogil=True, cache=True, error_model="numpy")(function)
    kept = made._cache._cache_file
    # numba looks whether the file of a function is as it was; much of its code comes from other files.
    kept._source_stamp = (kept._source_stamp, SOURCES)
    known: Function = made
    return known


def inlined(function: Function) -> Function:
    """Compile into the place of each call, so that what is fixed there is known."""
    made: Function = numba.njit(forceinline=True, error_model="numpy")(function)
    return made


def spliced(function: Function) -> Function:
    """Put the source in the place of its few calls: cheaper to compile than a function of its own."""
    made: Function = numba.njit(inline="always", error_model="numpy")(function)
    return made


def intrinsic(function: Callable[..., Any]) -> Callable[..., Any]:
    """Teach the compiler a function: from the types of a call it gives the signature and what makes the code.

    Constants among the arguments are told as such.
    """
    made: Callable[..., Any] = extending.intrinsic(prefer_literal=True)(function)
    return made
