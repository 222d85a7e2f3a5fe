"""What was written in the card editor and not saved: kept on disk until it is saved or thrown away; no Qt."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from lstm_gui.durable_file import write_durably
from lstm_gui.quiz.card import Card
from lstm_gui.strict_json import FileRefused, read_json

FOLDER = "drafts"
LARGEST_BYTES = 2**20
_CARD = frozenset(Card.__slots__) - {"tags"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A card as it stands in the editor, with the deck it is to go to."""

    card: Card
    deck: str
    is_new: bool  # not in the collection yet


class DraftBox:
    """Keeps in a folder one draft of each card, and one of a card that is not there yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def read(self, asked: Draft) -> Draft | None:
        """What was written of this card, or of a new one; None when there is nothing, or it is no draft."""
        with suppress(OSError, FileRefused, TypeError, KeyError):
            return _draft(read_json(self._file(asked), max_bytes=LARGEST_BYTES))
        return None

    def keep(self, draft: Draft) -> None:
        """Keep this instead of what was kept of the card. Raises OSError when it cannot be written."""
        self._folder.mkdir(parents=True, exist_ok=True)
        write_durably(self._file(draft), json.dumps(asdict(draft)).encode())

    def throw_away(self, draft: Draft) -> None:
        """Keep nothing of the card any more. Raises OSError when the file cannot be removed."""
        self._file(draft).unlink(missing_ok=True)

    def _file(self, draft: Draft) -> Path:
        name = "new" if draft.is_new else blake2b(draft.card.uid.encode(), digest_size=12).hexdigest()
        return self._folder / f"{name}.json"


def _draft(found: Any) -> Draft | None:
    """A draft from what JSON gives; None when a part of it is something else."""
    card, deck, is_new = found["card"], found["deck"], found["is_new"]
    texts = {name: card[name] for name in _CARD}
    tags = tuple(card["tags"])
    if not all(isinstance(text, str) for text in (*texts.values(), *tags, deck)):
        return None
    return Draft(Card(**texts, tags=tags), deck, bool(is_new))
