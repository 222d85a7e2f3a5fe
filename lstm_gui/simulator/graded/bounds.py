"""What a challenge lets a person move: the knobs that it names, and the inputs, to try them out."""

from collections.abc import Callable
from functools import cached_property

from lstm_gui.lessons.challenge import Challenge
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.graded.grade import refuse_other_changes, scene_of
from lstm_gui.simulator.graded.result import Unfit
from lstm_gui.simulator.limits import ladder
from lstm_gui.simulator.quantity import Quantity


class Bounds:
    """The bounds of one challenge; a controller asks them before it changes anything."""

    def __init__(self, card: Challenge, refused: Callable[[], None]) -> None:
        """`refused()` is called whenever something else was to be moved."""
        self._card, self._refused = card, refused
        self._knobs = {(knob.name, knob.unit, knob.source) for knob in card.knobs}

    @cached_property
    def scene(self) -> Scene:
        """The scene as the challenge begins."""
        return scene_of(self._card)

    def may_move(self, quantity: Quantity) -> bool:
        """Whether a quantity is a knob, or an input."""
        return self.moves(quantity) or self._told()

    def moves(self, quantity: Quantity) -> bool:
        """The same, asked without anybody having tried."""
        return quantity.name == "x" or self._is_knob(quantity)

    def fits(self, scene: Scene) -> bool:
        """Whether nothing but knobs and inputs differs from where the challenge begins."""
        try:
            refuse_other_changes(self._card, self.scene, scene)
        except Unfit:
            return self._told()
        return True

    def reach(self, quantity: Quantity) -> float:
        """How far a knob can be moved at least: to the example, and all of them as far."""
        if not self._is_knob(quantity):
            return 0.0
        return ladder(max(abs(value) for knob in self._card.knobs for value in (knob.start, knob.solution)))

    def _is_knob(self, quantity: Quantity) -> bool:
        return (quantity.name, quantity.unit, quantity.source) in self._knobs

    def _told(self) -> bool:
        self._refused()
        return False
