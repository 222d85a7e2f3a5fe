"""Anki's engine at work: `python -m tests.formats.anki.oracle` takes a job a line, as JSON, and answers each.

This process alone imports Anki, and nothing of LSTM Lab. A job is {"import": path} or
{"make": {…}, "to": {kind: path}}.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)


def imported(path: str, collection: Collection) -> dict[str, Any]:
    """What Anki has of a package: notes with fields, tags and decks, media, descriptions."""
    options = ImportAnkiPackageOptions(with_scheduling=True)
    for _ in range(2):  # the second time must bring nothing new
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options))
    notes = []
    for key in collection.find_notes(""):
        note = collection.get_note(key)
        decks = [collection.decks.name(card.did) for card in note.cards()]
        fields = dict(note.items())
        kind = note.note_type()
        assert kind is not None
        notes.append(
            {"guid": note.guid, "type": kind["name"], "fields": fields, "tags": note.tags, "decks": decks}
        )
    about = {
        deck.name: collection.decks.get(deck.id)["desc"] for deck in collection.decks.all_names_and_ids()
    }
    shown = {note["guid"]: _sides(collection, note["guid"]) for note in notes}
    return {"notes": notes, "media": _media(collection), "about": about, "shown": shown}


def made(wanted: dict[str, Any], to: dict[str, str], collection: Collection) -> dict[str, Any]:
    """Notes made as a person makes them in Anki, answered some, and exported in each way there is."""
    for name, content in wanted["media"].items():
        collection.media.write_data(name, bytes.fromhex(content))
    for number, each in enumerate(wanted["notes"]):
        note = collection.new_note(collection.models.by_name(each["type"]))
        for place, field in enumerate(each["fields"]):
            note.fields[place] = field
        note.tags = each["tags"]
        collection.add_note(note, collection.decks.id(each["deck"]))
        note.guid = f"guid{number}"
        collection.update_note(note)
    if wanted["suspended"]:
        collection.sched.suspend_cards(collection.find_cards(wanted["suspended"]))
    answers = 0
    collection.decks.select(collection.decks.id(wanted["studied"]))
    while answers < wanted["answers"] and (card := collection.sched.getCard()):
        card.start_timer()
        collection.sched.answerCard(card, answers % 4 + 1)
        answers += 1
    for kind, path in to.items():
        _export(kind, path, collection)
    reviews = collection.db.all("SELECT id, ease FROM revlog ORDER BY id")
    return {"reviews": reviews, "cards": collection.card_count()}


def _export(kind: str, path: str, collection: Collection) -> None:
    if kind.startswith("apkg"):
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_media=True, legacy=kind == "apkg legacy"
        )
        collection.export_anki_package(out_path=path, options=options, limit=None)
    else:
        collection.export_collection_package(path, include_media=True, legacy=kind == "colpkg legacy")
        collection.reopen()


def _media(collection: Collection) -> dict[str, str]:
    return {path.name: path.read_bytes().hex() for path in Path(collection.media.dir()).iterdir()}


def _sides(collection: Collection, guid: str) -> list[str]:
    key = collection.db.scalar("SELECT id FROM notes WHERE guid = ?", guid)
    card = collection.get_note(key).cards()[0]
    return [card.question(), card.answer()]


def main() -> None:
    """Do one job after the other, each in a collection of its own."""
    answers = sys.stdout
    sys.stdout = sys.stderr  # Anki says this and that
    for line in sys.stdin:
        job = json.loads(line)
        with TemporaryDirectory() as folder:
            collection = Collection(str(Path(folder) / "collection.anki2"))
            if "import" in job:
                answer = imported(job["import"], collection)
            else:
                answer = made(job["make"], job["to"], collection)
            collection.close()
        print(json.dumps(answer), file=answers, flush=True)


main()
