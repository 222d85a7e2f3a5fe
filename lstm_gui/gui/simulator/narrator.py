"""Tells a screen reader what the simulator came to, once after each drag or step, never during one."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.gui.announcement import announce
from lstm_gui.gui.simulator.knobs.knob_words import spoken_name
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.frame import CellPart, Frame
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.words import LABELS

translate = QCoreApplication.translate

REST_MS = 400  # so long nothing must have changed


class Narrator(QObject):
    """Watches a controller and speaks for a widget.

    Signals:
    said(str) -- what a screen reader was given
    """

    said = Signal(str)

    def __init__(
        self,
        widget: QWidget,
        controller: Controller,
        is_busy: Callable[[], bool],
        come_to: Callable[[], str],
    ) -> None:
        """`is_busy()` says whether more changes follow by themselves, as while playing.

        `come_to()` puts into words what is shown now.
        """
        super().__init__(widget)
        self._come_to = come_to
        self._widget, self._controller, self._is_busy = widget, controller, is_busy
        self._told: SimState | None = controller.state if controller.is_open else None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REST_MS)
        self._soon.timeout.connect(self._tell)
        controller.on_change.append(self.notice)

    def notice(self) -> None:
        """Something may have changed: tell it when it has come to rest."""
        if self._told is None:
            self._told = self._controller.state
        elif self._controller.state is not self._told:
            self._soon.start()

    def _tell(self) -> None:
        if self._is_busy() or not self._widget.isVisible():
            return
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._soon.start()
            return
        now = self._controller.state
        before, self._told = self._told, now
        if before is None or before is now:
            return
        words = ". ".join([*happened(before, now), self._come_to()])
        announce(self._widget, words)
        self.said.emit(words)


def frame_words(frame: Frame) -> str:
    """What the cell came to; of two directions, what each did, after its arrow."""
    parts = [frame.cell] if frame.backward_cell is None else [frame.cell, frame.backward_cell]
    return "; ".join(f"{part.direction} {cell_words(part)}".strip() for part in parts)


def cell_words(part: CellPart) -> str:
    """What the cell came to: its states by name."""
    states = reversed(graph_of(part.kind).memories)
    return ", ".join(f"{name} {number_text(part.values[name])}" for name in states)


def happened(before: SimState, after: SimState) -> list[str]:
    """What a person should hear of a change besides the numbers, which their own control tells them."""
    old, new = before.scene, after.scene
    told = []
    if before.origin != after.origin:
        told.append(new.title)
    elif old.cell.kind != new.cell.kind:
        told.append(translated(new.cell.graph.title))
    else:
        told += _hands(old, new)
    told += _sizes(before, after)
    told += _directions(before, after)
    if old.steps != new.steps and not told:
        told.append(translate("Narrator", "{n} steps").format(n=new.steps))
    if old.step != new.step or before.origin != after.origin:
        told.append(translate("Narrator", "t = {step} of {steps}").format(step=new.step, steps=new.steps))
    return told


def _sizes(before: SimState, after: SimState) -> list[str]:
    """How many units and inputs there are now, and which are looked at."""
    old, new = before.scene.cell, after.scene.cell
    told = []
    if (old.units, old.inputs) != (new.units, new.inputs):
        words = translate("Narrator", "units: {units}, inputs: {inputs}")
        told.append(words.format(units=new.units, inputs=new.inputs))
    if before.unit != after.unit:
        told.append(translate("Narrator", "unit {n}").format(n=after.unit + 1))
    if before.source != after.source:
        told.append(translate("Narrator", "input {n}").format(n=after.source + 1))
    return told


def _directions(before: SimState, after: SimState) -> list[str]:
    """Whether the sequence is read in both directions now, and which is looked at."""
    both, was = after.scene.backward is not None, before.scene.backward is not None
    if both != was:
        return [translated(LABELS["both" if both else "one"])]
    if before.looks_back != after.looks_back:
        back = translate("DirectionSwitch", "← backwards")
        return [back if after.looks_back else translate("DirectionSwitch", "→ forwards")]
    return []


def _hands(old: Scene, new: Scene) -> list[str]:
    """Which states are now held by hand, and which were let go of."""
    held, freed = _places(new) - _places(old), _places(old) - _places(new)
    return [
        *(
            translate("Narrator", "{state} is held by hand").format(
                state=spoken_name(quantity, new.cell.kind)
            )
            for quantity in sorted(held)
        ),
        *(
            translate("Narrator", "{state} is computed again").format(
                state=spoken_name(quantity, new.cell.kind)
            )
            for quantity in sorted(freed)
        ),
    ]


def _places(scene: Scene) -> set[Quantity]:
    back = scene.backward.overrides if scene.backward is not None else ()
    return {
        Quantity(f"{one.state}_previous", one.step, one.unit, backward=backward)
        for backward, overrides in ((False, scene.overrides), (True, back))
        for one in overrides
    }
