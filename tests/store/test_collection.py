"""The collection as the window and the command line use it."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lstm_gui.quiz.card import Card, Deck
from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import Changed, CollectionError, Damaged, NotSaved
from tests.store.study import NOW, deck, event, rate

# A step of a session: rate a card, or practise it, or (None) take the last rating back; and the seconds that
# pass before.
steps = st.lists(
    st.tuples(
        st.one_of(
            st.none(),
            st.tuples(
                st.integers(0, 2), st.sampled_from(Rating), st.sampled_from(["review", "practice", "cram"])
            ),
        ),
        st.integers(-5 * 86_400, 30 * 86_400),
    ),
    max_size=25,
)


@given(steps)
@settings(max_examples=25)
@example(
    [((0, Rating.WELL, "review"), 60), ((0, Rating.BARELY, "review"), 60), (None, 60)]
)  # back to a rating, not to nothing
@example([((0, Rating.WELL, "review"), 60), ((0, Rating.WELL, "cram"), 60), (None, 60)])
def test_the_cache_is_what_the_log_leads_to(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[tuple[int, Rating, str] | None, int]],
) -> None:
    folder = tmp_path_factory.mktemp("walk")
    now = NOW
    stack: list[ReviewEvent] = []
    practised: list[ReviewEvent] = []
    with Collection.open(folder, now=NOW) as collection:
        collection.import_deck(deck(3), NOW)
        for step, seconds in steps:
            now += timedelta(seconds=seconds)
            if step is None:
                assert collection.undo(now) == (stack.pop() if stack else None)
            else:
                given = rate(collection, f"card-{step[0]}", step[1], now, step[2])
                (stack if step[2] == "review" else practised).append(given)
        assert collection.rebuild() == 0
        collection.verify()
    with Collection.open(folder, now=now) as collection:
        assert [event for event in collection.events() if event.mode == "review"] == stack
        assert [event for event in collection.events() if event.mode != "review"] == practised
        for number in range(3):
            uid = f"card-{number}"
            last = next((event.after for event in reversed(stack) if event.uid == uid), Memory(uid))
            assert collection.memory(uid) == last
        _replays(collection)
        while stack:
            assert collection.last_review() == stack[-1]
            assert collection.undo(now) == stack.pop()
        assert all(collection.memory(f"card-{number}") == Memory(f"card-{number}") for number in range(3))
        assert collection.rebuild() == 0


def _replays(collection: Collection) -> None:
    """The raw ratings of the log, given to the scheduler again, lead to what the log says."""
    memories: dict[str, Memory] = {}
    for logged in collection.events():
        if logged.mode != "review":
            continue
        before = memories.get(logged.uid, Memory(logged.uid))
        assert logged.before == before
        memories[logged.uid], _ = Scheduler().review(before, logged.rating, logged.at)
        assert memories[logged.uid] == logged.after


def test_a_cache_that_is_wrong_is_found_and_mended(collection: Collection) -> None:
    rate(collection, "card-0")
    right = collection.memory("card-0")
    collection._connection.execute("UPDATE memory SET lapses = 7, due_day = 1")
    with pytest.raises(Damaged, match="6 cards"):
        collection.verify()
    assert collection.rebuild() == 6
    assert collection.memory("card-0") == right
    collection.verify()


def test_damage_inside_the_file_is_found(collection: Collection) -> None:
    collection._connection.execute("PRAGMA foreign_keys = OFF")
    collection._connection.execute("DELETE FROM deck")
    with pytest.raises(Damaged, match="damaged"):
        collection.verify()


def test_a_rating_tells_everything_back(collection: Collection) -> None:
    given = rate(collection, "card-1", Rating.BARELY, NOW + timedelta(milliseconds=123, microseconds=456))
    assert collection.last_review() == given
    assert list(collection.events("card-1")) == [given]
    assert given.at.utcoffset() == timedelta(hours=2)
    logged = collection.last_review()
    assert logged is not None
    assert logged.at.utcoffset() == timedelta(hours=2)
    assert logged.response_ms == 4200


def test_recording_the_same_event_again_changes_nothing(collection: Collection) -> None:
    given = rate(collection, "card-0")
    collection.record(given)
    assert list(collection.events()) == [given]


def test_a_rating_of_a_schedule_that_is_gone_is_refused(collection: Collection) -> None:
    stale = event(collection, "card-0")
    rate(collection, "card-0", Rating.BARELY)
    with pytest.raises(Changed, match="look at it again"):
        collection.record(stale)
    assert len(list(collection.events())) == 1
    with pytest.raises(CollectionError, match="no card 'nobody'"):
        collection.memory("nobody")


def test_practice_is_in_the_log_and_undo_passes_over_it(collection: Collection) -> None:
    reviewed = rate(collection, "card-1")
    given = rate(collection, "card-0", Rating.NOT_AT_ALL, mode="cram")
    assert collection.memory("card-0").is_new
    assert collection.counts("Gates", NOW, 3).new == 2
    assert collection.last_review() == reviewed
    assert collection.undo(NOW) == reviewed
    assert collection.undo() is None
    assert list(collection.events()) == [given]
    assert collection.last_review() is None


def test_events_between_days(collection: Collection) -> None:
    given = [rate(collection, f"card-{day}", now=NOW + timedelta(days=day)) for day in range(5)]
    first = given[0].study_day
    assert list(collection.events(since_day=first + 1, until_day=first + 3)) == given[1:4]
    assert list(collection.events(until_day=first)) == given[:1]
    assert list(collection.events("card-2", since_day=first + 3)) == []


def test_a_full_disk_is_said_and_saved_when_there_is_room_again(collection: Collection) -> None:
    given = event(collection, "card-0", Rating.PERFECTLY)
    connection = collection._connection
    connection.execute("CREATE TABLE filler (content TEXT)")
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotSaved, match="disk is full"):
        _fill(collection)
    assert collection.read_only is False
    assert len(collection.cards("Gates")) == 6
    connection.execute("PRAGMA max_page_count = 1000000")
    last = collection.last_review()
    assert collection.memory("card-0") == (last.after if last and last.uid == "card-0" else Memory("card-0"))
    collection.record(given)
    assert collection.last_review() == given
    connection.execute("DROP TABLE filler")
    collection.verify()


def _fill(collection: Collection) -> None:
    """Rate until there is no room left."""
    for _ in range(200):
        rate(collection, "card-1")


def test_an_import_of_many_cards_on_a_full_disk_changes_nothing(collection: Collection) -> None:
    pages = collection._connection.execute("PRAGMA page_count").fetchone()[0]
    collection._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotSaved, match="Nothing of this step was saved"):
        collection.import_deck(deck(2000), NOW)
    assert collection.cards("Gates") == list(deck().cards)
    collection.verify()


def test_reading_a_file_that_breaks_while_it_is_open_is_said_in_words(collection: Collection) -> None:
    collection._connection.execute("DROP TABLE memory")
    with pytest.raises(CollectionError, match="could not be read"):
        collection.next_card("Gates", NOW, 10)


def test_importing_twice_changes_nothing(collection: Collection) -> None:
    rate(collection, "card-3")
    before = collection._connection.total_changes
    report = collection.import_deck(deck(), NOW)
    assert collection._connection.total_changes == before
    assert (report.added, report.changed) == ((), ())
    assert report.unchanged == tuple(f"card-{number}" for number in range(6))


def test_an_import_updates_texts_and_keeps_progress(collection: Collection) -> None:
    rate(collection, "card-3", Rating.PERFECTLY)
    progress = collection.memory("card-3")
    better = Card("card-3", "A better question", "An answer")
    fresh = Card("card-9", "A new question", "An answer")
    improved = Deck("Gates", (fresh, better), "Better.")
    assert collection.preview_import(improved).changed == ("card-3",)
    report = collection.import_deck(improved, NOW)
    assert (report.added, report.changed) == (("card-9",), ("card-3",))
    assert collection.card("card-3") == better
    assert collection.memory("card-3") == progress
    assert collection.card("card-0") is not None  # what the deck no longer holds stays
    assert collection.cards("Gates")[0] == deck().cards[0]
    assert collection.decks(NOW, 10)[0].description == "Better."
    collection.verify()


def test_a_deck_under_a_new_name_takes_its_cards_along(collection: Collection) -> None:
    rate(collection, "card-0")
    report = collection.import_deck(deck(name="The gates"), NOW)
    assert len(report.changed) == 6
    assert [summary.name for summary in collection.decks(NOW, 10)] == ["The gates"]
    assert not collection.memory("card-0").is_new
    collection.verify()


def test_cards_that_only_moved_are_moved_but_not_called_changed(collection: Collection) -> None:
    turned = Deck("Gates", tuple(reversed(deck().cards)), "About Gates.")
    assert collection.import_deck(turned, NOW).changed == ()
    assert collection.cards("Gates") == list(turned.cards)
    queued = collection.next_card("Gates", NOW, 10)
    assert queued is not None
    assert queued.card == turned.cards[0]
    collection.verify()


@pytest.mark.parametrize(
    ("cards", "sentence"),
    [
        ((Card("a", "", ""), Card("a", "", "")), "'a' twice"),
        ((Card("a", "half a \ud800 pair", ""),), "cannot be stored"),
    ],
)
def test_a_deck_that_cannot_be_stored_is_refused(
    collection: Collection, cards: tuple[Card, ...], sentence: str
) -> None:
    with pytest.raises(CollectionError, match=sentence):
        collection.import_deck(Deck("Gates", cards), NOW)
    assert len(collection.cards("Gates")) == 6


def test_an_unknown_deck_is_said_in_words(collection: Collection) -> None:
    with pytest.raises(CollectionError, match="no deck named 'Doors'"):
        collection.cards("Doors")


def test_a_closed_collection_stays_closed(tmp_path: Path) -> None:
    collection = Collection.open(tmp_path, now=NOW)
    collection.close()
    collection.close()
    with pytest.raises(CollectionError):
        collection.decks(NOW, 10)
    with pytest.raises(NotSaved):
        collection.rebuild()


def test_what_is_read_only_saves_nothing_and_says_so(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as collection:
        collection.import_deck(deck(), NOW)
        rate(collection, "card-0")
        with Collection.open(tmp_path, read_only=True) as reader:
            assert reader.read_only
            assert not reader.saving
            assert reader.notice == ""
            assert len(list(reader.events())) == 1
            for attempt in (reader.undo, reader.rebuild, lambda: reader.import_deck(deck(9), NOW)):
                with pytest.raises(NotSaved, match="read only"):
                    attempt()
            assert not reader.backup_due(NOW)
            assert reader.back_up(NOW) is None
        assert collection.saving


def test_a_history_from_elsewhere_is_added_where_it_follows_on(tmp_path: Path) -> None:
    later = NOW + timedelta(days=1)
    with (
        Collection.open(tmp_path / "home", now=NOW) as home,
        Collection.open(tmp_path / "away", now=NOW) as away,
    ):
        for collection in (home, away):
            collection.import_deck(deck(2), NOW)
        shared = [rate(home, "card-0"), rate(home, "card-1", Rating.BARELY)]
        assert away.preview_import(deck(2), shared).ratings == 2
        assert away.import_deck(deck(2), NOW, shared).ratings == 2
        mine = rate(away, "card-1", now=later)
        more = [rate(home, "card-0", now=later), rate(home, "card-1", Rating.WELL, later)]
        assert away.import_deck(deck(2), later, [*shared, *more]).ratings == 1  # card-1 was rated here since
        assert list(away.events()) == [*shared, mine, more[0]]
        away.verify()
