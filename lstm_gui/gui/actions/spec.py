"""One row of the table of actions: what it is called, what it does, by which keys, and where."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from lstm_gui.gui.undo import Place

ARROWS = {"Left": "←", "Right": "→", "Return": "Enter"}  # shorter, and as it stands on the keys
DOUBLES = frozenset(
    ("Enter", "Ctrl+=", "=", "Alt+=")
)  # the same key on the keypad or without Shift: not shown


def translated(text: str) -> str:
    """A text of the table in the person's language."""
    return QCoreApplication.translate("Actions", text)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One row of the table. `handler` names a method; with `argument` the method gets it."""

    id: str
    menu: str  # one of MENUS
    handler: str
    text: str  # not yet translated, with its mnemonic
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""  # a name of window/icons.py
    place: Place | None = None  # where its plain keys count; None is everywhere
    argument: int | str | None = None
    checkable: bool = False
    group: str = ""  # actions of one group stand in a submenu; of those with an argument one is checked
    gap: bool = False  # a line stands above it in its menu

    @property
    def plain_keys(self) -> tuple[str, ...]:
        """The keys without Ctrl or Alt: an editor or a focused knob may want them first."""
        return tuple(key for key in self.keys if not _is_command(key))

    @property
    def title(self) -> str:
        """The translated text without mnemonic and dots: for buttons and the sheet of keys."""
        return translated(self.text).replace("&", "").rstrip("…")

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """The keys in the words of this system, doubles left out."""
        return key_names(self.keys)

    @property
    def hint(self) -> str:
        """The translated tooltip with the keys behind it."""
        tip = translated(self.tip)
        return f"{tip} ({', '.join(self.shown_keys)})" if self.keys else tip


def key_names(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Keys in the words of this system, doubles left out."""
    return tuple(_key_name(key) for key in keys if key not in DOUBLES)


def _key_name(key: str) -> str:
    before, plus, last = key.rpartition("+")
    name = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    if last not in ARROWS:
        return name
    return f"{name.rpartition(plus)[0]}{plus}{ARROWS[last]}" if before else ARROWS[last]


def _is_command(key: str) -> bool:
    return key.startswith(("Ctrl+", "Alt+")) or (key[0] == "F" and key[1:].isdigit())
