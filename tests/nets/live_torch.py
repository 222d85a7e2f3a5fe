"""PyTorch where it is installed: for comparisons that go beyond the numbers recorded from it."""

from typing import Any

import pytest


def torch_or_skip() -> Any:
    """The torch module; the test that asks is skipped where there is none."""
    return pytest.importorskip("torch", reason="2026-11-22: PyTorch is in the reference extra alone")
