"""The pointer rests on the knob that it is on, or keeps to the step at which something is pinned."""

from lstm_gui.simulator.pointer import Pointer
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_step
from lstm_gui.simulator.words import as_written
from tests.simulator.both_ways import plain_both_ways

HERE = SimState.of(plain_both_ways(step=5))
C5 = Quantity("c", 5, backward=True)


def test_it_goes_along_with_the_step_shown_unless_it_stays() -> None:
    pointer = Pointer()
    assert pointer.turn_to(C5, stays=False)
    assert not pointer.turn_to(C5, stays=False)
    pointer.follow(None, HERE)
    pointer.follow(HERE, set_step(HERE, 7))
    assert pointer.at == Quantity("c", 7, backward=True)
    pointer.follow(HERE, set_step(HERE, 6))
    assert pointer.at == Quantity("c", 7, backward=True)
    pointer.turn_to(C5, stays=True)
    pointer.follow(HERE, set_step(HERE, 7))
    assert pointer.at == C5


def test_it_lights_what_the_scene_has() -> None:
    pointer, frame = Pointer(), resolve(HERE)
    assert pointer.light(frame, as_written) is None
    pointer.turn_to(C5, stays=False)
    lit = pointer.light(frame, as_written)
    assert lit is not None
    assert lit.focus == C5
    pointer.turn_to(Quantity("c", 50), stays=False)
    assert pointer.light(frame, as_written) is None
