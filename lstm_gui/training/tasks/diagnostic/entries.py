"""The rows of the table of tasks that stand here."""

from lstm_gui.training.option import Choice, Option
from lstm_gui.training.tasks.entry import Entry

ENTRIES = (
    Entry(
        "latch", "diagnostic", "Latch",
        "Three numbers say which of two it is; after that comes noise only, and at the end it is asked.",
        "diagnostic.latch.latch", (Option("length", 5, 400, 100),),
    ),
    Entry(
        "parity", "diagnostic", "Parity",
        "Is the number of ones so far odd? Each one turns the answer round, so that no bit may be missed.",
        "diagnostic.parity.parity",
        (Option("length", 8, 100, 12), Choice("asked", ("every step", "last step"))),
    ),
    Entry(
        "adding", "diagnostic", "Adding",
        "Two of many numbers are marked; at the end their sum is asked for, however far apart they stood.",
        "diagnostic.adding.adding", (Option("length", 4, 400, 50),),
    ),
    Entry(
        "copy", "diagnostic", "Copy",
        "Letters are read, kept for a while and said again in their order: each of them needs memory.",
        "diagnostic.copying.copying", (Option("symbols", 4, 20, 5), Option("delay", 1, 200, 10)),
    ),
    Entry(
        "temporal_order", "diagnostic", "Temporal order",
        "An X or a Y comes early and another one late; at the end it is asked which two, and in which order.",
        "diagnostic.temporal_order.temporal_order",
        (Option("length", 10, 400, 50), Choice("places", ("anywhere", "far apart"))),
    ),
    Entry(
        "embedded_reber", "diagnostic", "Embedded Reber grammar",
        "A small grammar: which symbol may come next? The last but one repeats the second, kept all along.",
        "diagnostic.reber.embedded",
    ),
    Entry(
        "continual_reber", "diagnostic", "Continual embedded Reber",
        "String follows string and nothing says where one ends: a cell must find out itself when to forget.",
        "diagnostic.reber.continual", (Option("window", 50, 400, 50),),
    ),
    Entry(
        "a_n_b_n", "diagnostic", "aⁿbⁿ",
        "As many b as there were a: it must count, and is judged by longer strings than it has learnt from.",
        "diagnostic.counting_language.two_letters", (Option("longest", 3, 30, 10),),
    ),
    Entry(
        "a_n_b_n_c_n", "diagnostic", "aⁿbⁿcⁿ",
        "As many b, and as many c: two counts at once, judged by longer strings than it has learnt from.",
        "diagnostic.counting_language.three_letters", (Option("longest", 3, 30, 10),),
    ),
    Entry(
        "spikes", "diagnostic", "Timing of spikes",
        "A spike, a pause, a spike: how much longer than usual was the pause? Silent steps must be counted.",
        "diagnostic.spikes.spikes", (Option("delay", 1, 10, 2),),
    ),
    Entry(
        "late_clue", "diagnostic", "Late clue",
        "The last word says whether the bits before it are kept or swapped: only reading backwards helps.",
        "diagnostic.late_clue.late_clue", (Option("length", 8, 200, 20),),
    ),
)  # fmt: skip
