"""In a challenge the named knobs and the inputs move, as far as the example needs; all else stays."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from lstm_gui.lessons.challenge import Challenge
from lstm_gui.lessons.challenge_file import challenge_names, load_challenge
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.graded.bounds import Bounds
from lstm_gui.simulator.graded.grade import grade_scene
from lstm_gui.simulator.quantity import Quantity

CHALLENGES = {name: card for name in challenge_names() if isinstance(card := load_challenge(name), Challenge)}


def begun(card: Challenge) -> tuple[Controller, list[str]]:
    """A controller within the bounds of a challenge, and where it notes what was refused."""
    refused: list[str] = []

    def at_once(callback: Callable[[], None]) -> None:
        callback()

    bounds = Bounds(card, lambda: refused.append("no"))
    controller = Controller(at_once)
    controller.open(bounds.scene)
    controller.bounds = bounds
    return controller, refused


@pytest.mark.parametrize("name", CHALLENGES)
def test_every_challenge_is_solved_by_its_knobs_alone(name: str) -> None:
    card = CHALLENGES[name]
    controller, refused = begun(card)
    for knob in card.knobs:
        quantity = Quantity(knob.name, 0, knob.unit, knob.source)
        controller.begin_edit(quantity)
        controller.edit(quantity, knob.solution)
        controller.end_edit()
    assert grade_scene(card, controller.state.scene).passed
    assert refused == []


def test_nothing_else_is_moved() -> None:
    controller, refused = begun(CHALLENGES["a-quarter-left"])
    before = controller.state
    controller.set_value(Quantity("b_o"), 3.0)
    controller.begin_edit(Quantity("W_f"))
    controller.edit(Quantity("W_f"), 3.0)
    controller.end_edit()
    controller.set_value(Quantity("c_previous", 1), 0.2)
    changed = replace(before.scene, initial=tuple((0.5,) for _ in before.scene.initial))
    controller.change(replace(before, scene=changed), "start elsewhere")
    assert controller.state == before
    assert len(refused) >= 4
    assert controller.undo_label == ""


def test_inputs_may_be_tried_out() -> None:
    controller, refused = begun(CHALLENGES["a-quarter-left"])
    controller.set_value(Quantity("x", 2), 1.0)
    controller.set_length(6)
    assert controller.state.scene.inputs[1] == (1.0,)
    assert controller.state.scene.steps == 6
    assert refused == []
    assert controller.limits(Quantity("x", 2)).high < 10
