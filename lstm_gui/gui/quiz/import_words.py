"""What importing a deck would do, in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from lstm_gui.formats.preview import Preview
from lstm_gui.gui.quiz.words import cards, counted
from lstm_gui.store.collection import ImportReport

translate = QCoreApplication.translate


def summary(preview: Preview, report: ImportReport) -> str:
    """How many cards of each kind, what comes with them, and how the file was understood."""
    numbers = (
        (translate("Import", "{n} new"), len(report.added)),
        (translate("Import", "{n} changed"), len(report.changed)),
        (translate("Import", "{n} the same"), len(report.unchanged)),
        (translate("Import", "ratings: {n}"), report.ratings),
        (translate("Import", "pictures: {n}"), len(preview.deck.media)),
        (translate("Import", "decks inside: {n}"), len(set(preview.deck.inside.values()))),
        (translate("Import", "{n} left out"), len(preview.skipped)),
    )
    parts = " · ".join(text.format(n=QLocale().toString(number)) for text, number in numbers if number)
    known = report.changed or report.unchanged
    kept = (translate("Import", "Progress is kept."),) if known else ()
    # Which column is what stands over the columns themselves, where they are shown.
    notes = (note for note in preview.notes if preview.table is None or not note.startswith("Columns:"))
    return " ".join((f"{cards(len(preview.deck.cards))}: {parts}.", *kept, *notes))


def agreement(report: ImportReport) -> tuple[str, str, bool]:
    """What stands on the button that imports, its tooltip, and whether there is anything to import."""
    changes = len(report.added) + len(report.changed)
    if changes:
        words = counted(
            changes, translate("Import", "Import 1 card"), translate("Import", "Import {n} cards")
        )
        return words, translate("Import", "Add and update these cards (Enter)"), True
    if report.ratings:
        words = counted(
            report.ratings, translate("Import", "Import 1 rating"), translate("Import", "Import {n} ratings")
        )
        return words, translate("Import", "Add the history of these cards (Enter)"), True
    return translate("Import", "Nothing to import"), translate("Import", "All of it is here already"), False


def came_in(deck: str, report: ImportReport) -> str:
    """What an import brought, as a sentence."""
    words = translate("Import", "“{deck}” is in your collection: {parts}.")
    numbers = (
        (len(report.added), translate("Import", "1 new card"), translate("Import", "{n} new cards")),
        (len(report.changed), translate("Import", "1 changed"), translate("Import", "{n} changed")),
        (report.ratings, translate("Import", "1 rating"), translate("Import", "{n} ratings")),
    )
    parts = ", ".join(counted(*number) for number in numbers if number[0])
    return words.format(deck=deck, parts=parts or translate("Import", "nothing in it had changed"))
