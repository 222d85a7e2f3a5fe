"""The rows of the table of tasks that stand here."""

from lstm_gui.training.option import Option
from lstm_gui.training.tasks.entry import Entry

ENTRIES = (
    Entry(
        "adding", "diagnostic", "Adding",
        "Two of many numbers are marked; at the end their sum is asked for, however far apart they stood.",
        "diagnostic.adding.adding", (Option("length", 4, 400, 50),),
    ),
    Entry(
        "temporal_order", "diagnostic", "Temporal order",
        "An X or a Y comes early and another one late; at the end it is asked which two, and in which order.",
        "diagnostic.temporal_order.temporal_order", (Option("length", 10, 400, 50),),
    ),
    Entry(
        "embedded_reber", "diagnostic", "Embedded Reber grammar",
        "After each symbol: which may come next? The last but one is the second again, a whole string later.",
        "diagnostic.reber.embedded",
    ),
    Entry(
        "continual_reber", "diagnostic", "Continual embedded Reber",
        "String follows string and nothing says where one ends: a cell must find out itself when to forget.",
        "diagnostic.reber.continual", (Option("window", 50, 400, 100),),
    ),
    Entry(
        "late_clue", "diagnostic", "Late clue",
        "The last word says whether the bits before it are kept or swapped: only reading backwards helps.",
        "diagnostic.late_clue.late_clue", (Option("length", 8, 200, 20),),
    ),
)  # fmt: skip
