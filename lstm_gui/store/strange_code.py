"""Triggers and views in a collection that LSTM Lab did not make: they would change what is written to it."""

import re
import sqlite3

from lstm_gui.store import schema
from lstm_gui.store.connection import writing

_LIVELY = "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')"
_OWN = {
    found[1]: found[0]
    for sql in schema.MIGRATIONS.values()
    for found in re.finditer(r"CREATE TRIGGER (\w+)[^;]*;\s*END", sql)
}


def take_out(connection: sqlite3.Connection) -> str:
    """Drop them, and put back those of ours that they stand for; what was done as a sentence, "" for nothing.

    A collection that was restored or copied from elsewhere may have any; ours are known word for word.
    """
    found = connection.execute(_LIVELY).fetchall()
    strange = [(kind, name) for kind, name, sql in found if _OWN.get(name) != sql]
    if not strange:
        return ""
    with writing(connection):
        for kind, name in strange:
            quoted = str(name).replace('"', '""')
            connection.execute(f'DROP {kind} "{quoted}"')
        for name in _OWN.keys() & {name for _, name in strange}:
            connection.execute(_OWN[name])
    return "Code that LSTM Lab did not write was taken out of the collection."
