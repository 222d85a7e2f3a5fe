"""A deck with its history: imported elsewhere it is the same, and a file that is not whole is refused."""

import json
import time
from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats import json_deck
from lstm_gui.formats.deck_import import preview_file
from lstm_gui.formats.json_deck import read_json_deck, write_json
from lstm_gui.formats.json_entry import quick_rating, read_entry
from lstm_gui.quiz.card import Card, Deck, Medium, medium_name
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.store.collection import Collection
from lstm_gui.strict_fields import Field
from tests.formats.images import image
from tests.refusals import is_one_sentence, read_or_refused
from tests.store.study import NOW, deck, event, rate
from tests.store.test_whole_deck import nested


def b64(content: bytes) -> str:
    """Bytes as base64."""
    return b64encode(content).decode()


texts = st.text(st.characters(codec="utf-8"), max_size=12)
filled = texts.filter(lambda text: text.strip() != "")
cards = st.builds(
    Card,
    uid=filled,
    front=filled,
    back=filled,
    topic=texts,
    formula=texts,
    why=texts,
    tags=st.lists(texts, max_size=3).map(tuple),
    scene=texts,
)
steps = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from([None, *Rating]), st.integers(-9, 90), st.booleans()),
    max_size=12,
)


def fill(collection: Collection, made: Deck, steps: list[Any]) -> None:
    """Import a deck and review it: which card, its rating or None to take one back, days before, cram."""
    collection.import_deck(made, NOW)
    now = NOW
    for which, rating, days, cram in steps:
        now += timedelta(days=days, seconds=7)
        uid = made.cards[which % len(made.cards)].uid
        if rating is None:
            collection.undo(now)
        else:
            rate(collection, uid, rating, now, "cram" if cram else "review")


@given(st.lists(cards, min_size=1, max_size=4, unique_by=lambda card: card.uid), texts, steps)
@settings(max_examples=25)
def test_exported_and_imported_elsewhere_it_is_the_same_collection(
    tmp_path_factory: pytest.TempPathFactory, made: list[Card], about: str, steps: list[Any]
) -> None:
    home, away = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("away")
    whole = Deck("Gates", tuple(made), about)
    with Collection.open(home, now=NOW) as one, Collection.open(away, now=NOW) as two:
        fill(one, whole, steps)
        content = write_json(whole, one.entries("Gates"))
        path = away / "deck.jsonl"
        path.write_bytes(content)
        preview = preview_file(path)
        assert (preview.deck, list(preview.history)) == (whole, list(one.entries("Gates")))
        report = two.import_deck(preview.deck, NOW, preview.history)
        assert report.ratings == sum(isinstance(entry, ReviewEvent) for entry in preview.history)
        for collection in (one, two):
            assert collection.cards("Gates") == made
            assert write_json(whole, collection.entries("Gates")) == content
            collection.verify()
        assert one.decks(NOW, 20)[0] == two.decks(NOW, 20)[0]
        assert all(one.memory(card.uid) == two.memory(card.uid) for card in made)
        assert two.import_deck(preview.deck, NOW, preview.history).ratings == 0


def rated(folder: Path) -> list[dict[str, Any]]:
    """The lines of a deck of two cards with one rating."""
    with Collection.open(folder, now=NOW) as collection:
        collection.import_deck(deck(2), NOW)
        given = event(collection, "card-0")
    return [json.loads(line) for line in write_json(deck(2), [given]).splitlines()]


def written(lines: list[Any]) -> bytes:
    """The lines as a file."""
    return "\n".join(json.dumps(line) for line in lines).encode()


def test_each_wrong_value_is_refused_by_its_line_and_place(tmp_path: Path) -> None:
    lines = rated(tmp_path)
    assert read_json_deck(written(lines), "deck.jsonl").history
    rating = lines[3]["rating"]
    values: list[Any] = [[], {}, "x", -1e300, 10**20, True]
    right = [("mode", "x"), ("correct", True)]
    wrong = [{key: value} for key in rating for value in values if (key, value) not in right]
    for part in wrong:
        with pytest.raises(FileRefused, match=r"^deck\.jsonl \(line 4\): ") as caught:
            read_json_deck(written([*lines[:3], {"rating": rating | part}]), "deck.jsonl")
        assert is_one_sentence(str(caught.value))
    blank = {"card": lines[1]["card"] | {"uid": " "}}
    others: list[Any] = [lines[1], lines[3], {"card": {}}, {}, [], blank, lines[1] | lines[3]]
    for other in others:
        with pytest.raises(FileRefused, match=r"^deck\.jsonl \(line 5\)"):
            read_json_deck(written([*lines, other]), "deck.jsonl")


def test_a_file_cut_anywhere_is_refused_or_ends_with_a_line(tmp_path: Path) -> None:
    content = written(rated(tmp_path))
    ends = {index for index, byte in enumerate(content) if byte == ord("\n")} | {
        index + 1 for index, byte in enumerate(content) if byte == ord("\n")
    }
    for end in range(len(content)):
        preview, sentence = read_or_refused(lambda end=end: read_json_deck(content[:end], "deck.jsonl"))  # type: ignore[misc]
        assert preview is None or end in ends
        assert preview is not None or is_one_sentence(sentence)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"[" * 300_000,
        b"\n" * 60_000_000,
        b"\xff",
        b"{}",
        b'{"format":"lstm-lab-deck","version":3}',
    ],
    ids=range(7),
)
def test_what_is_hostile_is_refused_in_a_sentence(content: bytes) -> None:
    start = time.process_time()
    preview, sentence = read_or_refused(lambda: read_json_deck(content, "deck.jsonl"))
    assert time.process_time() - start < 2
    assert preview is None
    assert is_one_sentence(sentence)


def test_pictures_decks_inside_and_what_is_set_for_them_come_back(tmp_path: Path) -> None:
    content = image()
    picture = Medium(medium_name(content, ".png"), content)
    scene = Medium(medium_name(b"{}", ".scene.json"), b"{}")
    whole = nested()
    first = replace(whole.cards[0], back=f"![a]({picture.name})", scene=scene.name, challenge="hold")
    whole = replace(whole, cards=(first, *whole.cards[1:]), media=(picture, scene))
    with Collection.open(tmp_path / "one", now=NOW) as one, Collection.open(tmp_path / "two", now=NOW) as two:
        one.import_deck(whole, NOW)
        written = write_json(one.deck("LSTM"), one.entries("LSTM"))
        two.import_deck(read_json_deck(written, "d.jsonl").deck, NOW)
        assert two.deck("LSTM") == whole
        assert write_json(two.deck("LSTM"), two.entries("LSTM")) == written


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ({"medium": {"name": "x.png", "content": ""}}, "a name that its content does not lead to"),
        ({"medium": {"name": medium_name(b"x", ".png"), "content": "eA=="}}, "no PNG"),
        ({"medium": {"name": medium_name(b"x", ".exe"), "content": "eA=="}}, "does not lead to"),
        ({"medium": {"name": medium_name(image(), ".gif"), "content": b64(image())}}, "an ending"),
        ({"medium": {"name": "x.png", "content": "€"}}, "no base64"),
        ({"part": {"name": "", "retention": 3}}, "a number from"),
        ({"part": {"name": "a\nb"}}, "one line"),
        ({"card": {"uid": "z", "front": "q", "back": "a", "suspended": 1}}, "true or false"),
        ({"withdrawn": {"uuid": "x"}}, "lacks"),
    ],
)
def test_a_line_that_cannot_be_meant_is_refused(line: dict[str, Any], words: str) -> None:
    head = {"format": "lstm-lab-deck", "version": 2, "name": "Gates"}
    with pytest.raises(FileRefused, match=r"^d\.jsonl \(line 2\)") as caught:
        read_json_deck(written([head, line]), "d.jsonl")
    assert words in str(caught.value)
    assert is_one_sentence(str(caught.value))


@pytest.mark.parametrize(
    ("name", "lines"),
    [("MAX_CARDS", 1), ("MAX_PARTS", 2), ("MAX_MEDIA", 3), ("MAX_LINES", 0)],
)
def test_more_than_can_be_held_is_refused(name: str, lines: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_deck, name, 1)
    head = {"format": "lstm-lab-deck", "version": 2, "name": "Gates"}
    cards = [{"card": {"uid": uid, "front": "q", "back": "a"}} for uid in "ab"]
    parts = [{"part": {"name": name}} for name in "ab"]
    media = [{"medium": {"name": medium_name(image(), ".png"), "content": b64(image())}}]
    kinds = {1: cards, 2: parts, 3: media, 0: cards}
    with pytest.raises(FileRefused, match="more than") as caught:
        read_json_deck(written([head, *kinds[lines]]), "d.jsonl")
    assert is_one_sentence(str(caught.value))


def test_a_history_is_read_from_its_file_anew(tmp_path: Path) -> None:
    path = tmp_path / "deck.jsonl"
    path.write_bytes(written(rated(tmp_path / "c")))
    history = preview_file(path).history
    assert list(history) == list(history)
    path.unlink()
    with pytest.raises(FileRefused):
        list(history)


def test_the_quick_way_reads_what_the_careful_one_reads(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as collection:
        fill(collection, deck(4), [(n, Rating(n % 5 + 1), n, n % 3 == 0) for n in range(12)])
        content = write_json(collection.deck("Gates"), collection.entries("Gates"))
    lines = content.splitlines(keepends=True)[5:]
    uids = {card.uid for card in deck(4).cards}
    for line in lines:
        careful = read_entry("rating", Field(json.loads(line)["rating"], "d"), uids)
        assert quick_rating(line, uids) == careful
        for part in (b'"rating": ', b'"due_day": ', b'"lapses": ', b'"at_ms": ', b'"mode": '):
            for wrong in (b"x", b"1e99", b"[", b'"\xff', b"99999999999999999999", b"true, ", b"0"):
                assert quick_rating(line.replace(part, part + wrong), uids) is None
        assert quick_rating(line, set()) is None
        assert quick_rating(line.replace(b'"uid": "', b'"uid": "\xff'), uids) is None


def test_a_file_of_the_first_version_is_read(tmp_path: Path) -> None:
    head, *cards, rating = rated(tmp_path)
    first = {**head, "version": 1}
    plain = [{"card": {key: card["card"][key] for key in ("uid", "front", "back", "tags")}} for card in cards]
    given = {
        key: value
        for key, value in rating["rating"].items()
        if key not in ("confidence", "correct", "hints", "retention", "exam_day")
    }
    preview = read_json_deck(written([first, *plain, {"rating": given}]), "deck.jsonl")
    assert (len(preview.deck.cards), len(preview.history), preview.deck.media) == (2, 1, ())
