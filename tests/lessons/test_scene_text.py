"""A scene as a text comes back equal; anything else gets one sentence, soon, and nothing opens."""

import base64
import random
import time
import tracemalloc
import zlib
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileRefused
from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import MAX_INPUTS, MAX_STEPS, MAX_UNITS, Override, Scene
from lstm_gui.lessons.scene_file import MAX_BYTES, MAX_CAPTION, MAX_OVERRIDES, parse_scene, scene_to_json
from lstm_gui.lessons.scene_text import MAX_LENGTH, scene_to_text, text_to_scene
from tests.graph.kinds import drawn_scene, scenes_of_any_kind

NAME = "The pasted text"
GOLDEN = Path(__file__).parents[1] / "data"


def packed(content: bytes, version: str = "1", check: str | None = None) -> str:
    """A text that holds any bytes."""
    letters = base64.urlsafe_b64encode(zlib.compress(content, 9)).decode().rstrip("=")
    return f"lstmlab{version}.{letters}.{check or f'{zlib.crc32(content):08x}'}"


def refusal(text: str) -> str:
    """The one sentence that a text gets."""
    with pytest.raises(FileRefused) as caught:
        text_to_scene(text, NAME)
    sentence = str(caught.value)
    assert sentence.startswith(NAME)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 300
    return sentence


@given(scenes_of_any_kind())
def test_it_comes_back_equal(scene: Scene) -> None:
    assert text_to_scene(scene_to_text(scene), NAME) == scene


@pytest.mark.parametrize("name", scene_names())
def test_a_bundled_scene_is_short(name: str) -> None:
    scene = load(name)
    text = scene_to_text(scene)
    assert text_to_scene(text, NAME) == scene
    assert text.isascii()
    assert len(text) < (1600 if scene.steps <= 128 else 4500)


@pytest.mark.parametrize("kind", KINDS)
def test_the_largest_scene_fits(kind: Kind) -> None:
    rng = np.random.default_rng(0)
    scene = drawn_scene(kind, 1, MAX_INPUTS, MAX_UNITS, MAX_STEPS)
    arrays = tuple(tuple(map(tuple, rng.random(np.shape(rows)).tolist())) for rows in scene.cell.arrays)
    places = list(product(range(1, MAX_STEPS + 1), ["h"], range(MAX_UNITS)))[:MAX_OVERRIDES]
    scene = replace(
        scene,
        caption="".join(chr(code) for code in rng.integers(0x4E00, 0x9000, MAX_CAPTION)),
        cell=replace(scene.cell, arrays=arrays),
        inputs=tuple(map(tuple, rng.random((MAX_STEPS, MAX_INPUTS)).tolist())),
        overrides=tuple(Override(*place, float(rng.random())) for place in places),
        labels=tuple(f"{code:012x}" for code in rng.integers(2**40, 2**48, MAX_STEPS)),
    )
    text = scene_to_text(scene)
    assert len(text) < MAX_LENGTH / 2
    assert text_to_scene(text, NAME) == scene


def test_a_text_of_before_still_opens() -> None:
    text = (GOLDEN / "scene-text-1.txt").read_text(encoding="ascii")
    assert text_to_scene(text, NAME) == parse_scene((GOLDEN / "scene-1.json").read_bytes(), "scene-1.json")


@given(st.data())
def test_line_breaks_and_blanks_are_passed_over(data: st.DataObject) -> None:
    scene = load("remember")
    text = scene_to_text(scene)
    for _ in range(data.draw(st.integers(0, 20))):
        place = data.draw(st.integers(0, len(text)))
        text = (
            text[:place]
            + data.draw(st.sampled_from([" ", "\n", "\r\n", "\t", "\u00a0", "\u200b"]))
            + text[place:]
        )
    assert text_to_scene(text, NAME) == scene


@given(st.text())
def test_any_text_gets_a_sentence(text: str) -> None:
    refusal(text)


@given(st.text(alphabet="abcXYZ019-_.=", max_size=60), st.sampled_from(["lstmlab", "lstmlab1.", "lstmlab0."]))
def test_what_begins_like_a_scene_gets_a_sentence(text: str, beginning: str) -> None:
    refusal(beginning + text)


@given(st.data())
def test_one_letter_changed_lost_or_doubled_is_noticed(data: st.DataObject) -> None:
    text = scene_to_text(load("remember"))
    place = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("aB3-_.é\0"))
    changed = data.draw(
        st.sampled_from(
            [
                text[:place] + letter + text[place + 1 :],
                text[:place] + text[place + 1 :],
                text[:place] + text[place : place + 1] + text[place:],
            ]
        )
    )
    if changed != text:
        try:
            assert text_to_scene(changed, NAME) == load("remember")  # spare bits of base64 may differ
        except FileRefused:
            refusal(changed)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "begins with"),
        ("lstmlab", "is not whole"),
        ("lstmlab1.abc", "is not whole"),
        ("lstmlab1.ab+/.00000000", "is not whole"),
        ("lstmlab1.a.00000000", "damaged"),
        ("lstmlab1.abcd.00000000", "damaged"),
        (packed(b"{}", check="00000000"), "damaged"),
        (packed(b"{}", version="2"), "newer LSTM Lab"),
        (packed(b"{}", version="9" * 9), "newer LSTM Lab"),
        (packed(b"{}"), "is not a scene of LSTM Lab"),
        (packed(b"\xff\xfe"), "not UTF-8"),
        (packed(b"[" * 100_000), "deep"),
        (packed(b'{"format": "lstm-lab-scene", "version": 1, "title": NaN}'), "finite"),
        (scene_to_json(load("remember")), "begins with"),
    ],
)
def test_a_refusal_says_why(text: str, words: str) -> None:
    assert words in refusal(text)


def test_what_follows_the_compressed_part_or_lacks_is_refused() -> None:
    whole = zlib.compress(scene_to_json(load("remember")).encode())
    for content in (whole + b"more", whole[:-1], whole[: len(whole) // 2]):
        letters = base64.urlsafe_b64encode(content).decode().rstrip("=")
        assert "damaged" in refusal(f"lstmlab1.{letters}.00000000")


@pytest.mark.parametrize("length", [MAX_LENGTH + 1, 20_000_000])
def test_a_text_that_is_too_long_is_not_looked_at(length: int) -> None:
    start = time.thread_time()
    assert f"{length} characters" in refusal("lstmlab1." + "A" * (length - 9))
    assert time.thread_time() - start < 1


def test_a_bomb_is_stopped_at_the_size_of_a_scene() -> None:
    bomb = packed(b" " * 300_000_000)
    assert len(bomb) < MAX_LENGTH
    tracemalloc.start()
    assert "more than 1 MB" in refusal(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * MAX_BYTES


def test_noise_of_every_length_gets_a_sentence() -> None:
    noise = random.Random(0)
    for _ in range(300):
        letters = base64.urlsafe_b64encode(noise.randbytes(noise.randrange(200))).decode().rstrip("=")
        refusal(f"lstmlab1.{letters}.{noise.randrange(2**32):08x}")
