"""The kinds of files that a deck leaves as, and what each of them keeps."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DeckKind:
    """A kind of file, named by the ending of formats/deck_export.WRITERS."""

    ending: str
    name: str
    keeps: str  # what is in it and what is not, in a sentence
    filter: str  # as a dialog for files says it
    with_history: bool = False
    nests: bool = False  # whether the decks inside a deck stay apart


def deck_kinds() -> list[DeckKind]:
    """All kinds, the complete one first."""
    return [
        DeckKind(
            ".jsonl",
            translate("DeckKinds", "Deck of LSTM Lab, complete"),
            translate("DeckKinds", "Everything: texts, formulas, pictures, tags, and every rating."),
            translate("DeckKinds", "Deck of LSTM Lab (*.jsonl)"),
            with_history=True,
            nests=True,
        ),
        DeckKind(
            ".apkg",
            translate("DeckKinds", "Package of Anki"),
            translate("DeckKinds", "Texts, formulas, pictures and tags, for any Anki; ratings stay here."),
            translate("DeckKinds", "Package of Anki (*.apkg)"),
            nests=True,
        ),
        DeckKind(
            ".md",
            translate("DeckKinds", "Markdown"),
            translate(
                "DeckKinds", "Notes to read and edit: texts, formulas and tags; no pictures, no ratings."
            ),
            translate("DeckKinds", "Markdown (*.md)"),
        ),
        DeckKind(
            ".csv",
            translate("DeckKinds", "Table, CSV"),
            translate("DeckKinds", "One card a row, for spreadsheets; no pictures, no ratings."),
            translate("DeckKinds", "Table with commas (*.csv)"),
        ),
        DeckKind(
            ".tsv",
            translate("DeckKinds", "Table, TSV"),
            translate("DeckKinds", "One card a row, with tabs between the cells; no pictures, no ratings."),
            translate("DeckKinds", "Table with tabs (*.tsv)"),
        ),
    ]
