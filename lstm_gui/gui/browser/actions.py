"""Everything that can be done in the window "Cards": menu, keys and tooltips follow this table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.actions.spec import key_names


@dataclass(frozen=True, slots=True)
class CardAction:
    """One row of the table. `handler` names a method of who carries it out."""

    handler: str
    text: str  # not yet translated, with its mnemonic
    tip: str
    keys: tuple[str, ...] = ()
    needs_card: bool = True  # can be done only while a card is chosen
    gap: bool = False  # a line stands above it

    @property
    def of_table(self) -> bool:
        """Whether its keys count in the table alone: elsewhere they write or move."""
        return any("+" not in key for key in self.keys)

    @property
    def hint(self) -> str:
        """The translated tooltip with the keys behind it."""
        return (
            f"{translated(self.tip)} ({', '.join(key_names(self.keys))})"
            if self.keys
            else translated(self.tip)
        )


def translated(text: str) -> str:
    """A text of the table in the person's language."""
    return QCoreApplication.translate("CardActions", text)


# fmt: off
CARD_ACTIONS: tuple[CardAction, ...] = (
    CardAction(
        "edit",
        QT_TRANSLATE_NOOP("CardActions", "&Edit…"),
        QT_TRANSLATE_NOOP("CardActions", "Change the words of the card"),
        keys=("Enter", "Return"),
    ),
    CardAction(
        "add",
        QT_TRANSLATE_NOOP("CardActions", "&New card…"),
        QT_TRANSLATE_NOOP("CardActions", "Write a card for the deck of the selected one"),
        keys=("Ctrl+N",), needs_card=False,
    ),
    CardAction(
        "duplicate",
        QT_TRANSLATE_NOOP("CardActions", "&Duplicate"),
        QT_TRANSLATE_NOOP("CardActions", "Put a new card with the same words behind each selected one"),
        keys=("Ctrl+D",),
    ),
    CardAction(
        "tag",
        QT_TRANSLATE_NOOP("CardActions", "Add &tags…"),
        QT_TRANSLATE_NOOP("CardActions", "Give tags to the selected cards"),
        keys=("Ctrl+T",), gap=True,
    ),
    CardAction(
        "untag",
        QT_TRANSLATE_NOOP("CardActions", "&Remove tags…"),
        QT_TRANSLATE_NOOP("CardActions", "Take tags from the selected cards"),
        keys=("Ctrl+Shift+T",),
    ),
    CardAction(
        "move",
        QT_TRANSLATE_NOOP("CardActions", "&Move to a deck…"),
        QT_TRANSLATE_NOOP("CardActions", "Put the selected cards at the end of another deck"),
        keys=("Ctrl+M",),
    ),
    CardAction(
        "learn_first",
        QT_TRANSLATE_NOOP("CardActions", "Le&arn these first"),
        QT_TRANSLATE_NOOP("CardActions", "Put the selected cards at the beginning of their decks"),
        keys=("Ctrl+Shift+F",),
    ),
    CardAction(
        "suspend",
        QT_TRANSLATE_NOOP("CardActions", "&Suspend, or let in again"),
        QT_TRANSLATE_NOOP("CardActions", "Leave the selected cards out of every review, or end that"),
        keys=("Ctrl+K",), gap=True,
    ),
    CardAction(
        "bury",
        QT_TRANSLATE_NOOP("CardActions", "&Bury until tomorrow, or bring back"),
        QT_TRANSLATE_NOOP("CardActions", "Leave the selected cards out of today's review, or end that"),
        keys=("Ctrl+B", "Ctrl+Shift+B"),
    ),
    CardAction(
        "delete",
        QT_TRANSLATE_NOOP("CardActions", "De&lete"),
        QT_TRANSLATE_NOOP("CardActions", "Delete the selected cards; undo brings back their ratings too"),
        keys=("Delete", "Ctrl+Delete"),
    ),
    CardAction(
        "open_scene",
        QT_TRANSLATE_NOOP("CardActions", "&Open its scene"),
        QT_TRANSLATE_NOOP("CardActions", "Open the scene of this card in the simulator"),
        keys=("Ctrl+G",), gap=True,
    ),
    CardAction(
        "explain",
        QT_TRANSLATE_NOOP("CardActions", "&How its due date came about…"),
        QT_TRANSLATE_NOOP("CardActions", "See every rating of this card, and what each did to its due date"),
        keys=("Ctrl+H",),
    ),
    CardAction(
        "export",
        QT_TRANSLATE_NOOP("CardActions", "E&xport the selected cards…"),
        QT_TRANSLATE_NOOP("CardActions", "Write the selected cards as a deck, a package of Anki or a table"),
        keys=("Ctrl+S",),
    ),
    CardAction(
        "toggle_preview",
        QT_TRANSLATE_NOOP("CardActions", "&Preview"),
        QT_TRANSLATE_NOOP("CardActions", "Show the card beside the table, or hide it"),
        keys=("Space",), needs_card=False,
    ),
    CardAction(
        "undo",
        QT_TRANSLATE_NOOP("CardActions", "&Undo the last change"),
        QT_TRANSLATE_NOOP("CardActions", "Take back the last change of cards or decks"),
        keys=("Ctrl+Z",), needs_card=False, gap=True,
    ),
    CardAction(
        "redo",
        QT_TRANSLATE_NOOP("CardActions", "Redo &it"),
        QT_TRANSLATE_NOOP("CardActions", "Make the change again that was taken back"),
        keys=("Ctrl+Shift+Z", "Ctrl+Y"), needs_card=False,
    ),
    CardAction(
        "search_again",
        QT_TRANSLATE_NOOP("CardActions", "&Find"),
        QT_TRANSLATE_NOOP("CardActions", "Go to the search"),
        keys=("Ctrl+F",), needs_card=False,
    ),
)
# fmt: on


def build(window: QWidget, table: QWidget, act: Callable[[str], None]) -> dict[str, QAction]:
    """A QAction for each row, by the name of its handler, which `act` is called with."""
    made = {}
    for row in CARD_ACTIONS:
        action = QAction(translated(row.text), window)
        action.setObjectName(row.handler)
        action.setToolTip(row.hint)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        if row.of_table:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(_call, act, row.handler))
        (table if row.of_table else window).addAction(action)
        made[row.handler] = action
    return made


def _call(act: Callable[[str], None], handler: str, _checked: bool = False) -> None:
    act(handler)
