"""Decks as text that are hostile: Markdown, TOML and Brainscape pages."""

from collections.abc import Callable

from lstm_gui.formats.preview import Preview
from tests.hostile.case import Case, holds

_RATING = "How well did you know this?\n1\nNot at all\n2\n3\n4\n5\nPerfectly\n"


def _markdown(text: str, times: int = 1) -> Callable[[], bytes]:
    return lambda: b"Q: q\nA: a\n" + text.encode() * times


def _page(count: int) -> bytes:
    return ("Title\n" + "".join(f"{n}\nQ\nq{n}\nA\na\n{_RATING}" for n in range(count))).encode()


def _toml(text: str, times: int = 1, head: str = 'name = "a"\n') -> Callable[[], bytes]:
    return lambda: head.encode() + text.encode() * times


def _case(
    kind: str,
    name: str,
    content: Callable[[], bytes],
    refused: str = "",
    contained: Callable[[Preview], bool] | None = None,
) -> Case:
    return Case(
        f"{kind}: {name}",
        {"Markdown": "deck.md", "TOML": "deck.toml", "page": "page.txt"}[kind],
        content,
        refused,
        contained,
    )


def _some(preview: Preview) -> bool:
    return bool(preview.deck.cards)


def _left_out(preview: Preview) -> bool:
    """What is no card is named, with its line and reason."""
    return not preview.deck.cards and bool(preview.skipped)


CASES: tuple[Case, ...] = (
    _case("Markdown", "100,000 quotes in each other", _markdown("> " * 100_000 + "x\n"), "no card"),
    _case("Markdown", "100,000 lists in each other", _markdown("- " * 4_000 + "x\n", 20), "no card"),
    _case(
        "Markdown",
        "100,000 brackets",
        lambda: b"Q: " + b"[" * 9_000 + b"\nA: " + b"![" * 4_000 + b"\n",
        contained=_some,
    ),
    _case("Markdown", "400,000 headings", _markdown("#\n", 400_000), contained=_some),
    _case("Markdown", "400,000 questions", _markdown("Q:\n", 400_000), "more than 100000 cards"),
    _case("Markdown", "400,000 answers", _markdown("A:\n", 400_000), contained=_some),
    _case("Markdown", "400,000 fences", _markdown("```\n", 400_000), "no card"),
    _case("Markdown", "the same card 90,000 times", _markdown("Q: q\nA: a\n", 90_000), contained=holds(1)),
    _case(
        "Markdown",
        "200,000 cards",
        lambda: "".join(f"Q: q{n}\nA: a\n" for n in range(200_000)).encode(),
        "more than 100000 cards",
    ),
    _case("Markdown", "backslashes", _markdown("\\" * 9_000 + "Q: x\n", 100), "no card"),
    _case("Markdown", "stars", _markdown("*" * 9_000 + "\n", 1), contained=_some),
    _case("Markdown", "15 MB in one line", _markdown("x" * 15_000_000), "no card"),
    _case(
        "Markdown",
        "wide signs",
        lambda: ("Q: " + "x" * 9_000 + "\nA: a\U0001f600\n").encode() * 1_600,
        contained=_some,
    ),
    _case("Markdown", "60 MB", _markdown("x\n", 30_000_000), "larger than 16 MB"),
    _case("TOML", "100,000 deep", _toml("a = " + "[" * 100_000), "nested too deeply"),
    _case("TOML", "tables in tables", _toml("a = " + "{a=" * 39_000), "nested too deeply"),
    _case("TOML", "a name of 100,000 dots", _toml("a" + ".a" * 100_000 + " = 1"), "more than 16 times"),
    _case("TOML", "100,000 tables", _toml("[[card]]\n", 45_000), "1 to 20000 card"),
    _case("TOML", "15 MB of a text without an end", _toml('x = """' + '\\"' * 7_000_000), "backslashes"),
    _case("TOML", "15 MB of a comment", _toml("#" + "x" * 15_000_000), 'lacks "card"'),
    _case("TOML", "1,400,000 commas", _toml("a = [" + "1," * 990_000 + "]\n"), 'lacks "card"'),
    _case("TOML", "5,000 digits", _toml("a = " + "9" * 5000), "thousands of digits"),
    _case("TOML", "a key twice", _toml('name = "b"\n'), "is not TOML"),
    _case("TOML", "a date for a name", _toml("", head="name = 1979-05-27\ncard = [1]\n"), "a date or a time"),
    _case(
        "TOML", "wide signs of 15 MB", _toml("description = '" + "x" * 15_000_000 + "\U0001f600'"), "lacks"
    ),
    _case("page", "60 MB", lambda: b"1\nQ\nq\nA\n" + b"x" * 60_000_000, "larger than 16 MB"),
    _case("page", "15 MB in one answer", lambda: b"1\nQ\nq\nA\n" + b"x\n" * 400_000, contained=_left_out),
    _case("page", "30,000 cards", lambda: _page(30_000), "at most 20000 are read"),
    _case("page", "20,000 cards", lambda: _page(20_000), contained=holds(20_000)),
    _case("page", "heads without an end", lambda: b"1\nQ\n" * 120_000, contained=_left_out),
    _case(
        "page",
        "prompts without an end",
        lambda: b"1\nQ\nq\nA\na\n" + b"How well did you know this?\n" * 400_000,
        contained=_left_out,
    ),
    _case(
        "page",
        "ratings without an end",
        lambda: ("1\nQ\nq\nA\na\n" + _RATING * 50_000).encode(),
        contained=_some,
    ),
    _case(
        "page", "numbers without an end", lambda: b"1\nQ\nq\nA\na\n" + b"2\n" * 400_000, contained=_left_out
    ),
    _case(
        "page",
        "questions without an end",
        lambda: b"1\nQ\n" + b"Q\n" * 400_000 + b"A\na\n",
        contained=_left_out,
    ),
    _case(
        "page",
        "other ends of lines",
        lambda: "1\u2028Q\u2028q\u2028A\u2028a\u2028".encode() * 100_000,
        contained=_left_out,
    ),
)
