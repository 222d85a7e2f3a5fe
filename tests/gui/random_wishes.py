"""What a random person does who knows the app well: scenes, lanes, the clipboard, files, a class, a trail."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lstm_gui.gui.shown_kinds import BY_NAME
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene_file import scene_to_json
from lstm_gui.lessons.scene_text import scene_to_text
from lstm_gui.lessons.trained import trained_names
from lstm_gui.settings import SCENE_TABS
from lstm_gui.simulator.controller import Controller

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.simulator.panel import SimulatorPanel

TEXTS = (
    "", "0.5", "1 2 3", "1\n2\n3\n", "0,5; 0,25; -1", "a b c", "1e999", "nan", "lstmlab1.abc.00000000",
    "\0", "\ud800", "0 1 " * 400, "{}", "−0.25\t4", "1" * 3000, "\u202e1 2",
)  # fmt: skip
TYPED = ("1", "12", "-0.3", "1e9", "0,7", "nan", "ab", "256", "999999999999", ".")
DROPPED: tuple[tuple[str, str], ...] = (
    ("table.csv", "t;v\n1;0,5\n2;0,25\n"),
    ("text.csv", "no,numbers\nat,all\n"),
    ("empty.csv", ""),
    ("broken.json", '{"format": "lstm-lab-scene", "version": 3, "title": "x"}'),
    ("rubbish.json", "[[[[["),
    ("deck.toml", "cards = 1"),
    ("page.txt", "What is a gate?"),
)


class RandomWishes:
    """Does one thing or another to the window, or to the class that is held in front of it."""

    def __init__(
        self, window: "MainWindow", chance: random.Random, say: Callable[[str], None], folder: Path
    ) -> None:
        self._window, self._chance, self._say, self._folder = window, chance, say, folder
        self.ways: tuple[Callable[[], None], ...] = (
            self.open_a_scene,
            self.turn_to_a_tab,
            self.switch_the_cell,
            self.put_beside,
            self.paste,
            self.drop_files,
            self.follow_back,
            self.type_something,
            self.roll_the_wheel,
            self.hold_a_class,
            self.close_the_class,
        )

    def one(self) -> None:
        """Do any of them."""
        self._chance.choice(self.ways)()

    @property
    def panel(self) -> "SimulatorPanel":
        """The simulator in front."""
        presenter = self._window.presenter
        return self._window.simulator if presenter is None else presenter.simulator

    @property
    def controller(self) -> Controller:
        """Its controller."""
        presenter = self._window.presenter
        return self._window.controller if presenter is None else presenter.controller

    # Scenes and tabs

    def open_a_scene(self) -> None:
        """Open any scene that comes with the app."""
        name = self._chance.choice(scene_names())
        self._say(f"open {name}")
        self.panel.scene_chosen.emit(name)

    def turn_to_a_tab(self) -> None:
        """Turn to any tab."""
        name = self._chance.choice(SCENE_TABS)
        self._say(f"turn to {name}")
        if self._window.presenter is not None:
            self._window.presenter.show_tab(name)
        else:
            self._window.actions_by_id[f"tab_{name}"].trigger()

    def switch_the_cell(self) -> None:
        """Choose any kind of cell."""
        name = self._chance.choice(sorted(BY_NAME))
        self._say(f"switch to {name}")
        self.panel.cell_chosen.emit(name)

    def put_beside(self) -> None:
        """Compare with something, or do something with what stands beside."""
        page = self.panel.pages.compare
        if page is None:
            return
        bar, lanes = page.bar, page.lanes
        place = self._chance.randint(1, 3)
        ways: tuple[tuple[str, Callable[[], None]], ...] = (
            ("pin", bar.pin_requested.emit),
            ("the same", bar.same_requested.emit),
            ("a cell", lambda: bar.cell_chosen.emit(self._chance.choice(sorted(BY_NAME)))),
            ("a scene", lambda: bar.scene_chosen.emit(self._chance.choice(scene_names()))),
            ("a start", lambda: bar.start_chosen.emit(self._chance.choice(("pin", "families", "biases")))),
            ("a trained one", lambda: bar.trained_chosen.emit(self._chance.choice(trained_names()))),
        )
        of_lanes: tuple[tuple[str, Callable[[], None]], ...] = (
            (f"remove {place}", lambda: lanes.remove_requested.emit(place)),
            (f"exchange {place}", lambda: lanes.exchange_requested.emit(place)),
            (f"rename {place}", lambda: lanes.renamed.emit(place, "  Another\tname ")),
        )
        there = place <= len(self.controller.state.compare.lanes)
        words, act = self._chance.choice((*ways, *of_lanes) if there else ways)
        self._say(f"compare: {words}")
        act()

    # From outside

    def paste(self) -> None:
        """Paste numbers or a scene: anything at all."""
        scene = load(self._chance.choice(scene_names()))
        text = self._chance.choice((*TEXTS, scene_to_text(scene), scene_to_text(scene)[:-3]))
        action = self._chance.choice(("paste_input", "paste_scene"))
        self._say(f"{action} of {text[:20]!r}")
        QGuiApplication.clipboard().setText(text)
        self._window.actions_by_id[action].trigger()

    def drop_files(self) -> None:
        """Drop a file or two on the window, as long as nothing stands before it."""
        if QApplication.activeModalWidget() is not None or self._window.presenter is not None:
            return
        names = [self._chance.choice(("a.json", "gone.json", "", *(name for name, _ in DROPPED)))]
        if self._chance.random() < 0.2:
            names *= 2
        self._say(f"drop {names}")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._file(name))) for name in names])
        there, copy = QPointF(self._window.rect().center()), Qt.DropAction.CopyAction
        none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self._window, QDropEvent(there, copy, mime, *none))

    def _file(self, name: str) -> Path:
        path = self._folder / name
        if name == "a.json":
            path.write_text(scene_to_json(load(self._chance.choice(scene_names()))), encoding="utf-8")
        elif name in dict(DROPPED):
            path.write_text(dict(DROPPED)[name], encoding="utf-8")
        return path

    # By hand

    def follow_back(self) -> None:
        """Pin a number, and follow it a few hops back."""
        self._say("follow a number back")
        self.panel.pins.pin_pointed()
        for _ in range(self._chance.randint(0, 4)):
            guide = self.panel.pins.guide
            if guide is None or guide.card.part is None:
                return
            ahead = [one.leads_to for one in guide.card.part.made.contributors if one.leads_to is not None]
            if ahead and self._chance.random() < 0.7:
                guide.card.hopped.emit(self._chance.choice(ahead))
            else:
                guide.card.back_wanted.emit()
            QApplication.processEvents()

    def type_something(self) -> None:
        """Type into whatever has the keyboard, and end it."""
        focused, typed = QApplication.focusWidget() or self._window, self._chance.choice(TYPED)
        end = self._chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape))
        self._say(f"type {typed} in {type(focused).__name__}")
        for letter in typed:
            QTest.keyClicks(QApplication.focusWidget() or self._window, letter)
        QTest.keyClick(QApplication.focusWidget() or self._window, end)

    def roll_the_wheel(self) -> None:
        """Turn the wheel over anything, perhaps with a key held."""
        shown = self._window.stage if self._window.presenter is None else self._window.presenter
        seen = [widget for widget in shown.findChildren(QWidget) if widget.isVisible()] or [shown]
        widget, none = self._chance.choice(seen), Qt.KeyboardModifier.NoModifier
        held = self._chance.choice(
            (none, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
        )
        turn = QPoint(0, self._chance.choice((-240, -120, 120, 240)))
        self._say(f"wheel over {type(widget).__name__}")
        place = QPointF(widget.rect().center())
        event = QWheelEvent(
            place, QPointF(widget.mapToGlobal(place)), QPoint(), turn, Qt.MouseButton.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    # In class

    def hold_a_class(self) -> None:
        """Present what is shown; or turn to another scene there, or make the screen black."""
        presenter = self._window.presenter
        if presenter is None:
            self._say("present")
            self._window.present()
            return
        ways = (lambda: presenter.scene_by(1), lambda: presenter.scene_by(-1), presenter.toggle_blank)
        self._say("act in class")
        self._chance.choice((*ways, presenter.toggle_question, presenter.play))()

    def close_the_class(self) -> None:
        """Leave the class."""
        if self._window.presenter is not None:
            self._say("leave the class")
            self._window.presenter.leave()
