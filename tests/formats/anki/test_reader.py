"""The cards of a package are those that Anki shows, and no database inside it does anything but lie there."""

import io
import sqlite3
import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.anki import collection as kinds
from lstm_gui.formats.anki import database as guarded
from lstm_gui.formats.anki import reader
from lstm_gui.formats.anki.reader import read_package
from lstm_gui.formats.preview import Preview
from tests.formats.anki.packages import (
    BASIC,
    CLOZE,
    FORGET,
    INPUT,
    REVERSED,
    VERSIONS,
    Collection,
    Note,
    archive,
    database,
    package,
)
from tests.refusals import is_one_sentence, read_or_refused

NOTES = [
    Note((r"What is <b>\(f_t\)</b>?", "The forget gate<br>of $5"), tags=" gates  lstm "),
    Note(("f", "forget"), REVERSED, cards=(0, 1), deck=INPUT),
    Note(("The {{c1::forget}} gate, {{c2::c::what?}}", "more"), CLOZE, cards=(0, 1), deck=INPUT),
]


def read(collection: Collection, version: int = 1) -> Preview:
    return read_package(io.BytesIO(package(collection, version)), "d.apkg", "d")


def refusal(content: bytes) -> str:
    with pytest.raises(FileRefused) as caught:
        read_package(io.BytesIO(content), "d.apkg", "d")
    assert is_one_sentence(str(caught.value))
    return str(caught.value)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_gives_the_cards(version: int) -> None:
    preview = read(Collection(NOTES), version)
    assert (preview.deck.name, preview.source, preview.skipped) == ("Gates", "d.apkg", ())
    assert [(card.topic, card.front, card.back) for card in preview.deck.cards] == [
        ("Forget", "What is $f_t$?", "The forget gate\nof \\$5"),
        ("Input", "f", "forget"),
        ("Input", "forget", "f"),
        ("Input", "The […] gate, c", "The forget gate, c\nmore"),
        ("Input", "The forget gate, [what?]", "The forget gate, c\nmore"),
    ]
    assert preview.deck.cards[0].tags == ("gates", "lstm")
    assert len({card.uid for card in preview.deck.cards}) == 5


@given(st.lists(st.text(max_size=20), min_size=2, max_size=8))
@settings(max_examples=30)
def test_all_versions_agree_whatever_the_fields_say(texts: list[str]) -> None:
    clean = [text.replace("\x1f", "").encode(errors="ignore").decode() for text in texts]
    notes = [Note(("Q" + one, "A" + other)) for one, other in pairwise(clean)]
    first, *rest = (read(Collection(notes), version) for version in VERSIONS)
    assert len(first.deck.cards) + len(first.skipped) == len(notes)
    assert rest == [first, first]


def test_a_uid_hangs_on_the_note_alone() -> None:
    one = read(Collection([Note(("q", "a"), guid="g", deck=FORGET)])).deck
    other = read(Collection([Note(("x", "y")), Note(("new", "words"), guid="g", deck=INPUT)])).deck
    assert one.cards[0].uid in {card.uid for card in other.cards}
    assert one.name == "Gates::Forget"


def test_decks_that_share_nothing_are_named_by_the_file() -> None:
    decks = {FORGET: "A::B", INPUT: "C"}
    deck = read(Collection([Note(("q", "a")), Note(("r", "b"), deck=INPUT)], decks)).deck
    assert (deck.name, [card.topic for card in deck.cards]) == ("d", ["A › B", "C"])


GOOD = Note(("q", "a"), guid="good")


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        (Note(("q", "a"), cards=()), "has no card"),
        (Note(("q", "a"), kind=9), "is of a note type that is not in the package"),
        (Note(("q", "a"), guid="good"), "has the same id as note 1"),
        (Note(("q",)), "card 1 has no answer"),
        (Note(("", "a")), "card 1 has no question"),
        (Note(("<br>", "<script>x</script>")), "card 1 is blank"),
        (Note(("q", "a"), cards=(3,)), "card 4 is of a kind that its note type does not have"),
        (Note(("{{c2::f}}",), CLOZE), "card 1 has no gap of the number 1"),
        (Note(("q" * 10_001, "a")), "card 1 is longer than 10000 characters"),
        (Note(("q" * 100_001, "a")), "is longer than 100000 characters"),
        (Note(("q" * 400_001, "a")), "is longer than 100000 characters"),
        (Note(("{{c1::image-occlusion:rect:left=.1::image-occlusion:rect}}",), CLOZE), "card 1 hides parts"),
    ],
)
def test_a_note_that_is_no_card_is_left_out_with_the_reason(note: Note, reason: str) -> None:
    preview = read(Collection([GOOD, note]))
    assert [card.front for card in preview.deck.cards] == ["q"]
    assert [(part.line, part.counted) for part in preview.skipped] == [(2, "note")]
    assert preview.skipped[0].reason.startswith(reason)


def spoilt(sql: str) -> Callable[[sqlite3.Connection], None]:
    def run(connection: sqlite3.Connection) -> None:
        connection.executescript(sql)

    return run


RECURSION = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        (
            "ALTER TABLE notes RENAME TO n;"
            f"CREATE VIEW notes AS {RECURSION} SELECT i id, i guid, 1 mid, i tags, i flds FROM n;",
            'no table "notes"',
        ),
        ("DROP TABLE cards", 'no table "cards"'),
        ("DROP TABLE cards; CREATE VIRTUAL TABLE cards USING fts5(nid, did, ord, odid)", 'no table "cards"'),
        ("DROP TABLE col", 'no table "col"'),
        ("DELETE FROM col", "is empty"),
        ("UPDATE col SET models = '[]'", "cannot be understood"),
        ("UPDATE col SET models = zeroblob(100)", "is not JSON"),
        ("UPDATE col SET models = replace(hex(zeroblob(5000)), '0', '[')", "deep"),
        ("UPDATE col SET decks = '{\"x\": 1}'", "cannot be understood"),
        ("UPDATE col SET decks = NULL", "cannot be understood"),
        ("UPDATE cards SET ord = 'x'", "its card 1 cannot be understood"),
        ("UPDATE cards SET ord = 1e6", "its card 1 cannot be understood"),
        ("DELETE FROM cards", "no card that can be read: its first note has no card"),
        ("DELETE FROM notes", "has no card in it"),
        ("UPDATE notes SET flds = x'ff'", "its first note holds bytes that are no text"),
        ("UPDATE notes SET flds = NULL", "its first note holds something that is no text"),
        ("ALTER TABLE cards DROP COLUMN odid", "no collection of Anki"),
        ("ALTER TABLE cards DROP COLUMN odid; ALTER TABLE cards ADD odid AS (abs(nid))", 'no table "cards"'),
    ],
)
def test_a_strange_database_is_refused(sql: str, words: str) -> None:
    assert words in refusal(package(Collection([GOOD], after=spoilt(sql)), 1))


def test_a_database_with_triggers_and_views_beside_is_read() -> None:
    sql = (
        "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END;"
        f"CREATE VIEW v AS {RECURSION} SELECT * FROM n;"
    )
    assert len(read(Collection([GOOD], after=spoilt(sql))).deck.cards) == 1


def test_a_database_that_keeps_a_log_beside_it_is_read() -> None:
    content = bytearray(database(Collection([GOOD]), 1))
    content[18:20] = b"\x02\x02"
    packed = archive({"collection.anki2": bytes(content)})
    assert len(read_package(io.BytesIO(packed), "d.apkg", "d").deck.cards) == 1


def test_what_is_no_database_is_refused() -> None:
    for content in (b"", b"SQLite format 3\0", b"text" * 1000, database(Collection([GOOD]), 1)[:5000]):
        assert "damaged" in refusal(archive({"collection.anki2": content}))


@pytest.mark.parametrize(
    ("name", "words"),
    [("MAX_CARDS", "more than 1 cards"), ("MAX_WORK", "too much text")],
)
def test_too_many_cards_and_too_much_text_are_refused(
    name: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = package(Collection([GOOD, Note(("r", "b"))]), 1)
    monkeypatch.setattr(reader, name, 1)
    assert words in refusal(content)


@pytest.mark.parametrize("version", [1, 3])
@pytest.mark.parametrize("name", ["MAX_KINDS", "MAX_TEMPLATE"])
def test_too_many_note_types_and_long_templates_are_refused(
    name: str, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, name, 2)
    assert "cannot be understood" in refusal(package(Collection([GOOD]), version))


@pytest.mark.parametrize("version", VERSIONS)
@given(st.data())
@settings(max_examples=40)
def test_a_spoilt_collection_is_read_or_refused(version: int, data: st.DataObject) -> None:
    content = bytearray(database(Collection(NOTES), version))
    for _ in range(data.draw(st.integers(1, 30))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    name = "collection.anki21" if version == 3 else "collection.anki2"
    packed = archive({name: bytes(content)})
    preview, sentence = read_or_refused(lambda: read_package(io.BytesIO(packed), "d.apkg", "d"))
    assert preview is not None or is_one_sentence(sentence)


@pytest.mark.parametrize("mark", ["<b>", "&lt;", r"\(", "[$]", "{{c1::"])
def test_a_package_of_marks_alone_is_broken_off(mark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_WORK", 1_000_000)
    assert "too much text" in refusal(package(Collection([GOOD, Note((mark * 14_000, "a"))] * 2), 1))


def test_a_template_of_marks_alone_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_WORK", 1_000_000)
    sql = f"UPDATE col SET models = replace(models, '<hr id', '{'<b>' * 30_000}<hr id')"
    assert "too much text" in refusal(package(Collection([GOOD], after=spoilt(sql)), 1))


def test_ten_thousand_cards_are_read_in_time() -> None:
    notes = [Note((f"What is <b>{n}</b>?", f"A gate &amp; {n}<br>more"), BASIC) for n in range(10_000)]
    content = package(Collection(notes), 3)
    start = time.thread_time()
    deck = read_package(io.BytesIO(content), "d.apkg", "d").deck
    assert (len(deck.cards), time.thread_time() - start < 3) == (10_000, True)


def test_a_check_that_never_ends_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    content = package(Collection([GOOD] * 50), 1)
    monkeypatch.setattr(guarded, "CHECK_SECONDS", -1.0)
    monkeypatch.setattr(guarded, "_STEPS", 1)
    assert "takes too long" in refusal(content)
