"""What a change of cards is called once it was made, taken back or made again."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from lstm_gui.gui.operations.edit_cards import Edited, Step
from lstm_gui.gui.quiz.words import counted

translate = QCoreApplication.translate

_WORDS = {  # for one card and for more
    "add": (
        QT_TRANSLATE_NOOP("EditWords", "{n} card added"),
        QT_TRANSLATE_NOOP("EditWords", "{n} cards added"),
    ),
    "ask": (
        QT_TRANSLATE_NOOP("EditWords", "{n} card added"),
        QT_TRANSLATE_NOOP("EditWords", "{n} cards added"),
    ),
    "duplicate": (
        QT_TRANSLATE_NOOP("EditWords", "{n} card duplicated"),
        QT_TRANSLATE_NOOP("EditWords", "{n} cards duplicated"),
    ),
    "change": (
        QT_TRANSLATE_NOOP("EditWords", "{n} card changed"),
        QT_TRANSLATE_NOOP("EditWords", "{n} cards changed"),
    ),
    "tag": (
        QT_TRANSLATE_NOOP("EditWords", "{n} card tagged"),
        QT_TRANSLATE_NOOP("EditWords", "{n} cards tagged"),
    ),
    "untag": (
        QT_TRANSLATE_NOOP("EditWords", "Tags taken from {n} card"),
        QT_TRANSLATE_NOOP("EditWords", "Tags taken from {n} cards"),
    ),
    "move": (
        QT_TRANSLATE_NOOP("EditWords", "{n} card moved"),
        QT_TRANSLATE_NOOP("EditWords", "{n} cards moved"),
    ),
    "suspend": (
        QT_TRANSLATE_NOOP("EditWords", "{n} card suspended"),
        QT_TRANSLATE_NOOP("EditWords", "{n} cards suspended"),
    ),
    "unsuspend": (
        QT_TRANSLATE_NOOP("EditWords", "{n} card let in again"),
        QT_TRANSLATE_NOOP("EditWords", "{n} cards let in again"),
    ),
    "bury": (
        QT_TRANSLATE_NOOP("EditWords", "{n} card buried until tomorrow"),
        QT_TRANSLATE_NOOP("EditWords", "{n} cards buried until tomorrow"),
    ),
    "unbury": (
        QT_TRANSLATE_NOOP("EditWords", "{n} card back for today"),
        QT_TRANSLATE_NOOP("EditWords", "{n} cards back for today"),
    ),
    "delete": (
        QT_TRANSLATE_NOOP("EditWords", "{n} card deleted"),
        QT_TRANSLATE_NOOP("EditWords", "{n} cards deleted"),
    ),
    "import": (
        QT_TRANSLATE_NOOP("EditWords", "{n} card imported"),
        QT_TRANSLATE_NOOP("EditWords", "{n} cards imported"),
    ),
}
_OTHER = (
    QT_TRANSLATE_NOOP("EditWords", "A deck changed, with {n} card"),
    QT_TRANSLATE_NOOP("EditWords", "A deck changed, with {n} cards"),
)


def edit_words(edited: Edited) -> str:
    """What happened, and how it is taken back: "3 cards deleted. Ctrl+Z takes that back."."""
    if edited.edit is None:
        return _nothing(edited.step)
    what = translated(edited.edit.kind, edited.edit.count)
    if edited.step is Step.UNDONE:
        return translate("EditWords", "Taken back: {what}. Ctrl+Shift+Z does it again.").format(what=what)
    if edited.step is Step.REDONE:
        return translate("EditWords", "Done again: {what}.").format(what=what)
    return translate("EditWords", "{what}. Ctrl+Z takes that back.").format(what=what)


def translated(kind: str, count: int) -> str:
    """A kind of change with its number of cards, in the person's language."""
    one, many = (translate("EditWords", text) for text in _WORDS.get(kind, _OTHER))
    return counted(count, one, many)


def _nothing(step: Step) -> str:
    if step is Step.UNDONE:
        return translate("EditWords", "There is nothing to take back.")
    if step is Step.REDONE:
        return translate("EditWords", "There is nothing to do again.")
    return translate("EditWords", "Nothing had to be changed.")
