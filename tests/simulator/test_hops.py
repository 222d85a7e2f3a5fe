"""Hops are taken back one by one, lead to where they can be seen, and end where a scene lacks a quantity."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.hops import Trail, feeds, looking_at
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.values import belongs
from tests.graph.kinds import drawn_scene, scenes_of_any_kind
from tests.simulator.scenes import plain_scene
from tests.simulator.test_any_kind import every_quantity_of

H, C, OLD = Quantity("h", 5), Quantity("c", 5), Quantity("c", 4)


def test_a_trail_goes_on_and_back() -> None:
    trail = Trail().to(H).to(C).to(C).to(OLD)
    assert trail.hops == (H, C, OLD)
    assert (trail.here, trail.back().here, trail.back().back().back()) == (OLD, C, Trail((H,)))
    assert trail.back_to(0) == Trail((H,))
    assert Trail().here is None
    assert Trail().back() == Trail()


def test_a_trail_ends_where_its_quantity_is_gone_and_forgets_what_is() -> None:
    trail = Trail((H, C, OLD))
    assert trail.within(plain_scene()) is trail
    assert trail.within(plain_scene(steps=4, step=4)) == Trail((OLD,))
    assert trail.within(plain_scene(steps=3, step=3)) == Trail()
    assert Trail().within(plain_scene()) == Trail()


def test_what_a_number_feeds_stands_in_the_order_of_time() -> None:
    assert feeds(C, plain_scene()) == (H, Quantity("c", 6))
    assert feeds(Quantity("b_f"), plain_scene()) == (Quantity("f", 5),)
    assert feeds(Quantity("h", 12), plain_scene()) == ()
    wide = drawn_scene(Kind.of("lstm"), 1, units=2, steps=2)
    assert [fed.unit for fed in feeds(Quantity("h", 1, 1), replace(wide, overrides=()))] == [1] * 4 + [0] * 4


@given(scenes_of_any_kind(max_units=2, max_steps=3), st.data())
def test_looking_at_a_number_shows_its_step_unit_and_input(scene: Scene, data: st.DataObject) -> None:
    quantity = data.draw(st.sampled_from(every_quantity_of(scene)))
    state = looking_at(SimState.of(scene), quantity)
    assert state.scene.step == (quantity.step or scene.step)
    assert (state.source if quantity.name == "x" else state.unit) == (
        quantity.source if quantity.name == "x" else quantity.unit
    )
    assert replace(state.scene, step=scene.step) == scene
    assert all(belongs(fed, scene) for fed in feeds(quantity, scene))
