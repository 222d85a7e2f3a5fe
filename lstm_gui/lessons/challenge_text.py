"""A prediction as the text of a challenge file, with its whole scene in it: what `challenge_file` reads."""

from lstm_gui.lessons.challenge import Predict
from lstm_gui.lessons.challenge_file import FORMAT, VERSION, parse_challenge
from lstm_gui.lessons.json_layout import laid_out
from lstm_gui.lessons.scene_file import scene_values


def prediction_to_json(card: Predict) -> str:
    """The text, which reads back equal. Raises FileRefused when it would not read back."""
    asked = card.asked
    scene = asked.scene if isinstance(asked.scene, str) else scene_values(asked.scene)
    values = {
        "format": FORMAT,
        "version": VERSION,
        "kind": "predict",
        "title": asked.title,
        "topic": asked.topic,
        "concept": asked.concept,
        "question": asked.question,
        "hints": list(asked.hints),
        "why": asked.why,
        "scene": scene,
        "what": card.name,
        "unit": card.unit + 1,
        "first": card.first,
        "last": card.last,
        "tolerance": card.tolerance,
    }
    text = laid_out(values) + "\n"
    parse_challenge(text, "This question")
    return text
