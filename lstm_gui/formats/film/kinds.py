"""The kinds of files that a film can become, by their endings; each is loaded when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it needs numpy, and the endings alone do not
    from lstm_gui.formats.film.film import Film

Encoder = Callable[["Film", Callable[[int], None]], bytes]

_MODULES = {".gif": "gif", ".apng": "apng", ".webp": "webp", ".mp4": "mp4"}
ENDINGS = tuple(_MODULES)


def encoder(ending: str) -> Encoder:
    """What makes a file of that ending. KeyError for none of ENDINGS, ImportError where Pillow is missing."""
    name = _MODULES[ending.lower()]
    found: Encoder = getattr(import_module(f"lstm_gui.formats.film.{name}"), name)
    return found
