"""No scene ships without a test of its caption, and each is small enough to read at first sight."""

import pytest

from lstm_gui.formats.deck_file import read_deck
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import MAX_STEPS, GateWeights, Scene
from lstm_gui.lessons.scene_file import parse_scene, scene_to_json
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.resource import resource_path
from lstm_gui.simulator.limits import limits
from lstm_gui.simulator.quantity import Quantity
from tests.lessons import (
    test_claims_of_comparisons,
    test_claims_of_directions,
    test_claims_of_gates,
    test_claims_of_gradients,
    test_claims_of_kinds,
    test_claims_of_programs,
    test_claims_of_sequences,
    test_claims_of_several_units,
    test_claims_of_uses,
)
from tests.lessons.claims import CAPTIONS, Run

ASKED_FOR = (
    "remember",
    "forget",
    "ignore-the-input",
    "write-once",
    "output-gate-closed",
    "saturation",
    "counter",
    "toggle",
    "leaky-integrator",
    "decay",
    "spike-response",
    "alternating-input",
)

CARDS = read_deck(resource_path("decks/lstm-fundamentals.toml")).deck.cards
AT_FIRST_SIGHT = sorted(
    {card.scene for card in CARDS if not card.challenge}
)  # what a person meets before they choose for themselves
LONG = ("relu-explodes", "half-life", "smooth-noise")  # what they show takes that long


def _weights(scene: Scene) -> dict[str, float]:
    def of(gate: str, weights: GateWeights) -> dict[str, float]:
        return {f"W_{gate}": weights.W[0][0], f"U_{gate}": weights.U[0][0], f"b_{gate}": weights.b[0]}

    return {name: value for gate in GATES for name, value in of(gate, scene.cell.gate(gate)).items()}


def test_every_scene_has_its_caption_checked() -> None:
    homes = (
        test_claims_of_comparisons,
        test_claims_of_directions,
        test_claims_of_gates,
        test_claims_of_gradients,
        test_claims_of_kinds,
        test_claims_of_programs,
        test_claims_of_sequences,
        test_claims_of_several_units,
        test_claims_of_uses,
    )
    tests = {name for home in homes for name in vars(home)}
    assert sorted(CAPTIONS) == sorted(scene_names())
    assert {f"test_{name.replace('-', '_')}" for name in scene_names()} <= tests


def test_the_scenes_asked_for_are_there() -> None:
    assert set(ASKED_FOR) <= set(scene_names())


def test_titles_are_told_apart() -> None:
    titles = [load(name).title for name in scene_names()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("name", AT_FIRST_SIGHT)
def test_a_scene_of_a_card_has_one_unit(name: str) -> None:
    cell = load(name).cell
    assert (cell.inputs, cell.units) == (1, 1)


@pytest.mark.parametrize("name", scene_names())
def test_a_scene_is_readable(name: str) -> None:
    scene = load(name)
    assert 10 <= scene.steps <= (24 if name in AT_FIRST_SIGHT else MAX_STEPS if name in LONG else 128)
    assert 1 <= scene.step <= scene.steps
    assert 0 < len(scene.title) <= 40
    assert scene.caption.count(". ") <= 1, "at most two sentences"
    assert scene.caption.endswith(".")
    assert len(scene.caption) <= 175


@pytest.mark.parametrize("name", AT_FIRST_SIGHT)
def test_its_numbers_are_readable_and_can_be_dragged_to(name: str) -> None:
    scene = load(name)
    for quantity, value in _weights(scene).items():
        reach = limits(Quantity(quantity))
        assert reach.low <= value <= reach.high
        assert abs(value) <= 10
    for value in (
        *_weights(scene).values(),
        *(x for (x,) in scene.inputs),
        *scene.initial_c,
        *scene.initial_h,
    ):
        assert round(value, 2) == value
    assert all(-1 <= x <= 1 for (x,) in scene.inputs)


@pytest.mark.parametrize("name", scene_names())
def test_it_reads_back_as_it_was(name: str) -> None:
    assert parse_scene(scene_to_json(load(name)), name) == load(name)


def test_first_sight_is_alive_at_the_step_shown() -> None:
    scene = load("remember")
    run = Run.of(scene)
    for curve in (run.x, run.f, run.i, run.g, run.o, run.c, run.h):
        assert abs(curve[scene.step]) > 0.1  # every wire of the diagram carries something
