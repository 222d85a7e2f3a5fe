"""A package is unpacked within bounds, whatever its entries claim."""

import io
import os
import struct
import warnings
import zipfile
from typing import IO

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.anki import package as reader
from lstm_gui.formats.anki.package import opened_package
from tests.formats.anki.packages import archive
from tests.refusals import is_one_sentence, read_or_refused


def collection_of(file: IO[bytes], name: str) -> bytes:
    with opened_package(file, name) as package:
        return package.collection()


def refusal(content: bytes) -> str:
    with pytest.raises(FileRefused) as caught:
        collection_of(io.BytesIO(content), "d.apkg")
    assert is_one_sentence(str(caught.value))
    assert str(caught.value).startswith("d.apkg")
    return str(caught.value)


def test_the_newest_collection_in_it_is_taken() -> None:
    entries = {"collection.anki2": b"one", "../../evil": b"", "C:\\CON": b"", "media": b"{}"}
    assert collection_of(io.BytesIO(archive(entries)), "d") == b"one"
    entries["collection.anki21"] = b"two"
    assert collection_of(io.BytesIO(archive(entries)), "d") == b"two"
    entries["collection.anki21b"] = zstandard.compress(b"three")
    assert collection_of(io.BytesIO(archive(entries)), "d") == b"three"


def test_an_archive_of_something_else_and_a_newer_package_are_told_apart() -> None:
    assert "without a collection" in refusal(archive({"a.txt": b"a", "x/collection.anki2": b""}))
    assert "version 4" in refusal(archive({"meta": b"\x08\x04", "collection.anki21c": b""}))
    assert '"meta"' in refusal(archive({"meta": b"\x08", "collection.anki2": b""}))
    assert "1 kB" in refusal(archive({"meta": os.urandom(1001), "collection.anki2": b""}))


@pytest.mark.parametrize("packed", [False, True])
def test_what_unpacks_to_too_much_is_broken_off(packed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    zeros = bytes(3_000_000)
    entry = {"collection.anki21b": zstandard.compress(zeros)} if packed else {"collection.anki2": zeros}
    assert "200 times" in refusal(archive(entry))
    monkeypatch.setattr(reader, "MAX_COLLECTION", 900_000)
    noise = os.urandom(1_000_000)
    entry = {"collection.anki21b": zstandard.compress(noise)} if packed else {"collection.anki2": noise}
    assert "unpacks to more than 900 kB" in refusal(archive(entry))


def test_a_declared_size_is_not_believed() -> None:
    content = bytearray(archive({"collection.anki2": bytes(3_000_000)}))
    directory = content.rfind(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = struct.pack("<I", 10)  # the size it would unpack to
    value, sentence = read_or_refused(lambda: collection_of(io.BytesIO(bytes(content)), "d.apkg"))
    assert sentence or len(value or b"") <= 10


def test_many_entries_twins_overlaps_and_locked_ones_are_refused() -> None:
    many = {f"{number}": b"" for number in range(reader.MAX_ENTRIES + 1)}
    assert "more than 10000 files" in refusal(archive(many))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        zipped.writestr("collection.anki2", b"one")
        zipped.writestr("collection.anki2", b"two")
    assert "same name" in refusal(out.getvalue())
    plain = archive({"a": b"12345", "collection.anki2": b"one"})
    second = plain.rfind(b"PK\x01\x02")
    over = bytearray(plain)
    over[second + 42 : second + 46] = struct.pack("<I", 3)
    assert "over each other" in refusal(bytes(over))
    locked = bytearray(plain)
    locked[second + 8] |= 1
    assert "password" in refusal(bytes(locked))
    strange = bytearray(plain)
    strange[second + 10] = 12
    assert "does not use" in refusal(bytes(strange))
    far = plain.replace(b"PK\x05\x06", b"PK\x06\x07" + bytes(16) + b"PK\x05\x06")
    assert "files" in refusal(far)


@given(st.data())
def test_a_spoilt_archive_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(archive({"meta": b"\x08\x03", "collection.anki21b": zstandard.compress(b"c" * 99)}))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=5))
    value, sentence = read_or_refused(lambda: collection_of(io.BytesIO(bytes(content)), "d.apkg"))
    assert value is not None or is_one_sentence(sentence)


def test_damage_is_told() -> None:
    whole = archive({"collection.anki21b": b"no zstd at all"})
    assert "damaged" in refusal(whole)
    assert "damaged" in refusal(whole[:60])
    assert "damaged" in refusal(b"PK\x03\x04")
