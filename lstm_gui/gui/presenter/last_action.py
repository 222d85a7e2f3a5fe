"""The last action in large words for the back row: "forget bias b_f   0.60 → 1.20"."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.words import name_of

translate = QCoreApplication.translate

PAUSE = 1.0  # seconds; after that much rest a further move of the same number counts from where it stood
Moved = tuple[str, float | None, float | None]  # (name, before, after); None: computed by the cell


def moved(old: Scene, new: Scene) -> list[Moved]:
    """Every number put in by hand that differs between two scenes of the same size."""
    found = [*_weights(old, new), *_inputs(old, new), *_initial(old, new), *_overrides(old, new)]
    return [(name, before, after) for name, before, after in found if before != after]


def spelled(old: Scene, new: Scene) -> str:
    """What was done between two scenes, "" for nothing. Several numbers at once are counted."""
    if old.title != new.title:
        return new.title
    if old.cell.kind != new.cell.kind:
        return translated(new.cell.graph.title)
    if old.steps != new.steps:
        return translate("LastAction", "{old} → {new} steps").format(old=old.steps, new=new.steps)
    changes = moved(old, new)
    if len(changes) == 1:
        name, before, after = changes[0]
        return f"{name}   {_number(before)} → {_number(after)}"
    if changes:
        names = ", ".join(name for name, *_ in changes[:3])
        return translate("LastAction", "{count} numbers: {names} …").format(count=len(changes), names=names)
    return f"t = {new.step}" if old.step != new.step else ""


class LastAction:
    """Follows the scenes on screen; one drag is told from where it began."""

    def __init__(self) -> None:
        self.words = ""
        self._base: Scene | None = None
        self._last: Scene | None = None
        self._at = 0.0

    def follow(self, scene: Scene, now: float) -> str:
        """Take in the scene as it stands at `now` (seconds, monotonic); the words to show."""
        last, self._last = self._last, scene
        if last is None or self._base is None:
            self._base = scene
        elif scene != last:
            if not self._goes_on(last, scene, now):
                self._base = last
            self.words = spelled(self._base, scene) or spelled(last, scene)
            self._at = now
        return self.words

    def _goes_on(self, last: Scene, scene: Scene, now: float) -> bool:
        """Whether the same number as before moves on without a pause."""
        assert self._base is not None
        if not last.cell.kind == scene.cell.kind == self._base.cell.kind:
            return False
        if now - self._at > PAUSE or last.steps != scene.steps or self._base.steps != scene.steps:
            return False
        names = {name for name, *_ in moved(self._base, last)}
        step_only = replace(last, step=scene.step) == scene
        return names == {name for name, *_ in moved(last, scene)} and not step_only


def _weights(old: Scene, new: Scene) -> list[Moved]:
    """The numbers of a cell with one unit and one input."""
    pairs = zip(old.cell.graph.parameter, old.cell.arrays, new.cell.arrays, strict=True)
    return [(_name(name, kind=old.cell.kind), before[0][0], after[0][0]) for name, before, after in pairs]


def _inputs(old: Scene, new: Scene) -> list[Moved]:
    pairs = zip(old.inputs, new.inputs, strict=True)
    return [(_name("x", step), a[0], b[0]) for step, (a, b) in enumerate(pairs, start=1)]


def _initial(old: Scene, new: Scene) -> list[Moved]:
    words = translate("LastAction", "{state} at the start")
    return [
        (words.format(state=state.name), before[0], after[0])
        for state, before, after in zip(old.cell.graph.states, old.initial, new.initial, strict=True)
    ]


def _overrides(old: Scene, new: Scene) -> list[Moved]:
    before = {(item.state, item.step): item.value for item in old.overrides}
    after = {(item.state, item.step): item.value for item in new.overrides}
    return [
        (
            translate("LastAction", "{state} into t = {step}").format(state=state, step=step),
            before.get((state, step)),
            after.get((state, step)),
        )
        for state, step in sorted(before.keys() | after.keys())
    ]


def _number(value: float | None) -> str:
    return translate("LastAction", "computed") if value is None else number_text(value)


def _name(name: str, step: int = 0, kind: Kind = LSTM) -> str:
    return name_of(Quantity(name, step), translated, kind)
