"""A run leaves as a table that a spreadsheet reads: each update once, each number whole, no formula."""

import csv
import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.nets.optimisers import Adam, Sgd
from lstm_gui.training.history import History
from lstm_gui.training.learning import Learning
from lstm_gui.training.run import Update, Validation
from lstm_gui.training.run_table import HEAD, change_words, run_table
from tests.training.plans import learnings

numbers = st.floats(-1e6, 1e6)
validations = st.none() | st.builds(Validation, numbers, numbers, st.booleans())
rows = st.lists(st.tuples(numbers, numbers, numbers, validations), max_size=20)


@given(rows=rows)
def test_each_update_is_a_row_with_every_digit(
    rows: list[tuple[float, float, float, Validation | None]],
) -> None:
    history = History()
    history.add(
        Update(n, loss, norm, False, rate, seen) for n, (loss, norm, rate, seen) in enumerate(rows, 1)
    )
    head, *found = csv.reader(io.StringIO(run_table(history).decode()))
    assert tuple(head) == HEAD
    assert [int(row[0]) for row in found] == list(range(1, len(rows) + 1))
    for row, (loss, norm, rate, seen) in zip(found, rows, strict=True):
        assert [float(row[1]), float(row[4]), float(row[5])] == [loss, norm, rate]
        assert (
            row[2:4] == ["", ""]
            if seen is None
            else [float(row[2]), float(row[3])] == [seen.loss, seen.score]
        )


def test_a_change_stands_at_the_update_that_followed_it() -> None:
    history, learning = History(), Learning(Adam(0.01))
    history.add([Update(1, 0.5, 1.0, False, 0.01)])
    history.mark(learning, replace(learning, optimiser=Adam(0.001), patience=20, stop_when_solved=False))
    history.add([Update(2, 0.5, 1.0, False, 0.001)])
    _, first, second = csv.reader(io.StringIO(run_table(history).decode()))
    assert first[-1] == ""
    assert second[-1] == "rate 0.01 → 0.001; patience none → 20; stop when solved yes → no"


def test_a_change_before_the_first_update_of_an_opened_run_stands_at_it() -> None:
    history, learning = History(), Learning()
    history.mark(learning, replace(learning, batch=64))
    history.add([Update(43, 0.5, 1.0, False, 0.01)])
    history.mark(replace(learning, batch=64), learning)  # and one that nothing has followed yet
    _, row = csv.reader(io.StringIO(run_table(history).decode()))
    assert (row[0], row[-1]) == ("43", "batch 32 → 64")


def test_another_optimiser_is_named_with_what_only_one_of_them_has() -> None:
    history = History()
    history.mark(Learning(Sgd(0.1)), Learning(Adam(0.1)))
    (mark,) = history.marks
    assert change_words(mark).startswith(
        "optimiser Sgd → Adam; momentum 0 → none; nesterov no → none; beta 1 none"
    )


@given(before=learnings, after=learnings)
def test_the_words_of_a_change_are_no_formula(before: Learning, after: Learning) -> None:
    history = History()
    history.mark(before, after)
    for mark in history.marks:
        assert change_words(mark)[:1] not in "=+-@\t\r'"
