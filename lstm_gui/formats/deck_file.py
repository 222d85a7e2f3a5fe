'''Decks as TOML files that a teacher can read and edit.

    name = "LSTM fundamentals"           # required
    description = "What the deck is for."

    [[card]]
    uid = "forget-gate"                  # required, unique, stable for ever: progress hangs on it
    topic = "Gates"
    front = "What does a forget gate of 1 do?"                        # required
    back = """It keeps the old cell state whole."""                   # required
    formula = 'c_t = f_t \\odot c_{t-1} + i_t \\odot g_t'             # LaTeX, in single quotes
    why = "The gate multiplies the old cell state; times 1 changes nothing."
    tags = ["gates", "forget"]
    scene = "remember"                   # the bundled scene that shows the answer

Texts may hold LaTeX between dollar signs. Other keys are refused by name, and one wrong card refuses the
file: its writer wants to know the place.
'''

from pathlib import Path

from lstm_gui.bounded_file import FileRefused, read_bounded, shown_name
from lstm_gui.formats.deck_text import decode_text
from lstm_gui.formats.preview import Preview
from lstm_gui.formats.strict_toml import parse_toml
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.card import Card, Deck
from lstm_gui.strict_fields import Field

MAX_BYTES = 16_000_000
MAX_CARDS = 20_000
MAX_TEXT = 10_000  # characters of front, back, why
MAX_FORMULA = 2000
MAX_NAME = 200  # of a deck, topic, tag, uid or scene
MAX_DESCRIPTION = 2000
MAX_TAGS = 50


def read_deck(path: Path) -> Preview:
    """The deck in a TOML file. Raises FileRefused with one sentence that names the place."""
    name = shown_name(path)
    return parse_deck(decode_text(read_bounded(path, max_bytes=MAX_BYTES), name), name)


def parse_deck(text: str, name: str) -> Preview:
    """The deck in TOML text; `name` is what the text is called in a refusal. Raises FileRefused."""
    fields = Field(parse_toml(text, name), name).table(("name", "card"), ("description",))
    cards = fields["card"].items(1, MAX_CARDS, "card")
    deck = Deck(
        name=fields["name"].text(MAX_NAME, empty=False).strip(),
        description=_text(fields, "description", MAX_DESCRIPTION),
        cards=tuple(_card(field, number) for number, field in enumerate(cards, 1)),
    )
    _refuse_twins(deck, name)
    return Preview(deck, (), name)


def _card(field: Field, number: int) -> Card:
    uid = field.value.get("uid") if isinstance(field.value, dict) else None
    known_as = f'card {number} ("{in_one_line(uid)}")' if isinstance(uid, str) else f"card {number}"
    fields = Field(field.value, field.file, known_as).table(
        ("uid", "front", "back"), ("topic", "formula", "why", "tags", "scene", "challenge")
    )
    tags = fields["tags"].items(0, MAX_TAGS, "tag") if "tags" in fields else []
    return Card(
        uid=_uid(fields["uid"]),
        front=fields["front"].text(MAX_TEXT, lines=True, empty=False).strip(),
        back=fields["back"].text(MAX_TEXT, lines=True, empty=False).strip(),
        topic=_text(fields, "topic", MAX_NAME, lines=False),
        formula=_text(fields, "formula", MAX_FORMULA),
        why=_text(fields, "why", MAX_TEXT),
        tags=tuple(tag.text(MAX_NAME, empty=False).strip() for tag in tags),
        scene=_text(fields, "scene", MAX_NAME, lines=False),
        challenge=_text(fields, "challenge", MAX_NAME, lines=False),
    )


def _uid(field: Field) -> str:
    uid = field.text(MAX_NAME, empty=False)
    if uid != uid.strip():
        raise field.refused("should not begin or end with a space")
    return uid


def _text(fields: dict[str, Field], key: str, longest: int, *, lines: bool = True) -> str:
    return fields[key].text(longest, lines=lines).strip() if key in fields else ""


def _refuse_twins(deck: Deck, name: str) -> None:
    first: dict[str, int] = {}
    for number, card in enumerate(deck.cards, 1):
        if card.uid in first:
            uid = in_one_line(card.uid)
            raise FileRefused(f'{name}: cards {first[card.uid]} and {number} both have the uid "{uid}".')
        first[card.uid] = number
