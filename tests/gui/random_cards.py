"""What a random person does with the cards: all the windows about them, their buttons, fields, files."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow

OPENING = (
    "browse_cards", "browse_cards", "browse_cards", "practise", "practise", "new_card", "edit_card",
    "duplicate_card", "statistics", "explain_due_date", "choose_deck", "deck_settings", "new_deck", "backups",
    "check_collection", "export_deck", "export_everything", "import_clipboard", "import_deck",
    "ask_about_this", "browse_challenges",
)  # fmt: skip
CHANGING = ("bury_card", "suspend_card", "delete_card", "undo", "undo", "redo")
LOOKS = ("theme_light", "theme_dark", "zoom_in", "zoom_out", "zoom_reset", "ask_confidence", "motion")
SEARCHES = (
    "gate", "is:due", "is:new", "-is:suspended forget", "tag:σ", 'deck:"Gates"', '"', "is:", "tag:", "::",
    "é ﬁ", "\u202e", "0" * 300, "is:leech OR is:weak", "",
)  # fmt: skip
WRITTEN = (
    "What is a gate?", "It $x_t$ forgets.", "$\\frac{1}{", "**bold** and `code`", "Gates::Forget", "::", "7",
    "0.9", "\t", "![a picture](gone.png)", "{{c1::a gap}}", "−3", "<b>no</b>",
)  # fmt: skip
TABLE = "#separator:tab\n#tags column:3\nWhat opens?\tA gate.\tgate fresh\nWhat closes?\tIt too.\tgate\n"
BROUGHT: tuple[tuple[str, str], ...] = (
    ("cards.tsv", TABLE),
    ("cards.csv", "question,answer\nWhat is h?,What it says.\nWhat is c?,What it keeps.\n"),
    ("cards.md", "# Mine\n\n## What is σ?\n\nA squashing.\n\n## And tanh?\n\nAnother.\n"),
    ("half.tsv", "one\ntwo\tof them\n\n"),
    ("cards.jsonl", "{}\n"),
    ("cards.apkg", "PK\3\4 no package"),
    ("all.lstm-lab", "SQLite format 3\0 no collection"),
)


class CardWishes:
    """Does one thing or another to the windows that are open, as far as nothing modal stands before them."""

    def __init__(
        self, window: "MainWindow", chance: random.Random, say: Callable[[str], None], folder: Path
    ) -> None:
        self._window, self._chance, self._say, self._folder = window, chance, say, folder
        self.ways: tuple[tuple[Callable[[], None], int], ...] = (
            (self.open_a_window, 4),
            (self.press_a_button, 12),
            (self.write_somewhere, 5),
            (self.choose_a_row, 3),
            (self.rate_the_card, 4),
            (self.do_to_the_card, 3),
            (self.do_to_chosen_cards, 6),
            (self.change_the_look, 1),
            (self.turn_to_a_window, 2),
            (self.close_a_window, 1),
            (self.bring_a_file, 2),
            (self.copy_cards, 1),
        )

    def one(self) -> None:
        """Do any of them; with nothing but the first window there, they like to open another."""
        if self._reachable() == [self._window] and self._chance.random() < 0.5:
            self.open_a_window()
            return
        self._chance.choices([way for way, _ in self.ways], [weight for _, weight in self.ways])[0]()

    # Windows

    def open_a_window(self) -> None:
        """Open any window of the cards."""
        self._choose(OPENING)

    def turn_to_a_window(self) -> None:
        """Bring any window to the front."""
        if QApplication.activeModalWidget() is None:
            there = self._chance.choice(open_windows())
            self._say(f"turn to {type(there).__name__}")
            there.activateWindow()

    def close_a_window(self) -> None:
        """Close any window but the first."""
        others = [each for each in self._reachable() if each is not self._window]
        if others:
            there = self._chance.choice(others)
            self._say(f"close {type(there).__name__}")
            there.close()

    def change_the_look(self) -> None:
        """Choose another theme or zoom, whatever is open."""
        self._choose(LOOKS)

    # In them

    def press_a_button(self) -> None:
        """Press any button that is not greyed, most of all the one by which a window goes on."""
        buttons = [
            button
            for button in self._parts(QAbstractButton)
            if isinstance(button, QAbstractButton) and button.isEnabled()
        ]
        if buttons:
            going_on = [button for button in buttons if button is getattr(button.window(), "agree", None)]
            button = self._chance.choice(going_on if going_on and self._chance.random() < 0.4 else buttons)
            self._say(f"press “{button.text() or button.accessibleName()}” in {_window_of(button)}")
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def write_somewhere(self) -> None:
        """Write into any field, or take another entry of a list that opens."""
        fields = [
            field
            for kind in (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
            for field in self._parts(kind)
            if field.isEnabled()
        ]
        if not fields:
            return
        field = self._chance.choice(fields)
        text = self._chance.choice(SEARCHES if self._chance.random() < 0.3 else WRITTEN)
        self._say(f"write {text[:20]!r} in {type(field).__name__} of {_window_of(field)}")
        if isinstance(field, QComboBox) and not field.isEditable():
            field.setCurrentIndex(self._chance.randrange(max(1, field.count())))
            return
        field.setFocus()
        if self._chance.random() < 0.4:
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in text[:30]:
            target = QApplication.focusWidget()
            if target is None:
                return
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def choose_a_row(self) -> None:
        """Choose rows of any list or table."""
        views = [
            view
            for view in self._parts(QAbstractItemView)
            if isinstance(view, QAbstractItemView) and view.model() is not None and view.model().rowCount()
        ]
        if not views:
            return
        view = self._chance.choice(views)
        row = self._chance.randrange(view.model().rowCount())
        self._say(f"choose row {row} of {type(view).__name__} in {_window_of(view)}")
        index = view.model().index(row, 0)
        view.setCurrentIndex(index)
        if self._chance.random() < 0.5:
            below = view.model().index(min(row + 3, view.model().rowCount() - 1), 0)
            for each in (index, below):
                view.selectionModel().select(each, QItemSelectionModel.SelectionFlag.Select)

    def rate_the_card(self) -> None:
        """Look at the answer of the card on screen, and rate it; perhaps before it is saved twice."""
        self._choose(("reveal",))
        QApplication.processEvents()
        for _ in range(self._chance.choice((1, 1, 2))):
            self._choose(("rate_1", "rate_3", "rate_5"))

    def do_to_the_card(self) -> None:
        """Leave out the card on screen; undo, redo."""
        self._choose(CHANGING)

    def do_to_chosen_cards(self) -> None:
        """Do anything in the window of all cards, when it is open."""
        there = self._window.cards.open_window
        if there is None or QApplication.activeModalWidget() is not None:
            return
        there.activateWindow()
        name = self._chance.choice(sorted(there.actions_by_name))
        if self._chance.random() < 0.3:
            there.table.selectAll()
        self._say(f"{name} in the window of cards")
        there.actions_by_name[name].trigger()

    # From outside

    def bring_a_file(self) -> None:
        """Drop a deck, or what only looks like one, or what was exported before."""
        if QApplication.activeModalWidget() is not None or self._window.presenter is not None:
            return
        path = self._file()
        self._say(f"drop {path.name}")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        there = QPointF(self._window.rect().center())
        QApplication.sendEvent(self._window, QDropEvent(there, Qt.DropAction.CopyAction, mime, *none))

    def copy_cards(self) -> None:
        """Have cards on the clipboard."""
        self._say("copy cards")
        QGuiApplication.clipboard().setText(self._chance.choice([text for _, text in BROUGHT[:4]]))

    def file_to_open(self, *_: object) -> tuple[str, str]:
        """What is chosen in the dialog of the system: a file, or none."""
        path = self._file() if self._chance.random() < 0.8 else None
        self._say(f"open {path.name if path else 'nothing'}")
        return (str(path) if path else "", "")

    def file_to_save(self, _parent: object, _title: str, start: str, filters: str) -> tuple[str, str]:
        """The name that is given there: new, of a file that is there, in a folder that is gone, or none."""
        chosen = self._chance.choice(filters.split(";;"))
        ending = self._chance.choice(re.findall(r"\*(\.[\w-]+)", chosen) or [""])
        folder = self._folder / ("gone" if self._chance.random() < 0.1 else "")
        name = self._chance.choice(
            ("", f"out{ending}", "out", Path(start).name, f"out{self._chance.random()}")
        )
        self._say(f"save as {name}")
        return (str(folder / name) if name else "", chosen)

    # Inside

    def _choose(self, names: tuple[str, ...]) -> None:
        if QApplication.activeModalWidget() is None:
            name = self._chance.choice(names)
            self._say(f"choose {name}")
            self._window.actions_by_id[name].trigger()

    def _file(self) -> Path:
        exported = [
            path
            for path in sorted(self._folder.glob("*.*"))
            if path.suffix in (".jsonl", ".apkg", ".colpkg", ".tsv", ".csv", ".md", ".txt", ".lstm-lab")
        ]
        if exported and self._chance.random() < 0.5:
            return self._chance.choice(exported)
        name, text = self._chance.choice(BROUGHT)
        path = self._folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def _reachable(self) -> list[QWidget]:
        modal = QApplication.activeModalWidget()
        return [modal] if modal is not None else open_windows()

    def _parts(self, kind: type[QWidget]) -> list[QWidget]:
        there = self._reachable()
        others = [each for each in there if each is not self._window]
        top = self._chance.choice(others if others and self._chance.random() < 0.8 else there)
        return [
            part
            for part in top.findChildren(kind)
            if part.isVisible() and part.window() is top and not part.visibleRegion().isEmpty()
        ]


def open_windows() -> list[QWidget]:
    """The windows and dialogs that can be seen."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() and widget.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)
    ]


def _window_of(widget: QWidget) -> str:
    return type(widget.window()).__name__
