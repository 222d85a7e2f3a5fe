"""All cases, and those that take so long that the suite leaves them to `python -m tests.hostile`."""

from dataclasses import replace

from tests.hostile import archives, databases, json_lines, markup, models, own_data, pictures, tables, texts
from tests.hostile.case import Case

_LONG = frozenset(
    {
        "archive: a list of media with 300,000 names",
        "database: tags of 15 MB",
        "database: as large as it may be",
        "database: full of notes with wide signs",
        "database: a million reviews",
        "JSON Lines: wide signs in every card",
        "JSON Lines: pictures of 160 MB",
        "JSON Lines: pictures of 120 MB",
        "JSON Lines: ten thousand ratings that claim the same",
        "table: a million random numbers",
        "table: 100,000 rows",
        "table: a head of lines",
        "table: HTML of 190,000 signs",
        "table: tabs of 15 MB",
        "table: quotation marks that never pair, between tabs",
        "Markdown: 400,000 headings",
        "Markdown: 400,000 questions",
        "Markdown: 400,000 answers",
        "Markdown: 400,000 fences",
        "Markdown: the same card 90,000 times",
        "Markdown: 200,000 cards",
        "Markdown: wide signs",
        "TOML: 1,400,000 commas",
        "model: 60 MB of half numbers",
        "model: 60 MB of BF16 with an infinite end",
        "model: a thousand tensors in one place",
        "own table: a million rows",
        "own table: 51 MB",
        "own table: one line of 49 MB",
        "own text: 60 MB",
        "page: 15 MB in one answer",
        "page: 30,000 cards",
        "page: 20,000 cards",
        "page: prompts without an end",
        "page: ratings without an end",
        "page: numbers without an end",
        "page: questions without an end",
        "page: other ends of lines",
    }
)

CASES: tuple[Case, ...] = tuple(
    replace(case, long=case.name in _LONG)
    for part in (archives, databases, json_lines, markup, models, own_data, pictures, tables, texts)
    for case in part.CASES
)
