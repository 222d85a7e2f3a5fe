"""What is kept on disk is what the sources say."""

from typing import Any

import pytest

from lstm_gui.nets.kernels import compiling


def add_one(x: int) -> int:
    """Something to compile."""
    return x + 1


def kept_by(function: Any) -> dict[Any, str]:
    """What is on disk and still holds for a compiled function."""
    overloads: dict[Any, str] = function._cache._cache_file._load_index()
    return overloads


def test_what_was_compiled_is_kept_until_any_source_of_the_kernels_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first: Any = compiling.compiled(add_one)
    assert first(1) == 2
    assert kept_by(compiling.compiled(add_one))
    monkeypatch.setattr(compiling, "SOURCES", b"other")
    changed: Any = compiling.compiled(add_one)
    assert not kept_by(changed)
    assert changed(1) == 2
    assert sum(changed.stats.cache_misses.values()) == 1
