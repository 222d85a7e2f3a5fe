"""The reviews in a package as ratings of ours: the same answers on the same days, scheduled as we schedule.

Anki's four answers are "again", "hard", "good" and "easy"; ours are five. "Again" is 1, "hard" 3, "good" 4
and "easy" 5. What Anki made of them, intervals and ease or its own FSRS, is not taken over: stability and due
date follow from the answers, so that any of them can be explained and replayed. A rating's id follows from
the review, so that the same package brings nothing twice, and a newer one only what came since.
"""

import uuid
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.anki.database import Database
from lstm_gui.formats.streamed_history import StreamedHistory
from lstm_gui.quiz.memory import Memory, ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler

MAX_REVIEWS = 1_000_000
_RATINGS = {1: Rating.NOT_AT_ALL, 2: Rating.PARTLY, 3: Rating.WELL, 4: Rating.PERFECTLY}
_ANSWERS, _FILTERED = frozenset({0, 1, 2, 3}), 3  # kinds of review; 4 and 5 are dates set by hand or anew
_FIRST_MS, _LAST_MS = 946_684_800_000, 4_102_444_800_000  # the years 2000 and 2100
_LONGEST_MS = 3_600_000
_IDS = uuid.UUID("6f2d64d6-7f5e-5a7e-9d5e-2f6f4b1d8a70")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COLUMNS = "id", "cid", "ease", "time", "type", "factor"


class Reviews:
    """The reviews of cards, in the order they were given; five numbers each."""

    def __init__(self, database: Database, name: str) -> None:
        """Read them. Raises FileRefused where there are too many."""
        self._rows = array("q")  # ms since 1970, card, answer, ms it took, whether it was for practice
        known: list[tuple[int, ...]] = []
        for count, row in enumerate(database.rows("revlog", *_COLUMNS) if has_reviews(database) else (), 1):
            if count > MAX_REVIEWS:
                raise FileRefused(f"{name} has more than {MAX_REVIEWS} reviews; export fewer decks at once.")
            if all(isinstance(value, int) for value in row) and _is_answer(*row):
                known.append(_kept(*row))
        for kept in sorted(known):
            self._rows.extend(kept)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows) // 5

    def of(self, uids: Mapping[int, str], zone: tzinfo | None = None) -> StreamedHistory[ReviewEvent]:
        """Those of the cards in `uids`, by their ids in Anki; study days are those of a zone, or of here."""
        rows = self._rows
        kept = array("q")
        for start in range(0, len(rows), 5):
            if rows[start + 1] in uids:
                kept.extend(rows[start : start + 5])
        return StreamedHistory(len(kept) // 5, lambda: _replayed(kept, uids, zone))


def has_reviews(database: Database) -> bool:
    """Whether a package has a table of reviews as Anki writes it."""
    return database.has("revlog", *_COLUMNS)


def _is_answer(at_ms: int, _card: int, answer: int, _took: int, kind: int, _factor: int) -> bool:
    return _FIRST_MS <= at_ms < _LAST_MS and answer in _RATINGS and kind in _ANSWERS


def _kept(at_ms: int, card: int, answer: int, took: int, kind: int, factor: int) -> tuple[int, ...]:
    practice = kind == _FILTERED and not factor  # answers in a filtered deck that moved no date
    return at_ms, card, answer, min(max(took, 0), _LONGEST_MS), int(practice)


def _replayed(rows: "array[int]", uids: Mapping[int, str], zone: tzinfo | None) -> Iterator[ReviewEvent]:
    scheduler, memories = Scheduler(), dict[str, Memory]()
    for start in range(0, len(rows), 5):
        at_ms, card, answer, took, practice = rows[start : start + 5]
        uid = uids[card]
        memories[uid], event = scheduler.review(
            memories.get(uid) or Memory(uid),
            _RATINGS[answer],
            (_EPOCH + timedelta(milliseconds=at_ms)).astimezone(zone),
            response_ms=took,
            mode="cram" if practice else "review",
        )
        yield replace(event, id=str(uuid.uuid5(_IDS, f"{at_ms} {uid}")))
