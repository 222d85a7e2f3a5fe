"""A question out of any state of the simulator, which the simulator itself grades: what is this number?"""

import math
from dataclasses import dataclass, replace

from lstm_gui.lessons.challenge import Asked, Predict
from lstm_gui.lessons.challenge_file import LONGEST_TITLE
from lstm_gui.lessons.challenge_text import prediction_to_json
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import scene_to_json
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.card import CHALLENGE_ENDING, SCENE_ENDING, Card, Medium, medium_name
from lstm_gui.simulator.graded.grade import right_answer, scene_of
from lstm_gui.simulator.graded.result import Unfit
from lstm_gui.simulator.number_text import number_text

_LEAST_TOLERANCE = 0.05  # as near as a hand drags a marker, and also the share of a large number
_OF_A_CURVE = 0.1  # as near as a hand draws one: its run is asked for, and each of its steps is graded
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Wording:
    """What a person says of the question they ask."""

    question: str
    topic: str = ""
    hints: tuple[str, ...] = ()
    why: str = ""


def askable(scene: Scene) -> tuple[str, ...]:
    """The quantities of which one can ask: those with one number a unit at each step."""
    graph = scene.cell.graph
    return tuple(one.name for one in graph.computed if not graph.is_matrix(one.name))


def asked_about(
    scene: Scene,
    name: str,
    unit: int,
    first: int,
    last: int,
    wording: Wording,
    tolerance: float | None = None,
) -> Predict:
    """The question for `name` of a unit (0 is the first) from step `first` to `last` (1 is the first).

    What the scene's caption claims could give the answer away, so the scene in the question has none. It
    opens at the step before the first one asked for. A tolerance that is not said is a twentieth of the
    largest number, at least 0.05, and twice that for a curve. Raises Unfit where the simulator has no
    finite number to grade by.
    """
    if scene.backward is not None:
        raise Unfit("A scene that is read in both directions cannot be asked about; ask about one direction.")
    begun = replace(scene, caption="", step=max(1, first - 1))
    title = in_one_line(scene.title, LONGEST_TITLE)
    asked = Asked(title, wording.topic, title, wording.question, wording.hints, wording.why, begun)
    least = _LEAST_TOLERANCE if first == last else _OF_A_CURVE
    card = Predict(asked, name, unit, first, last, tolerance or least)
    right = right_answer(card)
    if not all(math.isfinite(value) for value in right):
        raise Unfit("The simulator has no number there to grade by: the run left the numbers before.")
    if tolerance is not None:
        return card
    return replace(card, tolerance=round(least * max(1.0, *map(abs, right)), 4))


def card_of(asked: Predict, uid: str, tags: tuple[str, ...] = ()) -> tuple[Card, tuple[Medium, ...]]:
    """The card that asks it, with the media it names: the question, and the scene that shows the answer."""
    shown = replace(scene_of(asked), step=asked.last)
    question = _medium(prediction_to_json(asked), CHALLENGE_ENDING)
    scene = _medium(scene_to_json(shown), SCENE_ENDING)
    card = Card(
        uid,
        front=asked.asked.question,
        back=answer_text(asked),
        topic=asked.asked.topic,
        why=asked.asked.why,
        tags=tags,
        scene=scene.name,
        challenge=question.name,
    )
    return card, (question, scene)


def answer_text(asked: Predict) -> str:
    """The right answer in a line: "c = 0.59 at t = 5"."""
    symbol = scene_of(asked).cell.graph.symbol(asked.name)
    numbers = ", ".join(number_text(value, _DECIMALS) for value in right_answer(asked))
    if asked.count == 1:
        return f"{symbol} = {numbers} at t = {asked.first}"
    return f"{symbol} = {numbers} from t = {asked.first} to {asked.last}"


def _medium(text: str, ending: str) -> Medium:
    content = text.encode()
    return Medium(medium_name(content, ending), content)
