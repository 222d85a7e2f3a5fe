"""What can go wrong with the collection, each said in one plain sentence for a person."""

import errno
import sqlite3

from lstm_gui.plain_text import in_one_line


class CollectionError(Exception):
    """Something the collection could not do; the message is for a person."""


class NotSaved(CollectionError):
    """A change was not saved and may be tried again: the disk is full, or the folder cannot be written."""


class Locked(CollectionError):
    """Another process has the collection open for writing."""


class Damaged(CollectionError):
    """The file is not a sound collection."""


class Lost(Damaged):
    """The collection is damaged or gone, and nothing was done about it: a person has to decide."""


class Changed(CollectionError):
    """The card was rated or taken back since it was shown: the rating is about a schedule that is gone."""


class Overtaken(Changed):
    """An edit cannot be undone or done again any more: what it changed was changed otherwise since."""


class NoDeck(CollectionError):
    """There is no deck of that name, or none any more."""


def not_saved(error: sqlite3.Error | OSError) -> NotSaved:
    """The sentence for a change that could not be written."""
    return NotSaved(f"{blame(error)} Nothing of this step was saved; it can be tried again.")


def unreadable(error: sqlite3.Error) -> CollectionError:
    """The sentence for a collection that could not be read."""
    if is_damage(error):
        return Damaged("The collection is damaged; restore a backup.")
    return CollectionError(f"The collection could not be read ({error}); try again, or restore a backup.")


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file itself is broken, rather than the disk or the folder."""
    return _name(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def blame(error: sqlite3.Error | OSError) -> str:
    """What stands in the way of writing, as a sentence that says what to do."""
    if isinstance(error, OSError):
        place = f": {in_one_line(str(error.filename), 200)}" if error.filename else ""
        why = f"The collection's folder could not be written ({error.strerror or error}{place})"
        return f"{why}; {_ADVICE.get(error.errno or 0, 'check its permissions and space')}."
    for start, sentence in _SENTENCES.items():
        if _name(error).startswith(start):
            return sentence
    return f"The collection could not be written ({error})."


_ADVICE = {
    errno.ENOSPC: "free some space",
    errno.EDQUOT: "free some space",
    errno.EACCES: "check its permissions",
    errno.EPERM: "check its permissions",
    errno.EROFS: "choose a folder that can be written",
}

_SENTENCES = {
    "SQLITE_FULL": "The disk is full; free some space.",
    "SQLITE_IOERR_SHMSIZE": "The disk is full; free some space.",
    "SQLITE_IOERR": "The disk reported an error; check that it is connected and has space.",
    "SQLITE_READONLY": "The collection can only be read; check the permissions of its folder.",
    "SQLITE_PERM": "The collection can only be read; check the permissions of its folder.",
    "SQLITE_CANTOPEN": "The collection's folder could not be written; check its permissions.",
    "SQLITE_BUSY": "Another program is using the collection; close it.",
    "SQLITE_LOCKED": "Another program is using the collection; close it.",
    "SQLITE_CORRUPT": "The collection is damaged; restore a backup.",
    "SQLITE_NOTADB": "The collection is damaged; restore a backup.",
}


def _name(error: sqlite3.Error) -> str:
    # Python's own complaints (a closed connection, say) carry no SQLite code.
    return str(getattr(error, "sqlite_errorname", ""))
