"""What it means that a card is due, new, waits or rests, as conditions of SQL about a row of `memory`.

`:day` stands for the study day in them, `:exam` for that of an exam.
"""

from lstm_gui.quiz.exam import LAST_DAYS

BURIED = "memory.buried_day = :day"
# The conditions of the partial indexes in the schema, word for word, so that SQLite takes them.
KEPT = "memory.suspended = 0"
ASKED = f"{KEPT} AND memory.buried_day <> :day"
UNSEEN = f"memory.stability IS NULL AND {KEPT}"
SCHEDULED = f"memory.stability IS NOT NULL AND memory.due_at_ms IS NULL AND {KEPT}"
NEW = f"memory.stability IS NULL AND {ASKED}"
DUE = f"memory.stability IS NOT NULL AND memory.due_at_ms IS NULL AND {ASKED} AND memory.due_day <= :day"
WAITING = f"memory.due_at_ms IS NOT NULL AND {ASKED}"
LATER = f"{SCHEDULED} AND memory.due_day > :day"
BACK_TOMORROW = f"{BURIED} AND {KEPT} AND memory.stability IS NOT NULL AND memory.due_day <= :day"

# Cards that come too late for an exam, not having been seen in the last days before it: see quiz/exam.py.
LAST_LOOK = f"(:exam - 1 - memory.shuffle % {LAST_DAYS})"
TOO_LATE = f"{LATER} AND memory.last_day < :exam - {LAST_DAYS}"
EXAMINED = f"{TOO_LATE} AND {LAST_LOOK} <= :day AND memory.buried_day <> :day"
