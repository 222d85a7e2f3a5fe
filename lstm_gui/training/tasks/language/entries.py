"""The rows of the table of tasks that stand here."""

from lstm_gui.training.option import Choice, Option
from lstm_gui.training.tasks.entry import Entry

_OF_A_TEXT = (Option("length", 5, 200, 40), Option("signs", 8, 128, 96), Choice("case", ("kept", "folded")))

ENTRIES: tuple[Entry, ...] = (
    Entry(
        "characters", "language", "Next character",
        "It reads the cards letter by letter and guesses each letter to come; words and spelling take shape.",
        "language.characters.characters", _OF_A_TEXT,
    ),
    Entry(
        "own_text", "language", "Next character of your own text",
        "It reads a text file of yours letter by letter and guesses each letter to come.",
        "language.characters.own_text", _OF_A_TEXT, wants="text",
    ),
    Entry(
        "negation", "language", "Reading with negation",
        "Does a sentence call it good or bad? “Not” and “nobody says” turn it round; “but” begins anew.",
        "language.negation.negation", (Choice("sentences", ("long", "short")),),
    ),
    Entry(
        "brackets", "language", "Bracket matching",
        "Brackets inside brackets: which one must be closed next? The open ones are kept in a pile.",
        "language.brackets.brackets", (Option("length", 10, 200, 30), Option("depth", 2, 10, 4)),
    ),
)  # fmt: skip
