"""What is presented to a class: the scenes that PgUp and PgDn step through, each as it was left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lstm_gui.lessons.scene import Scene
from lstm_gui.quiz.card import Card
from lstm_gui.simulator.state import SimState
from lstm_gui.strict_json import FileRefused


@dataclass(frozen=True)
class Lecture:
    """What is presented."""

    state: SimState  # where the person was
    scenes: Sequence[str]  # what PgUp and PgDn step through
    load: Callable[[str], Scene]  # raises FileRefused
    card: Card | None  # whose question can be shown


class LecturePlace:
    """Where in its list a lecture is; scenes stepped away from are kept as they were left."""

    def __init__(self, lecture: Lecture) -> None:
        self._lecture = lecture
        self._kept: dict[str, SimState] = {}
        self._at = self._place_of(lecture.state)

    @property
    def number(self) -> int:
        """Which scene of the list is shown, counted from 1; 0 for one that is none of them."""
        return 0 if self._at is None else self._at + 1

    def name_after(self, steps: int) -> str:
        """The scene so many steps on in the list, "" when there is no other."""
        last = len(self._lecture.scenes) - 1
        first = -1 if steps > 0 else last + 1  # from where one steps onto the list
        at = max(0, min(last, (first if self._at is None else self._at) + steps))
        return "" if last < 0 or at == self._at else self._lecture.scenes[at]

    def go_to(self, name: str, left: SimState) -> SimState:
        """Go to a scene, of the list or not; what is `left` is kept. Raises FileRefused, and stays then."""
        state = self._kept.get(name) or SimState.of(self._lecture.load(name))
        scenes = list(self._lecture.scenes)
        if self._at is not None:
            self._kept[scenes[self._at]] = left
        self._at = scenes.index(name) if name in scenes else None
        return state

    def _place_of(self, state: SimState) -> int | None:
        for place, name in enumerate(self._lecture.scenes):
            try:
                if self._lecture.load(name) == state.origin:
                    return place
            except FileRefused:
                continue  # told when it is stepped to
        return None
