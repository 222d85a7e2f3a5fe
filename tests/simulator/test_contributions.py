"""What a number is made of comes to it, for every kind of cell, and leads back to where it is from."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.graph.functions import FUNCTIONS
from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.simulator.causes import traced_causes
from lstm_gui.simulator.contributions import (
    SUMS,
    Contributions,
    Way,
    contributions,
    readdressed,
    source_of,
)
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.terms import Contributor
from lstm_gui.simulator.values import belongs, value_of
from tests.graph.kinds import drawn_scene, scenes_of_any_kind
from tests.simulator.scenes import plain_scene
from tests.simulator.test_any_kind import every_quantity_of


def frame_of(scene: Scene) -> Frame:
    return resolve(SimState.of(scene))


def comes_to(made: Contributions) -> float:
    """What the contributors come to, put together as they say."""
    numbers = [one.value for one in made.contributors]
    if made.way is Way.SQUASHED:
        return FUNCTIONS[made.function](math.fsum(numbers))
    if made.way is Way.QUOTIENT:
        return numbers[0] / numbers[1]
    if made.way is Way.PRODUCT:
        return math.prod(numbers)
    return max(numbers) if made.way is Way.LARGER else math.fsum(numbers)


def slack(made: Contributions) -> float:
    """A few of the last bits of the numbers that were reckoned with."""
    return 1e-14 * (1 + math.fsum(abs(one.value) for one in made.contributors))


@given(scenes_of_any_kind(max_units=2, max_steps=3))
@settings(max_examples=60)
def test_contributors_come_to_the_number(scene: Scene) -> None:
    frame = frame_of(scene)
    for quantity in every_quantity_of(scene):
        made = contributions(frame, quantity)
        assert made.value == value_of(frame, quantity)
        if made.contributors:
            assert comes_to(made) == pytest.approx(made.value, rel=1e-13, abs=slack(made))
        if made.way in SUMS:
            total = math.fsum(one.value for one in made.contributors)
            assert total == pytest.approx(made.inner, rel=1e-14, abs=slack(made))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: "-".join((kind.family, *kind.choices)))
def test_every_computed_number_of_every_kind_has_contributors_that_lead_on(kind: Kind) -> None:
    scene = drawn_scene(kind, 7, inputs=2, units=2, steps=3)
    frame = frame_of(scene)
    for quantity in every_quantity_of(scene):
        made = contributions(frame, quantity)
        reached = {on for one in made.contributors for on in one.quantities}
        assert all(belongs(on, scene) for on in reached)
        assert reached <= traced_causes(quantity, scene) | traced_causes(made.inside or quantity, scene)
        if quantity.name in scene.cell.graph.quantity:
            assert any(one.leads_to is not None for one in made.contributors)
            assert made.way is not Way.PARTS


def test_a_gate_is_squashed_from_the_terms_of_its_pre_activation() -> None:
    made = contributions(frame_of(plain_scene()), Quantity("f", 1))
    assert (made.way, made.function, made.inside) == (Way.SQUASHED, "σ", Quantity("z_f", 1))
    assert made.inner == pytest.approx(1.8)
    assert [(one.value, one.leads_to) for one in made.by_size] == [
        (1.2, Quantity("x", 1)),
        (0.6, Quantity("b_f")),
        (0.0, Quantity("h_previous", 1)),
    ]
    assert made.contributors[0].tokens == (Quantity("W_f"), "·", Quantity("x", 1))


def test_the_cell_state_leads_to_itself_a_step_before() -> None:
    frame = frame_of(plain_scene())
    made = contributions(frame, Quantity("c", 5))
    values = frame.cell.values
    assert made.way is Way.SUM
    assert [one.tokens for one in made.contributors] == [
        (Quantity("f", 5), "·", Quantity("c", 4)),
        (Quantity("i", 5), "·", Quantity("g", 5)),
    ]
    assert made.contributors[0].value == values["f"] * values["c_previous"]
    assert made.contributors[0].leads_to == Quantity("c", 4)


def test_a_product_has_factors() -> None:
    frame = frame_of(plain_scene())
    made = contributions(frame, Quantity("h", 5))
    assert made.way is Way.PRODUCT
    assert [(one.leads_to, one.value) for one in made.contributors] == [
        (Quantity("o", 5), frame.cell.values["o"]),
        (Quantity("tanh_c", 5), frame.cell.values["tanh_c"]),
    ]


@pytest.mark.parametrize(
    ("quantity", "way", "source"),
    [
        (Quantity("x", 3), Way.GIVEN, None),
        (Quantity("b_f"), Way.GIVEN, None),
        (Quantity("c_previous", 1), Way.INITIAL, None),
        (Quantity("c_previous", 3), Way.BY_HAND, None),
        (Quantity("c_previous", 4), Way.SAME, Quantity("c", 3)),
        (Quantity("h_previous", 3), Way.SAME, Quantity("h", 2)),
    ],
)
def test_what_no_equation_makes(quantity: Quantity, way: Way, source: Quantity | None) -> None:
    frame = frame_of(replace(plain_scene(), overrides=(Override(3, "c", 0, -0.5),)))
    made = contributions(frame, quantity)
    assert made.way is way
    assert [one.leads_to for one in made.contributors] == ([] if source is None else [source])
    assert source_of(frame, quantity) == (source or quantity)


def test_of_the_stabiliser_the_larger_counts() -> None:
    scene = drawn_scene(Kind.of("slstm"), 3, units=1, steps=4)
    frame = frame_of(replace(scene, overrides=()))
    made = contributions(frame, Quantity("m", 4))
    assert made.way is Way.LARGER
    assert [made.counts(one) for one in made.by_size].count(True) == 1
    assert contributions(frame, Quantity("h_tilde", 4)).way is Way.QUOTIENT


def test_an_output_without_its_gate_is_the_squashed_state() -> None:
    scene = drawn_scene(Kind.of("lstm", variant="NOG"), 3, units=1, steps=2)
    made = contributions(frame_of(scene), Quantity("h", 2))
    assert made.way is Way.SAME
    assert made.contributors[0].leads_to == Quantity("tanh_c", 2)


def test_a_share_that_is_left_stands_in_brackets() -> None:
    scene = replace(drawn_scene(Kind.of("gru"), 3, units=2, inputs=1, steps=2), overrides=())
    made = contributions(frame_of(scene), Quantity("h", 2, 1))
    assert made.contributors[0].tokens == (
        *("(", "1", " − ", Quantity("z", 2, 1), ")", "·"),
        Quantity("n", 2, 1),
    )
    assert made.contributors[1].leads_to == Quantity("h", 1, 1)
    coupled = drawn_scene(Kind.of("lstm", variant="CIFG"), 3, units=1, steps=1)
    share = contributions(frame_of(coupled), Quantity("f", 1))
    assert [one.tokens for one in share.contributors] == [("1",), ("−", Quantity("i", 1))]
    assert share.contributors[0].leads_to is None


def test_what_is_not_a_number_comes_first() -> None:
    parts = [Contributor(value, ()) for value in (1.0, -3.0, math.nan, 2.0)]
    made = Contributions(Quantity("c", 1), 0.0, Way.SUM, tuple(parts))
    assert [one.value for one in made.by_size][1:] == [-3.0, 2.0, 1.0]


@given(st.integers(1, 4))
def test_other_addresses_change_no_number(by: int) -> None:
    made = contributions(frame_of(plain_scene()), Quantity("f", 5))
    moved = readdressed(made, lambda one: replace(one, step=one.step + by) if one.step else one)
    assert moved.quantity == Quantity("f", 5 + by)
    assert moved.inside == Quantity("z_f", 5 + by)
    assert [one.value for one in moved.contributors] == [one.value for one in made.contributors]
    assert moved.contributors[0].tokens == (Quantity("W_f"), "·", Quantity("x", 5 + by))


@pytest.mark.parametrize(
    ("values", "way", "reach"),
    [
        ((), Way.SUM, 1.0),
        ((0.0, 0.0), Way.SUM, 1.0),
        ((0.3, -0.04), Way.SUM, 0.5),
        ((1.0, 0.5), Way.SUM, 1.0),
        ((0.3, 0.2), Way.PRODUCT, 1.0),
        ((3.0, 0.2), Way.PRODUCT, 5.0),
        ((-70.0, math.inf, math.nan), Way.SUM, 100.0),
    ],
)
def test_bars_are_measured_by_a_round_number(values: tuple[float, ...], way: Way, reach: float) -> None:
    parts = tuple(Contributor(value, ()) for value in values)
    assert Contributions(Quantity("c", 1), 0.0, way, parts).reach == pytest.approx(reach)


def test_what_is_divided_stays_first() -> None:
    parts = (Contributor(1.0, ()), Contributor(4.0, ()))
    made = Contributions(Quantity("c", 1), 0.25, Way.QUOTIENT, parts)
    assert made.by_size == parts
