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

LARGEST_BYTES = 2**20
_CARD = frozenset(Card.__slots__) - {"tags"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A card as it stands in the editor, with the deck it is to go to."""

    card: Card
    deck: str
    is_new: bool  # not in the collection yet


class DraftBox:
    """Keeps in a folder of its own one draft of each card, and one of a card that is not there yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, asked: Draft) -> Draft | None:
        """What was written of this card, or of a new one; None when there is nothing, or it is no draft."""
        return self._read(self._file(asked))

    def newest(self) -> Draft | None:
        """The draft that was kept last, of whatever card."""
        found = sorted(self._folder.glob("*.json"), key=_age)
        return next((draft for file in found if (draft := self._read(file)) is not None), None)

    def keep(self, draft: Draft) -> None:
        """Keep this instead of what was kept of the card. Raises OSError when it cannot be written."""
        self._folder.mkdir(parents=True, exist_ok=True)
        write_durably(self._file(draft), json.dumps(asdict(draft)).encode())

    def throw_away(self, draft: Draft) -> None:
        """Keep nothing of the card any more. Raises OSError when the file cannot be removed."""
        self._file(draft).unlink(missing_ok=True)

    def _read(self, file: Path) -> Draft | None:
        with suppress(OSError, FileRefused, TypeError, KeyError):
            return _draft(read_json(file, max_bytes=LARGEST_BYTES))
        return None

    def _file(self, draft: Draft) -> Path:
        name = "new" if draft.is_new else blake2b(draft.card.uid.encode(), digest_size=12).hexdigest()
        return self._folder / f"{name}.json"


def _age(file: Path) -> float:
    """The newest first; one that went meanwhile last."""
    with suppress(OSError):
        return -file.stat().st_mtime
    return 0.0


def _draft(found: Any) -> Draft | None:
    """A draft from what JSON gives; None when a part of it is something else."""
    card, deck, is_new = found["card"], found["deck"], found["is_new"]
    texts = {name: card[name] for name in _CARD}
    tags = tuple(card["tags"])
    if not all(isinstance(text, str) for text in (*texts.values(), *tags, deck)):
        return None
    return Draft(Card(**texts, tags=tags), deck, bool(is_new))
