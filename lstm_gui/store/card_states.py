"""What is meant by a card that is due, new, weak, a leech, suspended, buried or graded, as conditions of SQL.

`:day` stands for the study day in them.
"""

import bisect

from lstm_gui.quiz.query import LEECH_LAPSES, WEAK_BELOW
from lstm_gui.quiz.schedule import LONGEST_INTERVAL, recall
from lstm_gui.store.queue import BURIED, DUE, NEW, WAITING

_FINE = 10**6  # how finely the elapsed share of a stability is told apart
# A card is weak once so many times its stability have passed.
WEAK_AFTER = bisect.bisect_left(range(100 * _FINE), -WEAK_BELOW, key=lambda n: -recall(_FINE, n)) / _FINE

ELAPSED = f"min(max(:day - memory.last_day, 0), {LONGEST_INTERVAL})"
RATED = "memory.stability IS NOT NULL"
STATE_CONDITIONS = {
    "due": f"({DUE} OR {WAITING})",
    "new": NEW,
    "weak": f"({RATED} AND {ELAPSED} > {WEAK_AFTER} * memory.stability)",
    "leech": f"memory.lapses >= {LEECH_LAPSES}",
    "suspended": "memory.suspended = 1",
    "buried": BURIED,
    "graded": "memory.card IN (SELECT id FROM card WHERE challenge <> '')",
}
