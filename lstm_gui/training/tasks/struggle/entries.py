"""The rows of the table of tasks that stand here."""

from lstm_gui.training.option import Choice, Option
from lstm_gui.training.tasks.entry import Entry

ENTRIES = (
    Entry(
        "associative_recall", "struggle", "Associative recall",
        "A list of facts is read and one is asked for: the longer the list, the less of it can be told.",
        "struggle.associative_recall.associative_recall", (Option("facts", 2, 12, 3),),
    ),
    Entry(
        "two_hop_recall", "struggle", "Two-hop recall",
        "Who has which box, which box holds which number: the answer takes two facts, neither alone will do.",
        "struggle.two_hop_recall.two_hop_recall",
        (Option("pairs", 1, 4, 2), Choice("order", ("owners first", "any"))),
    ),
    Entry(
        "sorting", "struggle", "Sorting",
        "Letters are read and said again in the order of the alphabet; a list counts when all is right.",
        "struggle.sorting.sorting", (Option("length", 3, 32, 4),),
    ),
)  # fmt: skip
