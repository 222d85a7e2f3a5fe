"""From one kind of cell to the next and the next: there is always a way, and what comes of it is a scene."""

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import EVERY_KIND, Kind
from lstm_gui.simulator.remembered import Remembered
from lstm_gui.simulator.switch import switched
from tests.graph.kinds import drawn_scene


@given(st.integers(0, 2**32), st.permutations(EVERY_KIND))
def test_from_any_kind_to_any_other_there_is_a_way(seed: int, order: list[Kind]) -> None:
    """A state that nobody gives in one cell, as n of an mLSTM, may be given in the other."""
    scene, remembered = drawn_scene(order[0], seed), Remembered()
    for kind in order[:6]:
        result = switched(scene, kind, remembered)
        scene, remembered = result.scene, result.remembered
        assert len(scene.initial) == len(scene.cell.graph.states)
        assert {one.state for one in scene.overrides} <= {state.name for state in scene.cell.graph.states}
