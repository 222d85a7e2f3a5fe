"""An import carried out: cards, media and ratings in the caller's transaction, as one edit."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from lstm_gui.quiz.card import Deck
from lstm_gui.quiz.memory import LogEntry
from lstm_gui.store import decks, journal, log, log_exchange
from lstm_gui.store.decks import ImportReport
from lstm_gui.store.watch import Watch


def carry_out(
    connection: sqlite3.Connection,
    deck: Deck,
    history: Sequence[LogEntry],
    report: ImportReport,
    now: datetime,
    watch: Watch,
    *,
    undoable: bool,
) -> int:
    """Bring a deck with the history of its cards; how many ratings were added."""
    notes = journal.begin(connection, journal.IMPORT, deck.name, now) if undoable else None
    decks.merge(connection, deck, report, now, watch, notes)
    before = log.newest(connection)
    added = log_exchange.merge(connection, history, watch)
    if notes is not None:
        notes.ratings(before + 1, log.newest(connection))
        notes.finish()
    return added
