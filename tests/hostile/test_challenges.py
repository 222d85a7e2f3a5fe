"""Graded cards whose files are hostile: each is refused in a sentence, at once."""

import json
import time
from typing import Any

import pytest

from lstm_gui import resource
from lstm_gui.lessons.challenge_file import parse_challenge
from tests.refusals import is_one_sentence, read_or_refused

SOUND: dict[str, Any] = json.loads(resource.read_text("challenges/a-gru-that-holds.json"))


def _nested(key: str, depth: int) -> object:
    goal: object = SOUND["goal"]
    for _ in range(depth):
        goal = {key: [goal]} if key in ("all", "any") else {key: goal}
    return goal


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"goal": _nested("all", 25)}, "nested more than 32 deep"),
        ({"goal": _nested("not", 25)}, "more than 8 goals deep"),
        ({"goal": {"all": [SOUND["goal"]] * 5_000}}, "1 to 12 goals"),
        ({"goal": "x" * 900_000}, "an object with named values"),
        ({"goal": [1] * 300_000}, "an object with named values"),
        ({"sequences": [{**SOUND["sequences"][0], "seeds": 10**9}]}, "from 1 to 64"),
        ({"sequences": SOUND["sequences"] * 5_000}, "1 to 12 sequences"),
        ({"hints": ["x"] * 100_000}, "0 to 6 hints"),
        ({"question": "$" * 601}, "601 characters"),
        ({"scene": "../../etc/passwd"}, "should name a bundled scene"),
        ({"title": "a\u202eb"}, "U+202E"),
    ],
)
def test_a_hostile_challenge_is_refused_at_once(changed: dict[str, Any], words: str) -> None:
    started = time.process_time()
    content = json.dumps({**SOUND, **changed}).encode()
    graded, sentence = read_or_refused(lambda: parse_challenge(content, "c.json"))
    assert graded is None
    assert words in sentence
    assert is_one_sentence(sentence)
    assert time.process_time() - started < 2
