"""Questions and answers come off a Brainscape page intact, and what does not is listed."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats import brainscape
from lstm_gui.formats.brainscape import looks_like_page, read_page
from lstm_gui.formats.preview import Skipped
from lstm_gui.quiz.card import Card
from tests.formats.pages import RATING, card_text, page_text
from tests.refusals import is_one_sentence, read_or_refused

REAL = (Path(__file__).parent.parent / "data" / "brainscape-lstm.txt").read_text(encoding="utf-8")
FRAME_LINES = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "Q",
    "A",
    "Perfectly",
    "Not at all",
    "How well did you know this?",
    "",
]

# Lines of an answer may look like any part of the frame; only the first line with an A divides.
ANSWERS = st.lists(st.sampled_from([*FRAME_LINES, "a gate", "σ(z) = 1"]), min_size=1, max_size=12)
QUESTIONS = st.lists(
    st.sampled_from(["Perfectly", "5", "What is a gate?", "How well did you know this?", ""]), max_size=4
)
ENDINGS = st.sampled_from(["\n", "\r\n", "\r"])


def joined(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def texts(lines: st.SearchStrategy[list[str]]) -> st.SearchStrategy[str]:
    return lines.map(joined).filter(lambda text: text.strip() != "" and RATING.strip() not in text)


def fronts_and_backs(cards: tuple[Card, ...]) -> list[tuple[str, str]]:
    return [(card.front, card.back) for card in cards]


@given(
    st.lists(st.tuples(texts(QUESTIONS), texts(ANSWERS)), min_size=1, max_size=4, unique=True),
    ENDINGS,
    st.booleans(),
)
def test_cards_survive_whatever_their_lines_look_like(
    cards: list[tuple[str, str]], ending: str, marked: bool
) -> None:
    page = page_text(cards).replace("\n", ending)
    preview = read_page("\ufeff" * marked + page)
    assert fronts_and_backs(preview.deck.cards) == cards
    assert (preview.deck.name, preview.skipped) == ("LSTM", ())
    assert len({card.uid for card in preview.deck.cards}) == len(cards)


def test_the_real_page_gives_its_nine_cards() -> None:
    preview = read_page(REAL, "page.txt")
    assert preview.deck.name == "Long Short-Term Memory (LSTM)"
    assert (preview.skipped, preview.source) == ((), "page.txt")
    assert [card.front for card in preview.deck.cards] == [
        "Long Short-Term Memory (LSTM)",
        "Introduction",
        "Memory Cells",
        "Gates",
        "Handling Long Sequences",
        "Backpropagation Through Time (BPTT)",
        "Use Cases",
        "Variations",
        "Challenges",
    ]
    # An independent reading: on this page every answer is the one long line after its A.
    assert [card.back for card in preview.deck.cards] == re.findall(r"^A\n\n(.+)$", REAL, re.MULTILINE)


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n\n", "  \n", "\u2028"])
@pytest.mark.parametrize("tail", ["", "\n", "\n\n\n"])
def test_line_endings_make_no_difference(ending: str, tail: str) -> None:
    assert read_page((REAL.rstrip("\n") + tail).replace("\n", ending)) == read_page(REAL)


def test_a_page_cut_anywhere_gives_its_whole_cards() -> None:
    whole = read_page(REAL).deck.cards
    for place in range(REAL.index("Q\n") + 2, len(REAL)):
        started = len(re.findall(r"^\d\nQ$", REAL[:place], re.MULTILINE))
        preview = read_page(REAL[:place])
        found = preview.deck.cards
        assert len(found) + len(preview.skipped) in (started, started + 1)
        assert [card.uid for card in found] == [card.uid for card in whole[: len(found)]]
        assert found[:-1] == whole[: max(0, len(found) - 1)]
        if found:  # the last answer may be cut off, or have "H" or "Ho" of the prompt under it
            assert whole[len(found) - 1].back.startswith(re.sub(r"\n\nHo?$", "", found[-1].back))


@pytest.mark.parametrize("letters", range(3, len(RATING)))
def test_a_page_cut_within_the_rating_keeps_its_last_card(letters: int) -> None:
    preview = read_page(page_text([("one", "first")]) + card_text(2, "two", "second", RATING[:letters]))
    assert fronts_and_backs(preview.deck.cards) == [("one", "first"), ("two", "second")]
    assert preview.skipped == ()


@pytest.mark.parametrize(
    ("rest", "reason", "text"),
    [
        ("2\nQ\n\nWhat is", "card 2 has no answer: the page ends here", "What is"),
        ("2\nQ\n\nWhat is\n\nA\n\n", "card 2 has no answer: the page ends here", "What is"),
        ("2\nQ", "card 2 is blank: the page ends here", ""),
        ("2\n", "it stands outside of the cards", "2"),
    ],
)
def test_a_page_cut_before_the_answer_lists_its_last_card(rest: str, reason: str, text: str) -> None:
    page = page_text([("one", "first")])
    preview = read_page(page + rest)
    assert fronts_and_backs(preview.deck.cards) == [("one", "first")]
    assert preview.skipped == (Skipped(page.count("\n") + 1, reason, text),)


def test_blank_cards_are_listed_with_line_and_reason() -> None:
    page = page_text([("one", "first"), ("", ""), ("three", ""), ("", "fourth"), ("five", "fifth")])
    preview = read_page(page)
    assert fronts_and_backs(preview.deck.cards) == [("one", "first"), ("five", "fifth")]
    assert [(part.reason, part.text) for part in preview.skipped] == [
        ("card 2 is blank", ""),
        ("card 3 has no answer", "three"),
        ("card 4 has no question", "fourth"),
    ]
    lines = page.split("\n")
    assert [lines[part.line - 1] for part in preview.skipped] == ["2", "3", "4"]


def test_a_card_too_long_is_listed() -> None:
    preview = read_page(page_text([("one", "x" * (brainscape.MAX_TEXT + 1)), ("two", "second")]))
    assert fronts_and_backs(preview.deck.cards) == [("two", "second")]
    assert preview.skipped == (Skipped(3, "card 1 is longer than 10000 characters", "one"),)


def test_what_stands_around_the_cards_is_listed() -> None:
    page = page_text([("one", "first")], "LSTM Flashcards\nby Ada") + "\n© Brainscape\n\nHelp\n"
    preview = read_page(page)
    assert preview.deck.name == "LSTM"
    assert fronts_and_backs(preview.deck.cards) == [("one", "first")]
    assert [(part.line, part.text) for part in preview.skipped] == [(2, "by Ada"), (22, "© Brainscape Help")]


def test_a_page_without_ratings_is_divided_by_its_numbers() -> None:
    page = "LSTM\n" + "".join(card_text(n, f"question {n}", f"answer {n}\n7\nQ", "") for n in (1, 2, 3))
    backs = [card.back for card in read_page(page).deck.cards]
    assert backs == ["answer 1\n7\nQ", "answer 2\n7\nQ", "answer 3\n7\nQ"]


def test_a_card_that_lost_its_rating_ends_where_the_numbers_go_on() -> None:
    page = (
        "LSTM\n"
        + card_text(1, "one", "first", "")
        + card_text(2, "two", "second")
        + card_text(3, "three", "third")
    )
    assert fronts_and_backs(read_page(page).deck.cards) == [
        ("one", "first"),
        ("two", "second"),
        ("three", "third"),
    ]


def test_a_card_that_lost_its_answer_and_rating_is_listed() -> None:
    page = "LSTM\n1\nQ\n\none\n\n" + card_text(2, "two", "second")
    preview = read_page(page)
    assert fronts_and_backs(preview.deck.cards) == [("two", "second")]
    assert preview.skipped == (Skipped(2, "card 1 has no answer", "one"),)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("  1. Gates", "Gates"),
        ("1. Gates", "Gates"),
        ("12) Gates", "Gates"),
        ("  * Gates", "Gates"),
        ("• Gates", "Gates"),
        ("  1. Gates\nof the cell", "Gates\nof the cell"),
        ("1.5 is the weight", "1.5 is the weight"),
        ("1997. The year", "1997. The year"),
        ("1.", "1."),
        ("Three gates:\n  1. input", "Three gates:\n  1. input"),
        ("  1. input\n  2. forget\n  3. output", "1. input\n2. forget\n3. output"),
        ("f = 1:\n\n    keep\n\n\n\nf = 0", "f = 1:\n\n    keep\n\nf = 0"),
        ("a\u00a0gate\u202e", "a gate"),
    ],
)
def test_a_lone_list_number_goes_and_a_list_stays(text: str, taken: str) -> None:
    preview = read_page(page_text([(text, text)]))
    assert fronts_and_backs(preview.deck.cards) == [(taken, taken)]


def test_an_edited_answer_keeps_the_uid_and_another_question_does_not() -> None:
    def uid(question: str, answer: str, title: str) -> str:
        return read_page(page_text([(question, answer)], title)).deck.cards[0].uid

    first = uid("What is a gate?", "a factor", "LSTM Flashcards")
    assert uid("  1. what IS  a gate?", "a number from 0 to 1", "lstm") == first
    assert uid("What is a cell?", "a factor", "LSTM") != first
    assert uid("What is a gate?", "a factor", "GRU") != first


def test_two_cards_with_one_question_are_two_cards() -> None:
    cards = [("gate?", "a"), ("cell?", "b"), ("gate?", "c")]
    first = read_page(page_text(cards)).deck.cards
    assert fronts_and_backs(first) == cards
    assert first[2].uid == f"{first[0].uid}-2"
    # A twin that went blank does not hand its uid on.
    after = read_page(page_text([("gate?", ""), *cards[1:]])).deck.cards
    assert [card.uid for card in after] == [card.uid for card in first[1:]]


def test_a_page_without_a_title_has_a_name() -> None:
    assert read_page(card_text(1, "one", "first")).deck.name == "Brainscape deck"
    assert read_page(page_text([("one", "first")], "Flashcards")).deck.name == "Brainscape deck"


def test_a_first_line_too_long_for_a_title_is_listed() -> None:
    preview = read_page(page_text([("one", "first")], "x" * (brainscape.MAX_NAME + 1)))
    assert preview.deck.name == "Brainscape deck"
    assert [part.line for part in preview.skipped] == [1]


def test_a_page_pasted_twice_gives_each_card_once_and_says_so() -> None:
    cards = [("gate?", "a"), ("gate?", "b"), ("cell?", "c")]
    once, twice = read_page(page_text(cards)), read_page(page_text(cards + cards))
    assert twice.deck == once.deck
    assert [part.reason for part in twice.skipped] == [
        f"card {number} says the same as card {number - 3}" for number in (4, 5, 6)
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "LSTM Flashcards", "1\n2\n3", "Q\nwhat\nA\nthat", RATING])
def test_what_is_no_page_is_refused(text: str) -> None:
    assert not looks_like_page(text)
    with pytest.raises(FileRefused, match=r"^notes\.txt is no Brainscape page"):
        read_page(text, "notes.txt")


def test_too_many_cards_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brainscape, "MAX_CARDS", 1)
    with pytest.raises(FileRefused, match="has 2 cards; at most 1 are read"):
        read_page(page_text([("one", "first"), ("two", "second")]))


@given(
    st.lists(st.sampled_from([*FRAME_LINES, RATING.strip(), "x", "  1. y", "\u202e"]), max_size=60).map(
        "\n".join
    )
)
def test_any_lines_give_cards_or_a_refusal(text: str) -> None:
    preview, sentence = read_or_refused(lambda: read_page(text))
    assert looks_like_page(text) == (preview is not None)
    if preview is None:
        assert is_one_sentence(sentence)
        return
    uids = [card.uid for card in preview.deck.cards]
    assert len(set(uids)) == len(uids)
    assert all(card.front and card.back for card in preview.deck.cards)
    assert all(1 <= part.line <= text.count("\n") + 1 and part.reason for part in preview.skipped)
    assert read_page(text) == preview


@pytest.mark.parametrize(
    "block", ["1\nQ\n", "1\nQ\nA\n", "How well did you know this?\n", "\n", "A\n", "1\n", "x" * 99]
)
def test_a_long_hostile_page_takes_time_in_proportion(block: str) -> None:
    preview, _ = read_or_refused(
        lambda: read_page("1\nQ\nA\n" + block * 20_000)
    )  # squared, this takes minutes
    assert preview is None or len(preview.deck.cards) <= 1
