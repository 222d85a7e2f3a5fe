"""Reviewing without a window: the next card, rating it, taking it back."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui import settings
from lstm_gui.cli.report import Refused
from lstm_gui.cli.review import moment
from lstm_gui.settings import Settings
from lstm_gui.store.collection import Collection
from tests.cli.conftest import Run


def test_a_rating_is_in_the_collection_when_it_is_reported(run: Run, tmp_path: Path) -> None:
    uid = run("review", "next", "--json").json["uid"]
    rated = run("review", "rate", uid, 4, "--json")
    assert rated.code == 0
    with Collection.open(tmp_path / "lab") as collection:
        last = collection.last_review()
    assert last is not None
    assert rated.json["event"] == last.id
    assert rated.json["stability"] == last.after.stability
    assert rated.json["difficulty"] == last.after.difficulty
    assert rated.json["interval"] == last.after.due_day - last.study_day
    due = datetime.fromisoformat(rated.json["due"])
    assert due > datetime.fromisoformat(rated.json["at"])


def test_the_next_card_is_another_and_carries_what_it_shows(run: Run) -> None:
    first = run("review", "next", "--json").json
    assert {"uid", "front", "back", "why", "formula", "deck", "intervals"} <= set(first)
    assert list(first["intervals"]) == ["1", "2", "3", "4", "5"]
    run("review", "rate", first["uid"], 5)
    assert run("review", "next", "--json").json["uid"] != first["uid"]


def test_a_failed_card_is_due_within_the_session(run: Run) -> None:
    uid = run("review", "next", "--json").json["uid"]
    rated = run("review", "rate", uid, 1, "--json").json
    assert rated["interval"] == pytest.approx(1 / 1440)
    assert rated["interval_words"] == "<1 min"


def test_undo_takes_back_each_rating_once(run: Run) -> None:
    uid = run("review", "next", "--json").json["uid"]
    event = run("review", "rate", uid, 3, "--json").json["event"]
    assert run("review", "undo", "--json").json["event"] == event
    assert run("review", "next", "--json").json["uid"] == uid
    again = run("review", "undo")
    assert (again.code, again.err) == (1, "lstm-gui-cli: There is no rating to take back.\n")


def test_the_next_card_can_be_asked_for_at_another_time(run: Run) -> None:
    uid = run("review", "next", "--json", "--at", "2026-03-01T18:30").json["uid"]
    run("review", "rate", uid, 4, "--at", "2026-03-01T18:30")
    times = ("2026-03-01T19:00", "2027-03-01")
    found = [run("review", "next", "--json", "--at", time).json for time in times]
    assert [(card["uid"] == uid, card["new"]) for card in found] == [(False, True), (True, False)]
    refused = run("review", "next", "--at", "yesterday")
    assert (refused.code, refused.out) == (1, "")


def test_nothing_due_is_null_and_words(run: Run, tmp_path: Path) -> None:
    settings.save(tmp_path / "lab", Settings(new_per_day=0))
    assert run("review", "next", "--json").json is None
    words = run("review", "next")
    assert words.code == 0
    assert words.out.startswith("Nothing is due")


def test_what_waits_for_the_days_after_is_told(run: Run, tmp_path: Path) -> None:
    uids = []
    for day in ("2026-03-01T18:30", "2026-03-01T18:31"):
        uids.append(run("review", "next", "--json", "--at", day).json["uid"])
        run("review", "rate", uids[-1], 4, "--at", day)
    settings.save(tmp_path / "lab", Settings(new_per_day=0, reviews_per_day=1))
    assert run("review", "next", "--json", "--at", "2026-04-01T18:30").json["uid"] in uids
    uid = run("review", "next", "--json", "--at", "2026-04-01T18:30").json["uid"]
    run("review", "rate", uid, 4, "--at", "2026-04-01T18:30")
    told = run("review", "next", "--at", "2026-04-01T18:31").out
    assert told.startswith("Enough for today: one more review waits")
    assert run("stats", "--json").json["due_later"] >= 0


def test_retention_of_the_settings_is_used(run: Run, tmp_path: Path) -> None:
    uid = run("review", "next", "--json").json["uid"]
    relaxed = run("review", "rate", uid, 5, "--json").json["interval"]
    run("review", "undo")
    settings.save(tmp_path / "lab", Settings(retention=0.97))
    assert run("review", "rate", uid, 5, "--json").json["interval"] < relaxed


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (["no-such-card", "3"], "no-such-card"),
        (["caf\udce9", "3"], "caf"),
        (["x", "3", "--at", "yesterday"], "yesterday"),
        (["x", "3", "--at", "0001-01-01"], "1970"),
        (["x", "3", "--at", "9999-12-31T23:59+00:00"], "2199"),
    ],
)
def test_what_cannot_be_rated_is_refused_in_one_line(run: Run, words: list[str], place: str) -> None:
    refused = run("review", "rate", *words)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.count("\n") == 1
    assert place in refused.err


@pytest.mark.parametrize("words", [["x"], ["x", "0"], ["x", "6"], ["x", "well"], []])
def test_a_wrong_command_line_leaves_with_2(run: Run, words: list[str]) -> None:
    refused = run("review", "rate", *words)
    assert refused.code == 2
    assert refused.err.startswith("usage:")


@given(st.datetimes(datetime(1970, 1, 2), datetime(2199, 12, 30)))
def test_a_time_without_offset_is_local(wall_clock: datetime) -> None:
    read = moment(wall_clock.isoformat())
    assert read.utcoffset() is not None
    assert read.replace(tzinfo=None) == wall_clock


@given(
    st.datetimes(datetime(1970, 1, 2), datetime(2199, 12, 30)),
    st.integers(-14 * 60, 14 * 60),
)
def test_a_time_with_offset_keeps_it(instant: datetime, minutes: int) -> None:
    written = instant.replace(tzinfo=UTC) + timedelta(0)
    text = f"{instant.isoformat()}{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    read = moment(text)
    assert read.utcoffset() == timedelta(minutes=minutes)
    assert read.astimezone(UTC) == written - timedelta(minutes=minutes)


@given(st.text(max_size=30))
def test_any_other_text_is_a_time_or_refused(text: str) -> None:
    with suppress(Refused):
        assert moment(text).utcoffset() is not None
