"""The kinds of files that a film can become, by their endings; each is loaded when it is asked for."""

from collections.abc import Callable
from importlib import import_module

from lstm_gui.formats.film.film import Film

Encoder = Callable[[Film, Callable[[int], None]], bytes]

ENDINGS = (".gif", ".apng", ".webp", ".mp4")
_MODULES = {".gif": "gif", ".apng": "apng", ".webp": "webp", ".mp4": "mp4"}


def encoder(ending: str) -> Encoder:
    """What makes a file of that ending. KeyError for none of ENDINGS, ImportError where Pillow is missing."""
    name = _MODULES[ending.lower()]
    found: Encoder = getattr(import_module(f"lstm_gui.formats.film.{name}"), name)
    return found
