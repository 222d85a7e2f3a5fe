"""What a check of the collection found, in sentences."""

from PySide6.QtCore import QCoreApplication, QLocale

from lstm_gui.gui.quiz.words import counted
from lstm_gui.plain_text import in_one_line
from lstm_gui.store.check import Findings

translate = QCoreApplication.translate

NAMED = 5  # cards that lack something


def stage_words(stage: str) -> str:
    """What a check is at."""
    return {
        "pages": translate("Check", "Reading every page of the file…"),
        "schedules": translate("Check", "Following every schedule from its ratings…"),
        "texts": translate("Check", "Making the search anew…"),
        "media": translate("Check", "Looking for the pictures that cards name…"),
    }.get(stage, "")


def sound_words(found: Findings) -> list[str]:
    """What is as it should be."""
    said = [translate("Check", "Every page of the file is sound.")]
    if not found.schedules:
        words = translate("Check", "The schedules of {cards} cards follow from {ratings} ratings.")
        numbers = QLocale()
        said.append(
            words.format(cards=numbers.toString(found.cards), ratings=numbers.toString(found.ratings))
        )
    if not found.unsearchable:
        said.append(translate("Check", "A search finds every card."))
    if not found.lacks:
        said.append(translate("Check", "Every picture and scene that a card names is there."))
    return said


def mended_words(found: Findings) -> list[str]:
    """What was not, and is now."""
    said = []
    if found.schedules:
        said.append(
            counted(
                found.schedules,
                translate("Check", "The schedule of 1 card was not what its ratings lead to; it is now."),
                translate(
                    "Check", "The schedules of {n} cards were not what their ratings lead to; they are now."
                ),
            )
        )
    if found.unsearchable:
        said.append(
            counted(
                found.unsearchable,
                translate("Check", "A search was wrong about 1 card; it is right now."),
                translate("Check", "A search was wrong about {n} cards; it is right now."),
            )
        )
    return said


def lacking_words(found: Findings) -> list[str]:
    """What somebody has to see to, and what is merely to be known."""
    said = []
    if found.lacks:
        words = counted(
            len(found.lacks),
            translate("Check", "1 picture or scene is missing, in the card {cards}. Import its deck again."),
            translate("Check", "{n} pictures or scenes are missing, in {cards}. Import their deck again."),
        )
        uids = list(dict.fromkeys(in_one_line(lack.uid, 40) for lack in found.lacks))
        named = ", ".join(uids[:NAMED]) + ("…" if len(uids) > NAMED else "")
        said.append(words.replace("{cards}", named))
    if found.unused:
        said.append(
            counted(
                found.unused,
                translate("Check", "1 picture belongs to no card; it does no harm."),
                translate("Check", "{n} pictures belong to no card; they do no harm."),
            )
        )
    return said
