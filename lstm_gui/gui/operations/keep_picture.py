"""Keep a picture that a card is to show."""

from lstm_gui.formats.picture_kind import picture_ending
from lstm_gui.quiz.card import Medium, medium_name
from lstm_gui.store.collection import Collection


def keep_picture(collection: Collection, content: bytes) -> str:
    """Keep a picture, once whatever it was called; the name by which a text shows it.

    Raises NoPicture for bytes that are none or too large, NotSaved when it could not be written.
    """
    name = medium_name(content, picture_ending(content))
    collection.edits.keep([Medium(name, content)])
    return name
