"""Somebody who clicks, drags and types at random, the same for the same seed, and remembers it."""

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QMessageBox,
    QWidget,
)
from shiboken6 import isValid

from tests.gui.random_cards import CardWishes, open_windows
from tests.gui.random_training import TrainingWishes
from tests.gui.random_wishes import RandomWishes

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow

LEFT_OUT = frozenset(("quit", "open_log_folder"))
"""Actions that end the app, or begin another one."""

KEYS = (
    "Tab", "Shift+Tab", "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Space", "Return",
    "Esc", "Shift+Up", "Ctrl+Up", "Ctrl+Z", "Ctrl+Shift+Z", "0", "5", "-", ".", "Backspace", "Del", "1", "3",
    "S", "R",
)  # fmt: skip
IMPATIENCE = 15  # ms until they turn to a menu or a dialog that has come up
MOST_TURNS = 40  # looks at one thing that does not go away before it counts as stuck
MOST_CLOSINGS = 30  # windows that close before one counts as stuck
LONGEST = 10.0  # seconds that one thing may take, on a machine that is busy with other things


class RandomPerson:
    """Acts on a window; `did` is what was done so far, in words, and `slowest` what took longest."""

    def __init__(self, window: "MainWindow", seed: int, folder: Path, faults: Callable[[], object]) -> None:
        """`faults()` says what went wrong so far, or nothing; `folder` is for files to be dropped."""
        self.window, self.faults = window, faults
        self.did: list[str] = []
        self.slowest = (0.0, "")
        self._random = random.Random(seed)
        self.wishes = RandomWishes(window, self._random, self._say, folder)
        self.cards = CardWishes(window, self._random, self._say, folder)
        self.training = TrainingWishes(window, self._random, self._say, folder)
        self._turns = self._patience = 0
        self._acting = self._on_cards = self._in_training = False

    def act(self, times: int, *, on_cards: bool = False, in_training: bool = False) -> None:
        """Do so many things, most of them there; whatever came up meanwhile is closed at the end."""
        self._acting, self._on_cards, self._in_training = True, on_cards, in_training
        self._look()
        try:
            for _ in range(times):
                began = time.perf_counter()
                self._one()
                QApplication.processEvents()
                self.slowest = max(
                    self.slowest, (time.perf_counter() - began, self.did[-1] if self.did else "")
                )
                assert self.slowest[0] < LONGEST, f"{self.slowest}; {self.story()}"
                assert not (found := self.faults()), f"{found}; {self.story()}"
            while self._came_up() is not None:
                QApplication.processEvents()
        finally:
            self._acting = False
        self._close_others()

    # What they may do

    def _one(self) -> None:
        ways: tuple[tuple[Callable[[], None], int], ...] = (
            (self._click, 6),
            (self._drag, 6),
            (self._key, 8),
            (self._choose, 5),
            (self._point, 2),
            (self._resize, 1),
            (self.wishes.one, 2 if self._on_cards else 8),
            (self.cards.one, 60 if self._on_cards else 2),
            (self.training.one, 40 if self._in_training else 1),
        )
        self._random.choices([way for way, _ in ways], [weight for _, weight in ways])[0]()

    def _click(self) -> None:
        widget, place = self._somewhere()
        twice = self._random.random() < 0.15
        self._say(f"{'double click' if twice else 'click'} {_called(widget)} at {place.toTuple()}")
        button = Qt.MouseButton.RightButton if self._random.random() < 0.1 else Qt.MouseButton.LeftButton
        (QTest.mouseDClick if twice else QTest.mouseClick)(widget, button, self._held(), place)

    def _drag(self) -> None:
        widget, place = self._somewhere()
        held = self._held()
        self._say(f"drag {_called(widget)} from {place.toTuple()}")
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, held, place)
        for _ in range(self._random.randint(1, 5)):
            place += QPoint(self._random.randint(-60, 60), self._random.randint(-60, 60))
            if not isValid(widget):  # type: ignore[no-untyped-call] # a sheet that a press closes
                return
            QTest.mouseMove(widget, place)
            QApplication.processEvents()
            if self._random.random() < 0.06:
                self._interrupt()
        if isValid(widget):  # type: ignore[no-untyped-call]
            QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, held, place)

    def _interrupt(self) -> None:
        """Do something else while a button of the mouse is held: play, undo, open a scene …"""
        self._say("meanwhile")
        play = self.wishes.panel.transport.play_or_pause
        self._random.choice((self._key, self._choose, self._resize, self.wishes.one, play))()
        QApplication.processEvents()

    def _key(self) -> None:
        name = self._random.choice(KEYS)
        focused = QApplication.focusWidget() or self.window
        self._say(f"press {name} in {_called(focused)}")
        combination = QKeySequence(name)[0]
        QTest.keyClick(focused, combination.key(), combination.keyboardModifiers())

    def _choose(self) -> None:
        names = [name for name in self.window.actions_by_id if name not in LEFT_OUT]
        name = self._random.choice(names)
        self._say(f"choose {name}")
        self.window.actions_by_id[name].trigger()

    def _point(self) -> None:
        widget, place = self._somewhere()
        self._say(f"point at {_called(widget)} at {place.toTuple()}")
        QTest.mouseMove(widget, place)

    def _resize(self) -> None:
        wide, high = self._random.randint(960, 1920), self._random.randint(600, 1080)
        self._say(f"resize to {wide} × {high}")
        self.window.resize(wide, high)

    # What comes up

    def _came_up(self) -> QWidget | None:
        """A menu or a dialog that waits for an answer, or the window of a class."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget()

    def _look(self) -> None:
        """Look again in a moment, also while what is done now waits for an answer."""
        if self._acting:
            QTimer.singleShot(IMPATIENCE, self._look)
            self._turn_to_what_came_up()

    def _turn_to_what_came_up(self) -> None:
        there = self._came_up()
        if there is None or not self._turns:
            self._patience = self._random.choice((0, 12, 30, 60) if self._on_cards else (0, 0, 6, 20))
        self._turns = self._turns + 1 if there is not None else 0
        assert self._turns < self._patience + MOST_TURNS, f"{_called(there)} does not go away; {self.story()}"
        if isinstance(there, QMenu) and self._random.random() < 0.5 and self._turns < 4:
            entries = [
                entry
                for entry in there.actions()
                if entry.isEnabled() and entry.objectName() not in LEFT_OUT and not entry.menu()
            ]
            if entries:
                entry = self._random.choice(entries)
                self._say(f"choose “{entry.text()}” in a menu")
                there.setActiveAction(entry)
                QTest.keyClick(there, Qt.Key.Key_Return)
                return
        if isinstance(there, QDialog) and not isinstance(there, QFileDialog) and self._turns < self._patience:
            return  # what is done meanwhile is done to it
        if isinstance(there, QMessageBox):
            self._answer(there)
        elif there is not None:
            self._say(f"Esc in {_called(there)}")
            QTest.keyClick(QApplication.focusWidget() or there, Qt.Key.Key_Escape)
            if self._turns > self._patience + MOST_TURNS // 2:
                there.close()

    def _answer(self, box: QMessageBox) -> None:
        button = self._random.choice(box.buttons())
        self._say(f"answer “{button.text()}” to “{box.text()}”")
        button.click()

    def _close_others(self) -> None:
        """Close every other window as a person does, and answer what that asks; none may stay."""
        for _ in range(MOST_CLOSINGS):
            self.settle()
            others = [widget for widget in open_windows() if widget is not self.window]
            modal = QApplication.activeModalWidget()
            if isinstance(modal, QMessageBox):
                self._answer(modal)
            elif others:
                self._say(f"close {_called(modal or others[-1])}")
                (modal or others[-1]).close()
            else:
                return
        raise AssertionError(f"{[_called(each) for each in others]} cannot be closed; {self.story()}")

    def settle(self) -> None:
        """Wait until what was asked of the collection and of files is done, and shown."""
        collection = self.window.decks.collection
        assert collection is not None
        for worker in 3 * (collection._worker, self.window.decks.files_worker()):
            worker.submit(lambda: None).result()
            QApplication.processEvents()

    # Inside

    def _somewhere(self) -> tuple[QWidget, QPoint]:
        """A widget that can be seen, and a place on it."""
        top = QApplication.activeWindow() or self.window
        seen = [widget for widget in top.findChildren(QWidget) if self._may_be_clicked(widget)]
        widget = self._random.choice(seen or [top])
        return widget, QPoint(
            self._random.randrange(max(1, widget.width())), self._random.randrange(max(1, widget.height()))
        )

    @staticmethod
    def _may_be_clicked(widget: QWidget) -> bool:
        if isinstance(widget, QMenu) or (isinstance(widget, QAbstractButton) and not widget.isEnabled()):
            return False
        return widget.isVisible() and not widget.visibleRegion().isEmpty()

    def _held(self) -> Qt.KeyboardModifier:
        odd = (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
        return self._random.choice(odd) if self._random.random() < 0.2 else Qt.KeyboardModifier.NoModifier

    def _say(self, what: str) -> None:
        self.did.append(what)

    def story(self) -> str:
        """The last things they did."""
        return "the last things done were: " + "; ".join(self.did[-12:])


def _called(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    return f"{type(widget).__name__} “{widget.accessibleName() or widget.objectName()}”"
