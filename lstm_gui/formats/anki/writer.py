"""A deck as a package of Anki, in the version that every Anki reads: schema 11, unpacked without zstd.

The cards are notes of a type of our own, whose fields are ours, so that the package comes back as it left.
The id of a note is the uid of its card. Anki makes a note anew only when it does not know the id, so that a
deck exported again changes the cards that it gave before.
"""

import hashlib
import html
import io
import json
import re
import sqlite3
import time
import zipfile
from contextlib import closing

from lstm_gui.formats.anki.markdown_html import html_of
from lstm_gui.formats.anki.own_notes import BACK, FIELDS, FRONT, NAME, in_anki
from lstm_gui.quiz.card import Card, Deck

_TYPE = 1_704_067_200_001  # ids are moments in ms, and this one is the same for ever
_CSS = (
    ".card { font-family: sans-serif; font-size: 20px; line-height: 1.4; text-align: center; }\n"
    "ul, ol, pre, blockquote { text-align: left; }\n"
    "pre, code { background: rgba(128, 128, 128, 0.15); }\npre { padding: 0.5em; white-space: pre-wrap; }\n"
    "blockquote { border-left: 3px solid #888; margin-left: 0; padding-left: 0.8em; }"
)
_NEW, _SUSPENDED = 0, -1  # queues
_WORD = re.compile(r"<[^>]*>")
_SCHEMA = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
    ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
    models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
    usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL,
    csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
    mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
    due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
    lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
    ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,
    time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
"""


def write_package(deck: Deck) -> bytes:
    """The deck as the content of an .apkg file; the cards are new in Anki."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", _collection(deck, time.time_ns() // 1_000_000))
        archive.writestr("media", json.dumps({str(n): medium.name for n, medium in enumerate(deck.media)}))
        for number, medium in enumerate(deck.media):
            archive.writestr(str(number), medium.content, zipfile.ZIP_STORED)
    return out.getvalue()


def _collection(deck: Deck, now_ms: int) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        now = now_ms // 1000
        texts = json.dumps({}), _models(now), _decks(deck, now), _options(now), json.dumps({})
        connection.execute(
            "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)", (now, now_ms, now_ms, *texts)
        )
        for number, card in enumerate(deck.cards):
            key = now_ms + number
            queue = _SUSPENDED if card.uid in deck.resting else _NEW
            connection.execute(
                "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
                (key, card.uid, _TYPE, now, *_note(card)),
            )
            connection.execute(
                "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
                (key, key, _deck_id(deck.deck_of(card.uid)), now, queue, number + 1),
            )
        connection.execute("COMMIT")
        return connection.serialize()


def _note(card: Card) -> tuple[str, str, str, int]:
    """Tags, fields, the field that notes are sorted by, and the number by which Anki finds doubles."""
    fields = in_anki(card)
    bare = html.unescape(_WORD.sub("", fields[0]))
    tags = " ".join(tag.replace(" ", "\N{NO-BREAK SPACE}") for tag in card.tags)
    check = int(hashlib.sha1(bare.encode(), usedforsecurity=False).hexdigest()[:8], 16)
    return f" {tags} " if tags else "", "\x1f".join(fields), bare, check


def _deck_id(name: str) -> int:
    return _TYPE + 1 + int.from_bytes(hashlib.sha256(name.encode()).digest()[:4])


def _models(now: int) -> str:
    fields = [
        {"name": name, "ord": place, "sticky": False, "rtl": False, "font": "Arial", "size": 20}
        for place, name in enumerate(FIELDS)
    ]
    card = {"name": "Card 1", "ord": 0, "qfmt": FRONT, "afmt": BACK, "did": None, "bqfmt": "", "bafmt": ""}
    model = {
        "id": _TYPE,
        "name": NAME,
        "type": 0,
        "mod": now,
        "usn": -1,
        "sortf": 0,
        "did": None,
        "css": _CSS,
    }
    model |= {"tmpls": [card], "flds": fields, "latexPre": "", "latexPost": "", "req": [[0, "any", [0]]]}
    return json.dumps({str(_TYPE): model})


def _decks(deck: Deck, now: int) -> str:
    none = {f"{kind}Today": [0, 0] for kind in ("lrn", "rev", "new", "time")}
    shared = {"mod": now, "usn": -1, "collapsed": False, "dyn": 0, "conf": 1, "extendNew": 0, "extendRev": 0}
    about = dict.fromkeys(map(deck.within, deck.inside.values()), "")
    about |= {deck.within(part.name): part.description for part in deck.parts} | {deck.name: deck.description}
    made = [(1, "Default", ""), *((_deck_id(name), name, html_of(words)) for name, words in about.items())]
    entries = [{"id": key, "name": name, "desc": words, **shared, **none} for key, name, words in made]
    return json.dumps({str(entry["id"]): entry for entry in entries})


def _options(now: int) -> str:
    new = {
        "delays": [1.0, 10.0],
        "ints": [1, 4, 0],
        "initialFactor": 2500,
        "order": 1,
        "perDay": 20,
        "bury": False,
    }
    rev = {"perDay": 200, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "bury": False, "hardFactor": 1.2}
    lapse = {"delays": [10.0], "mult": 0.0, "minInt": 1, "leechFails": 8, "leechAction": 1}
    options = {"id": 1, "mod": now, "name": "Default", "usn": 0, "maxTaken": 60, "autoplay": True, "timer": 0}
    return json.dumps(
        {"1": options | {"replayq": True, "new": new, "rev": rev, "lapse": lapse, "dyn": False}}
    )
