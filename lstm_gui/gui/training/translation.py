"""The words of the table of tasks for people who read another language: lupdate finds them here.

The table itself stands in lstm_gui/training/tasks/, which knows no Qt; a test holds the two together.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "Tasks"

WORDS = (
    QT_TRANSLATE_NOOP("Tasks", "Sines with noise"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "Three waves whose periods never meet, under noise: a linear forecast is hard to beat "
        "here, which is why one always looks at a baseline.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Sunspots by year"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "Three centuries of sunspots: a cycle of about 11 years that is never twice the same, "
        "and rises faster than it falls.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Carbon dioxide by month"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "The air on Mauna Loa: a yearly breath on a rising line. Read as changes, so that the "
        "test part, which lies higher than anything learnt from, looks like the rest.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "A column of your own"),
    QT_TRANSLATE_NOOP("Tasks", "One column of your own table, row after row, beside the same baselines."),
    QT_TRANSLATE_NOOP("Tasks", "The system of Lorenz"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "Three variables in chaos: one step ahead is easy, and running free every forecast "
        "leaves the truth after some time, however well it learnt.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "The US economy by quarter"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "Six series over fifty years, read as growth: few figures and much noise, where a "
        "network seldom does better than a straight line.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Columns of your own"),
    QT_TRANSLATE_NOOP("Tasks", "Several columns of your own table, each forecast from all of them."),
    QT_TRANSLATE_NOOP("Tasks", "Next character"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "It reads the cards letter by letter and guesses each letter to come; words and spelling take shape.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Next character of your own text"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "It reads a text file of yours letter by letter and guesses each letter to come.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Reading with negation"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "Does a sentence call it good or bad? “Not” and “nobody says” turn it round; “but” begins anew.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Bracket matching"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "Brackets inside brackets: which one must be closed next? The open ones are kept in a pile.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Latch"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "Three numbers say which of two it is; after that comes noise only, and at the end it is asked.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Parity"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "Is the number of ones so far odd? Each one turns the answer round, so that no bit may be missed.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Adding"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "Two of many numbers are marked; at the end their sum is asked for, however far apart they stood.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Copy"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "Letters are read, kept for a while and said again in their order: each of them needs memory.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Temporal order"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "An X or a Y comes early and another one late; at the end it is asked which two, and in which order.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Embedded Reber grammar"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "A small grammar: which symbol may come next? The last but one repeats the second, kept all along.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Continual embedded Reber"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "String follows string and nothing says where one ends: a cell must find out itself when to forget.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "aⁿbⁿ"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "As many b as there were a: it must count, and is judged by longer strings than it has learnt from.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "aⁿbⁿcⁿ"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "As many b, and as many c: two counts at once, judged by longer strings than it has learnt from.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Timing of spikes"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "A spike, a pause, a spike: how much longer than usual was the pause? Silent steps must be counted.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Late clue"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "The last word says whether the bits before it are kept or swapped: only reading backwards helps.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Associative recall"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "A list of facts is read and one is asked for: the longer the list, the less of it can be told.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Two-hop recall"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "Who has which box, which box holds which number: the answer takes two facts, neither alone will do.",
    ),
    QT_TRANSLATE_NOOP("Tasks", "Sorting"),
    QT_TRANSLATE_NOOP(
        "Tasks",
        "Letters are read and said again in the order of the alphabet; a list counts when all is right.",
    ),
)
