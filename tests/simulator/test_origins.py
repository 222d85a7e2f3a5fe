"""What is shown of where a number comes from, also of the cell that reads from the end."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.contributions import SUMS, Way
from lstm_gui.simulator.direction import mirrored
from lstm_gui.simulator.explain import equation
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.hops import Trail, looking_at
from lstm_gui.simulator.origins import OriginsPart, origins_part
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.values import belongs, value_of
from tests.simulator.both_ways import plain_both_ways, scenes_both_ways
from tests.simulator.scenes import plain_scene


def frame_of(scene: Scene) -> Frame:
    return resolve(SimState.of(scene))


def part_at(scene: Scene, *hops: Quantity, every_step: bool = False) -> OriginsPart:
    return origins_part(frame_of(scene), Trail(hops), every_step=every_step)


def test_a_number_comes_with_its_equation_and_what_it_feeds() -> None:
    scene, h, c = plain_scene(), Quantity("h", 5), Quantity("c", 5)
    part = part_at(scene, h, c)
    assert (part.here, part.trail, part.sizes) == (c, Trail((h, c)), (1, 1))
    assert part.equation == equation(frame_of(scene).trace, scene, c)
    assert part.feeds == (h, Quantity("c", 6))
    assert part.made.way is Way.SUM
    assert part.is_memory
    assert part_at(scene, c, every_step=True).made.way is Way.OVER_TIME
    assert part_at(scene, h, every_step=True).made.way is Way.PRODUCT
    assert not part_at(scene, h).is_memory


def test_what_is_given_has_no_equation() -> None:
    assert part_at(plain_scene(), Quantity("b_f")).equation is None
    with pytest.raises(ValueError, match="nowhere"):
        part_at(plain_scene())


def test_the_same_numbers_make_the_same_part() -> None:
    c = Quantity("c", 5)
    assert part_at(plain_scene(), c) == part_at(plain_scene(), c)


def test_what_reads_from_the_end_leads_to_later_steps() -> None:
    scene = plain_both_ways()
    c = Quantity("c", 5, backward=True)
    part = part_at(scene, c)
    assert [one.leads_to for one in part.made.contributors] == [
        Quantity("c", 6, backward=True),
        Quantity("g", 5, backward=True),
    ]
    assert part.equation is not None
    assert part.equation.quantity == c
    gate = part_at(scene, Quantity("f", 5, backward=True)).made
    assert gate.inside == Quantity("z_f", 5, backward=True)
    assert gate.contributors[0].tokens == (Quantity("W_f", backward=True), "·", Quantity("x", 5))
    assert looking_at(SimState.of(scene), c).looks_back
    last = part_at(scene, Quantity("c", 12, backward=True), every_step=True).made.contributors[-1]
    assert last.leads_to == Quantity("c_previous", 12, backward=True)


@given(scenes_both_ways(max_units=2, max_steps=3))
@settings(max_examples=25)
def test_both_directions_add_up(scene: Scene) -> None:
    frame = frame_of(scene)
    there = mirrored(scene)
    assert there.cell.units == scene.cell.units
    for name in scene.cell.graph.main:
        for step in range(1, scene.steps + 1):
            here = Quantity(name, step, scene.cell.units - 1, backward=True)
            made = origins_part(frame, Trail((here,)), every_step=True).made
            assert made.value == value_of(frame, here)
            for one in made.contributors:
                assert all(belongs(quantity, scene) for quantity in one.quantities)
            if made.way in SUMS:
                reach = 1 + math.fsum(abs(one.value) for one in made.contributors)
                total = math.fsum(one.value for one in made.contributors)
                assert total == pytest.approx(made.inner, rel=0, abs=1e-12 * reach)


def test_a_frame_of_one_direction_shows_what_is_asked_of_it() -> None:
    ahead = replace(plain_both_ways(), backward=None)
    assert part_at(ahead, Quantity("c", 5)) == part_at(plain_scene(), Quantity("c", 5))
