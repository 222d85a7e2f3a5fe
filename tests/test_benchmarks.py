"""The table of benchmarks tells what was kept, and the yardstick of the start works."""

from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks import __main__ as benchmarks
from tests.benchmarks.row import Row
from tests.benchmarks.startup import BARE, milliseconds_until_painted

NUMBERS = st.floats(0, 1e6)


@given(NUMBERS, NUMBERS)
def test_a_promise_is_kept_up_to_its_number(measured: float, promise: float) -> None:
    row = Row("a drag", measured, "ms", promise)
    assert row.kept == (measured <= promise)
    lines = benchmarks.table([row])
    assert len(lines) == 2
    assert lines[1].endswith("kept" if row.kept else "MISSED")


@given(NUMBERS, NUMBERS)
def test_a_ratio_is_kept_from_its_number_on(measured: float, promise: float) -> None:
    row = Row("as fast as", measured, "×", promise, at_least=True)
    assert row.kept == (measured >= promise)
    assert "≥" in benchmarks.table([row])[1]


def test_columns_stand_under_each_other() -> None:
    lines = benchmarks.table([Row("short", 1.0, "ms", 2.0), Row("a longer name", 123.0, "ms", 2.0)])
    assert lines[1].index("1 ms") + 4 == lines[2].index("123 ms") + 6


def test_every_module_that_measures_is_found() -> None:
    assert "startup" in benchmarks.names()
    assert "row" not in benchmarks.names()


def test_the_bare_plot_says_when_it_was_painted(window_environment: dict[str, str]) -> None:
    assert 0 < milliseconds_until_painted(BARE, window_environment) < 60_000
