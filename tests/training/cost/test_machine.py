"""How much memory there is, where the system tells."""

import os

import pytest

from lstm_gui.training.cost.growth import longest_held
from lstm_gui.training.cost.machine import memory_bytes
from lstm_gui.training.cost.measure import Cost


def test_it_is_what_the_system_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        os, "sysconf", {"SC_PHYS_PAGES": 1000, "SC_PAGE_SIZE": 4096}.__getitem__, raising=False
    )
    assert memory_bytes() == 4_096_000


def test_a_system_that_does_not_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sysconf", {"SC_PHYS_PAGES": -1, "SC_PAGE_SIZE": 4096}.__getitem__, raising=False)
    assert memory_bytes() is None
    monkeypatch.delattr(os, "sysconf")
    assert memory_bytes() is None


def test_twice_the_memory_holds_twice_the_steps() -> None:
    cost = Cost(8, 50, 32, 361, 1, 2_000_000, 0.01)
    assert longest_held(cost, 8_000_000_000) == 200_000
    assert longest_held(cost, 16_000_000_000) == 400_000
