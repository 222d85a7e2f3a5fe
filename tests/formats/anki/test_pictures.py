"""Pictures that cards name come along under names of ours; all other media stay where they are."""

import io
import os
import unicodedata
import zipfile

import pytest

from lstm_gui.formats.anki import pictures
from lstm_gui.formats.anki.reader import read_package
from lstm_gui.formats.anki.writer import write_package
from lstm_gui.formats.preview import Preview
from lstm_gui.quiz.card import Card, Deck, Medium, medium_name
from tests.formats.anki.packages import VERSIONS, Collection, Note, archive, package
from tests.formats.images import KINDS, image

RED, BLUE = image(), image(colour="blue")
RED_NAME, BLUE_NAME = medium_name(RED, ".png"), medium_name(BLUE, ".png")


def read(html: str, *media: tuple[str, bytes], version: int = 1) -> Preview:
    content = package(Collection([Note((html, "a"))], media=media), version)
    return read_package(io.BytesIO(content), "d.apkg", "d")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_picture_comes_with_its_card_in_every_version(version: int) -> None:
    html = 'see <img alt="the [forget] gate" src="f&amp;g.png"><br>and <IMG SRC=other.png>'
    media = ("unused.png", image("GIF")), ("f&g.png", RED), ("other.png", BLUE)
    deck = read(html, *media, version=version).deck
    assert deck.cards[0].front == f"see ![the (forget) gate]({RED_NAME})\nand ![]({BLUE_NAME})"
    assert deck.media == (Medium(RED_NAME, RED), Medium(BLUE_NAME, BLUE))


def test_the_same_content_is_kept_once_whatever_it_is_called() -> None:
    deck = read('<img src="a.png"><img src="b.jpg"><img src="a.png">', ("a.png", RED), ("b.jpg", RED)).deck
    assert [medium.name for medium in deck.media] == [RED_NAME]  # its content says that it is a PNG


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_picture_is_named_by_its_content(kind: str) -> None:
    content = image(kind)
    assert read('<img src="x.bin">', ("x.bin", content)).deck.media[0].name.endswith(KINDS[kind])


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.png",
        "/etc/passwd",
        "C:\\CON",
        "CON",
        "nul.png",
        "a\u202egnp.exe",
        "x" * 300,
        "e\u0301.png",
    ],
)
def test_a_strange_name_leads_nowhere_but_to_the_picture(name: str) -> None:
    deck = read(f'<img src="{name}">', (name, RED)).deck
    assert deck.media == (Medium(RED_NAME, RED),)
    assert deck.cards[0].front == f"![]({RED_NAME})"


def test_names_that_look_the_same_are_told_apart_or_left_out() -> None:
    one, other = (unicodedata.normalize(form, "é.png") for form in ("NFC", "NFD"))
    twins = read(f'<img src="{one}"><img src="{other}">', (one, RED), (other, BLUE)).deck
    assert [medium.content for medium in twins.media] == [RED, BLUE]
    assert read(f'<img src="{one}">', (other, BLUE)).deck.media[0].content == BLUE
    assert read('<img src="a%20b.png">', ("a b.png", BLUE)).deck.media[0].content == BLUE


@pytest.mark.parametrize(
    ("source", "media", "why"),
    [
        ("https://a.test/x.png", (), "from where nothing is fetched"),
        ("//a.test/x.png", (), "from where nothing is fetched"),
        ("file:///etc/passwd", (), "from where nothing is fetched"),
        ("gone.png", (), "not in the package"),
        ("x.svg", (("x.svg", b"<svg><use href='#a'/></svg>"),), "an SVG"),
        ("x.mp4", (("x.mp4", b"\0\0\0 ftypmp42"),), "no PNG, JPEG, GIF or WebP"),
        ("big.png", (("big.png", RED[:16] + b"\0\0\xff\xff" * 2 + RED[24:]),), "more than 16 million"),
        ("long.png", (("long.png", RED + os.urandom(8_000_001)),), "larger than 8 MB"),
        ("zeros.png", (("zeros.png", RED + bytes(7_000_000)),), "damaged"),
    ],
)
def test_what_is_left_out_is_said_with_its_reason(
    source: str, media: tuple[tuple[str, bytes], ...], why: str
) -> None:
    preview = read(f'q <img src="{source}">', *media)
    assert preview.deck.media == ()
    assert preview.deck.cards[0].front.startswith("q [picture")
    (note,) = preview.notes
    assert note.startswith("1 picture is left out, being ")
    assert why in note


def test_a_list_of_media_that_is_damaged_costs_the_pictures_alone() -> None:
    whole = package(Collection([Note(('<img src="a.png">', "a"))], media=[("a.png", RED)]), 1)
    for spoilt in (b"[]", b"{", b'{"x": "a.png"}', b'{"9999": "a.png"}', b'{"0": ["a.png"]}'):
        with zipfile.ZipFile(io.BytesIO(whole)) as zipped:
            entries = {name: zipped.read(name) for name in zipped.namelist()} | {"media": spoilt}
        preview = read_package(io.BytesIO(archive(entries)), "d.apkg", "d")
        assert preview.deck.cards[0].front == "[picture: a.png]"
        assert len(preview.notes) == 1


def test_pictures_beyond_the_cap_stay_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_PICTURES", len(RED) + 10)
    html = '<img src="a.png"><img src="b.png">'
    preview = read(html, ("a.png", RED), ("b.png", BLUE))
    assert [medium.content for medium in preview.deck.media] == [RED]
    assert "MB of pictures that a deck may bring" in preview.notes[0]


def test_pictures_scenes_and_graded_cards_leave_and_come_back() -> None:
    scene, graded = b'{"scene": 1}', b'{"challenge": 1}'
    names = medium_name(scene, ".scene.json"), medium_name(graded, ".challenge.json")
    card = Card(
        "u",
        f"![f < 1 & more]({RED_NAME})",
        "a",
        why=f"why ![]({BLUE_NAME})",
        scene=names[0],
        challenge=names[1],
    )
    contents = (RED_NAME, RED), (BLUE_NAME, BLUE), (names[0], scene), (names[1], graded)
    deck = Deck("Gates::Forget", (card,), "About <it>\nand $c_t$.", tuple(Medium(*each) for each in contents))
    preview = read_package(io.BytesIO(write_package(deck)), "d.apkg", "d")
    assert (preview.deck, preview.notes) == (deck, ())


def test_a_scene_that_stayed_behind_keeps_its_name() -> None:
    name = medium_name(b"one", ".scene.json")
    deck = Deck("G", (Card("u", "q", "a", scene=name),))
    assert read_package(io.BytesIO(write_package(deck)), "d.apkg", "d").deck == deck


def test_a_scene_that_is_not_what_its_name_says_is_taken_away() -> None:
    name = medium_name(b"one", ".scene.json")
    forged = Deck("G", (Card("u", "q", "a", scene=name),), media=(Medium(name, b"another"),))
    deck = read_package(io.BytesIO(write_package(forged)), "d.apkg", "d").deck
    assert (deck.cards[0].scene, deck.media) == ("", ())
