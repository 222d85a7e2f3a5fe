"""What is kept of a direction is what would be worked out anew."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator import sides
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import look_at, set_length, set_step, set_value, turn
from lstm_gui.simulator.values import can_be_set, value_of
from tests.simulator.both_ways import plain_both_ways, scenes_both_ways
from tests.simulator.test_direction import every_quantity_both_ways

PARTS = ("cell", "backward_cell", "timeline", "operating", "equations", "weights", "transport")


def anew(state: SimState) -> Frame:
    sides._kept.clear()
    return resolve(state)


@settings(max_examples=40)
@given(scenes_both_ways(max_units=2), st.data())
def test_whatever_is_done_each_frame_is_what_it_would_be_anew(scene: Scene, data: st.DataObject) -> None:
    state, settable = (
        SimState.of(scene),
        [one for one in every_quantity_both_ways(scene) if can_be_set(one, scene)],
    )
    shown = []
    for _ in range(data.draw(st.integers(2, 5))):
        moved = data.draw(st.sampled_from(settable))
        state = data.draw(
            st.sampled_from(
                (
                    set_value(state, moved, data.draw(st.sampled_from((0.0, 0.5, -1.0)))),
                    turn(state, not state.looks_back),
                    set_step(state, data.draw(st.integers(1, scene.steps))),
                    look_at(state, 1, 0),
                    replace(state, origin=state.scene),
                )
            )
        )
        shown.append((state, resolve(state)))
    for state, frame in shown:
        fresh = anew(state)
        assert all(getattr(frame, name) == getattr(fresh, name) for name in PARTS)
        assert frame.backward is not None
        assert fresh.backward is not None
        assert frame.backward.state == fresh.backward.state


def test_a_drag_of_one_cell_works_out_that_cell_alone() -> None:
    state = SimState.of(plain_both_ways())
    before = resolve(state)
    ahead = resolve(set_value(state, Quantity("b_f"), 1.0))
    assert ahead.backward is not None
    assert before.backward is not None
    assert ahead.backward.trace is before.backward.trace
    assert ahead.trace is not before.trace
    bias = Quantity("b_f", backward=True)
    back = resolve(set_value(state, bias, 1.0))
    assert value_of(back, bias) == 1.0
    shorter = resolve(set_length(state, 6))
    assert shorter.backward is not None
    assert len(shorter.arrays["h"]) == len(shorter.backward.arrays["h"]) == 6
