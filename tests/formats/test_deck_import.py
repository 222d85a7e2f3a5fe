"""A file is known by its content, and what is no deck is refused with what would be."""

import gzip
import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.brainscape import read_page
from lstm_gui.formats.deck_file import MAX_BYTES, read_deck
from lstm_gui.formats.deck_import import preview_file
from tests.formats.anki.packages import FORGET, Collection, Note, package
from tests.refusals import is_one_sentence, read_or_refused

GOLDEN = Path(__file__).parent.parent / "data"
DECK, PAGE = GOLDEN / "deck-1.toml", GOLDEN / "brainscape-lstm.txt"


def refusal(path: Path) -> str:
    with pytest.raises(FileRefused) as caught:
        preview_file(path)
    assert is_one_sentence(str(caught.value))
    return str(caught.value)


@pytest.mark.parametrize("name", ["a.toml", "A.TOML", "a.txt", "a"])
def test_a_toml_deck_is_known_by_name_or_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(DECK.read_bytes())
    preview = preview_file(path)
    assert (preview.deck, preview.source) == (read_deck(DECK).deck, name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_page_is_known_by_its_shape(tmp_path: Path, encoding: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    path = tmp_path / "page.txt"
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    assert preview_file(path) == read_page(text, "page.txt")


def test_a_deck_about_pages_is_a_deck(tmp_path: Path) -> None:
    path = tmp_path / "deck.toml"
    card = (
        '[[card]]\nuid = "a"\nfront = "How does a page start a card?"\nback = """\n1\nQ\n(question)\nA\n"""\n'
    )
    path.write_text(f'name = "Pages"\n{card}', encoding="utf-8")
    assert preview_file(path).deck.cards[0].back == "1\nQ\n(question)\nA"


def test_a_page_about_toml_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("TOML Flashcards\n1\nQ\nWhat starts a card?\nA\n[[card]]\n", encoding="utf-8")
    assert preview_file(path).deck.cards[0].back == "[[card]]"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"What is a gate?\n", "is no deck that can be recognised"),
        (b"<!DOCTYPE html><html></html>", "is a web page as HTML (save it as text instead)"),
        (b"%PDF-1.7\n", "is a PDF document"),
        (gzip.compress(b"deck", mtime=0), "is a gzip archive"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
    ],
)
def test_another_format_is_refused_in_words(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(content)
    readable = (
        "a deck (.toml, .jsonl), a package of Anki, Markdown (.md), a table (.csv, .tsv) or a Brainscape page"
    )
    assert refusal(path) == f"deck.apkg {kind}; LSTM Lab reads {readable}."


def test_a_package_of_anki_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "gates.zip"
    path.write_bytes(package(Collection([Note(("What is f?", "A gate."))], {FORGET: "Default"}), 3))
    preview = preview_file(path)
    assert (preview.deck.name, preview.deck.cards[0].back) == ("Default", "A gate.")


def test_a_package_and_a_database_are_refused_in_words(tmp_path: Path) -> None:
    zipped, database = tmp_path / "deck.toml", tmp_path / "collection.anki2"
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("collection.anki2", b"")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("create table cards (id integer)")
        connection.commit()
    assert refusal(zipped).startswith("deck.toml is damaged inside, or no collection of Anki; ")
    assert refusal(database).startswith("collection.anki2 is an SQLite database; ")


def test_a_folder_a_pipe_a_missing_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert refusal(tmp_path).endswith("is a folder; choose a file in it.")
    assert refusal(tmp_path / "pipe.toml") == "pipe.toml is a device or a pipe, not a file."
    assert refusal(tmp_path / "none.toml").startswith("none.toml is not there")
    assert refusal(huge) == "huge.toml is larger than 16 MB, the most that is read."


def test_text_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE.read_text(encoding="utf-8").encode("cp1252"))
    assert refusal(path) == "page.txt: byte 624 is not UTF-8; save the file as UTF-8."


@given(st.data(), st.sampled_from([DECK, PAGE]), st.sampled_from([".toml", ".txt"]))
def test_a_spoilt_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, origin: Path, suffix: str
) -> None:
    content = bytearray(origin.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place : place + data.draw(st.integers(0, 99))] = data.draw(st.binary(max_size=5))
    path = tmp_path_factory.mktemp("spoilt") / f"deck{suffix}"
    path.write_bytes(content)
    preview, sentence = read_or_refused(lambda: preview_file(path))
    assert preview is not None or (sentence.startswith("deck.") and is_one_sentence(sentence))
