"""What is done to a comparison, with the words of its undo steps: one function for each wish of a person."""

from itertools import count

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.shown_kinds import BY_NAME
from lstm_gui.gui.simulator.compare import empty
from lstm_gui.gui.simulator.compare.words import (
    bias_title,
    former_title,
    kind_title,
    pinned_title,
    same_title,
)
from lstm_gui.gui.simulator.knobs.knob_words import spoken_name
from lstm_gui.gui.window.scenes import shown_scene
from lstm_gui.lessons.trained import load_trained
from lstm_gui.simulator.compare import edit, starts
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.values import can_be_set

translate = QCoreApplication.translate


def pin(controller: Controller) -> bool:
    """Pin the run as it stands; whether there was room for it."""
    state = controller.state
    if not edit.can_pin(state):
        return False
    controller.change(edit.pinned(state, pinned_title()), translate("Compare", "pin this run"))
    return True


class Changes:
    """What a person wants, as undo steps of a controller."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller
        self._drags = count(1)
        self._drag = ""  # what the changes of the drag under way have in common, "" between drags

    def pin(self) -> None:
        """Pin the run as it stands."""
        pin(self._controller)

    def add_cell(self, name: str) -> None:
        """Put a kind of cell beside, by its name in shown_kinds.py."""
        kind = BY_NAME[name]
        title = kind_title(kind)
        self._take(
            edit.beside(self._state, kind, title), translate("Compare", "add {cell}").format(cell=title)
        )

    def add_same(self) -> None:
        """Put the cell beside as it stands."""
        title = same_title(self._state.scene.cell.kind)
        self._take(edit.copied(self._state, title), translate("Compare", "add {cell}").format(cell=title))

    def add_scene(self, name: str) -> None:
        """Put the cell of a scene beside."""
        scene = shown_scene(name)
        label = translate("Compare", "add “{title}”").format(title=scene.title)
        self._take(edit.scene_beside(self._state, scene), label)

    def start(self, name: str) -> None:
        """Begin one of the comparisons of empty.py."""
        if name == empty.PIN:
            self.pin()
        elif name == empty.FAMILIES:
            self._take(starts.families(self._state, kind_title), translate("Compare", "RNN, LSTM and GRU"))
        elif starts.can_forget(self._state):
            self._take(
                starts.forget_biases(self._state, bias_title), translate("Compare", "three forget biases")
            )

    def open_trained(self, name: str) -> None:
        """Open a comparison of trained cells."""
        scene = load_trained(name)
        label = translate("Compare", "open “{title}”").format(title=scene.title)
        self._controller.go_to(SimState.of(scene), label)

    def remove(self, lane: int) -> None:
        """Take a lane away."""
        if not self._is_here(lane):
            return
        label = translate("Compare", "remove “{title}”").format(title=self._title(lane))
        self._take(edit.removed(self._state, lane - 1), label)

    def exchange(self, lane: int) -> None:
        """Make a lane the scene's own cell, and that one a lane."""
        if not self._is_here(lane):
            return
        title = former_title(self._state.scene.cell.kind)
        label = translate("Compare", "exchange with “{title}”").format(title=self._title(lane))
        self._take(edit.exchanged(self._state, lane - 1, title), label)

    def rename(self, lane: int, title: str) -> None:
        """Call a lane otherwise."""
        if not self._is_here(lane):
            return
        label = translate("Compare", "rename “{title}”").format(title=self._title(lane))
        self._take(edit.renamed(self._state, lane - 1, title), label)

    # Settings: those of the first lane are the scene's own

    def begin(self, lane: int, quantity: Quantity) -> None:
        """A setting is taken hold of."""
        self._drag = f"compare {next(self._drags)}"
        if not lane:
            self._controller.begin_edit(quantity)

    def move(self, lane: int, quantity: Quantity, value: float) -> None:
        """A setting is moved."""
        if not lane:
            self._controller.edit(quantity, value)
        if not lane or not self._is_here(lane, quantity):
            return
        moved = edit.moved(self._state, lane - 1, quantity, value)
        self._take(moved, self._label(translate("Compare", "move {name} in “{title}”"), lane, quantity))

    def end(self, lane: int) -> None:
        """A setting is let go of."""
        self._drag = ""
        if not lane:
            self._controller.end_edit()

    def reset(self, lane: int, quantity: Quantity) -> None:
        """A setting goes back to what it was."""
        if not lane:
            self._controller.reset_value(quantity)
        if not lane or not self._is_here(lane, quantity):
            return
        back = edit.put_back(self._state, lane - 1, quantity)
        self._take(back, self._label(translate("Compare", "reset {name} in “{title}”"), lane, quantity))

    @property
    def _state(self) -> SimState:
        return self._controller.state

    def _is_here(self, lane: int, quantity: Quantity | None = None) -> bool:
        """Whether there is such a lane. A late signal may name one that an undo just took away."""
        lanes = self._state.compare.lanes
        if not 1 <= lane <= len(lanes):
            return False
        return quantity is None or can_be_set(quantity, lanes[lane - 1].scene)

    def _title(self, lane: int) -> str:
        return self._state.compare.lanes[lane - 1].title

    def _label(self, words: str, lane: int, quantity: Quantity) -> str:
        kind = self._state.compare.lanes[lane - 1].scene.cell.kind
        return words.format(name=spoken_name(quantity, kind), title=self._title(lane))

    def _take(self, state: SimState, label: str) -> None:
        self._controller.change(state, label, self._drag)
