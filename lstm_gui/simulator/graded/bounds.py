"""What a challenge lets a person move: the knobs that it names, and the inputs, to try them out."""

from lstm_gui.lessons.challenge import Challenge
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.graded.grade import refuse_other_changes, scene_of
from lstm_gui.simulator.graded.result import Unfit
from lstm_gui.simulator.quantity import Quantity


def may_move(card: Challenge, quantity: Quantity) -> bool:
    """Whether a quantity is one of the knobs, or an input."""
    return quantity.name == "x" or any(
        (knob.name, knob.unit, knob.source) == (quantity.name, quantity.unit, quantity.source)
        for knob in card.knobs
    )


def fits(card: Challenge, scene: Scene) -> bool:
    """Whether nothing but the knobs and the inputs was changed."""
    try:
        refuse_other_changes(card, scene_of(card), scene)
    except Unfit:
        return False
    return True
