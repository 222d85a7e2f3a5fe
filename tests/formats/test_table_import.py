"""Tables come in as Anki, spreadsheets and people write them; a row that is no card says why."""

import codecs
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.deck_import import preview_file
from lstm_gui.formats.deck_text import decode_text
from lstm_gui.formats.preview import Preview
from lstm_gui.formats.table_export import write_csv, write_tsv
from lstm_gui.formats.table_import import MAX_ROWS, read_table
from lstm_gui.plain_text import without_hidden
from lstm_gui.quiz.card import Card, Deck
from tests.refusals import is_one_sentence, read_or_refused

texts = st.text(st.characters(codec="utf-8"), max_size=20).map(without_hidden)
filled = texts.filter(lambda text: text.strip() != "").map(str.strip)
words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


def read(text: str) -> Preview:
    """The table in a text."""
    return read_table(decode_text(text.encode(), "deck.csv"), "deck.csv", "Deck")


def fronts_and_backs(text: str) -> list[tuple[str, str]]:
    """What became cards."""
    return [(card.front, card.back) for card in read(text).deck.cards]


cards = st.builds(
    Card,
    uid=words,
    front=filled,
    back=filled,
    topic=words | st.just(""),
    formula=texts.map(str.strip),
    why=texts.map(str.strip),
    tags=st.lists(words | words.map(lambda word: f"a {word}"), max_size=3, unique=True).map(tuple),
    scene=words | st.just(""),
    challenge=words | st.just(""),
)


@given(st.lists(cards, min_size=1, max_size=5, unique_by=lambda card: card.uid), words, words)
def test_what_is_exported_comes_back_the_same(made: list[Card], name: str, about: str) -> None:
    deck = Deck(name, tuple(made), about)
    for content in (write_tsv(deck), write_csv(deck)):
        preview = read(content.decode())
        assert (preview.deck, preview.skipped) == (deck, ())


@pytest.mark.parametrize("delimiter", ["\t", ";", "|", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_delimiter_is_guessed_and_shown(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [("What is σ?", '"A ""gate"",\nor so"'), ("What is c?", "The state")]
    path = tmp_path / "My deck.csv"
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode(encoding))
    preview = preview_file(path)
    assert [card.back for card in preview.deck.cards] == ['A "gate",\nor so', "The state"]
    assert preview.deck.name == "My deck"
    named = {"\t": "tabs", ";": "semicolons", "|": "bars", ",": "commas"}[delimiter]
    assert preview.notes == (f"Its cells are separated by {named}, as it seems.", "Columns: 1 front, 2 back.")


def test_the_lines_of_anki_are_understood() -> None:
    text = (
        "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
        'B<$&!\tBasic\tNets::LSTM\tWhat is <b>f</b>?<br>Is \\(f\\).\t"x &lt; 1 <img src=""a.png"">"\tgate σ\n'
    )
    (card,) = read(text).deck.cards
    assert card == Card(
        "B<$&!", "What is **f**?\nIs $f$.", "x < 1 [picture: a.png]", "Nets::LSTM", tags=("gate", "σ")
    )


def test_columns_are_known_by_name() -> None:
    preview = read("Topic,Answer,Question,Colour\ngates,That,What?,red\n")
    (card,) = preview.deck.cards
    assert (card.front, card.back, card.topic) == ("What?", "That", "gates")
    assert preview.notes[1] == "Columns: 1 topic, 2 back, 3 front; not read: 4."
    named = read("#separator:Pipe\n#columns:Back|Front\n#tags:new old\n#deck:Gates\nThat|What?\n").deck
    assert (named.name, named.cards[0].front, named.cards[0].tags) == ("Gates", "What?", ("new", "old"))


def test_each_row_left_out_says_why_and_where() -> None:
    long = "x" * 10_001
    text = f'a,"b\nb"\n,c\nd\na,"b\nb"\n\n{long},e\n"#f",g\n'
    preview = read(text)
    assert [(part.line, part.reason) for part in preview.skipped] == [
        (3, "has no question"),
        (4, "has no answer"),
        (5, "says the same as line 1"),
        (8, "has a question of more than 10000 characters"),
    ]
    assert [card.front for card in preview.deck.cards] == ["a", "#f"]
    twice = read("uid,front,back\n1,a,b\n1,c,d\n")
    assert [part.reason for part in twice.skipped] == ["has the same uid as line 2"]


def test_the_same_question_twice_keeps_two_cards_apart_at_every_reading() -> None:
    first, second = read("a,b\na,c\n").deck.cards
    assert first.uid != second.uid
    assert [card.uid for card in read("a,B\na,C\n").deck.cards] == [first.uid, second.uid]


def test_quotation_marks_that_do_not_pair_are_read_as_they_stand_between_tabs() -> None:
    preview = read('"f" is\twhat?\nc\t"so\n')
    assert [(card.front, card.back) for card in preview.deck.cards] == [('"f" is', "what?"), ("c", '"so')]
    assert preview.notes[-1] == "Quotation marks do not pair and were read as they stand."


@pytest.mark.parametrize(
    "text",
    [
        'a,b\n"c,d\n',
        '"' + "a,b\n" * 50_000,
        "#separator:nonsense\na,b\n",
        "#tags column:x\na,b\n",
        "#tags column:99999999\na,b\n",
        "#separator:tab\n",
        "one\ntwo\n",
        ",\n,\n",
        "a,b\n" * (MAX_ROWS + 1),
        "\n" * 16_000_000,
        "," * 16_000_000,
        "a," * 90_000 + "\n",
        "<" * 100_000,
        "#html:true\na,b" + "<script>" * 20_000 + "\n",
        "#" * 1_000_000,
        "#" + " " * 9_000 + "\na,b\n",
        "a,b\n" * 50 + "," * 1_001 + "\n",
        ("aa," * 100 + "\n") * 20_001,
        codecs.BOM_UTF8.decode() * 10,
    ],
    ids=range(19),
)
def test_what_is_hostile_or_broken_is_refused_in_a_sentence_or_read_quickly(text: str) -> None:
    start = time.process_time()
    _, sentence = read_or_refused(lambda: read(text))
    assert time.process_time() - start < 2
    assert not sentence or is_one_sentence(sentence)


@given(st.text(st.sampled_from("#abc:separator htmlcolumns1\t;|,\"\n<>&'=\\")), st.booleans())
def test_anything_is_read_or_refused(text: str, head: bool) -> None:
    preview, sentence = read_or_refused(lambda: read("#separator:tab\n#html:true\n" * head + text))
    assert is_one_sentence(sentence) if preview is None else preview.deck.cards


def test_a_text_of_unknown_kind_with_tabs_is_a_table(tmp_path: Path) -> None:
    path = tmp_path / "deck.txt"
    path.write_text("What?\tThat\nWhy?\tSo\n", encoding="utf-8")
    assert len(preview_file(path).deck.cards) == 2
    path.write_text("What?\tThat\nor not\n", encoding="utf-8")
    with pytest.raises(FileRefused, match="no deck that can be recognised"):
        preview_file(path)


def test_an_older_table_of_ours_keeps_its_guarded_cells() -> None:
    head = "#separator:Comma\n#columns:uid,front,back,topic,formula,why,tags,scene\n"
    card = read_table(head + "u,'=1+1,a,,,,,\n", "d.csv", "d").deck.cards[0]
    assert (card.front, card.challenge) == ("=1+1", "")


def test_how_the_columns_were_understood_is_shown_with_their_first_cells() -> None:
    look = read_table(
        "what\tnote\tanswer\n" + "d\te\tf\n\tg\n" * 4, "x.tsv", "X", ("front", "-", "back")
    ).table
    assert look is not None
    assert look.roles == ("front", "-", "back")
    assert look.rows == (("what", "note", "answer"), ("d", "e", "f"), ("", "g", ""), ("d", "e", "f"))
    titled = read_table(f"question\tanswer\nq\t{'a' * 100}\n", "x.tsv", "X").table
    assert titled is not None
    assert titled.roles == ("front", "back")
    assert [len(cell) for cell in titled.rows[0]] == [1, 60]
