"""A person's own text: any encoding is told, what is no text is refused in a sentence."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.bounded_file import FileMissing, FileRefused
from lstm_gui.training import own_text
from lstm_gui.training.own_text import LEAST, MOST, decoded, read_own_text

TEXT = "“Grüße aus Köln”, schrieb sie – für 5 €.\n" * 8


def written(folder: Path, content: bytes) -> Path:
    path = folder / "own.txt"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "UTF-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("cp1252"), "Windows-1252"),
    ],
)
def test_an_encoding_is_told_by_the_bytes(tmp_path: Path, content: bytes, encoding: str) -> None:
    found = read_own_text(written(tmp_path, content))
    assert found.own.text == TEXT
    assert found.encoding == encoding
    assert found.own.name == "own.txt"
    assert not found.cut


def test_bytes_that_windows_has_not_are_latin_1(tmp_path: Path) -> None:
    content = ("né " * 100).encode("latin-1") + b"\x81"
    found = read_own_text(written(tmp_path, content))
    assert found.encoding == "Latin-1"
    assert found.own.text == "né " * 100
    assert found.left_out == 1


def test_lines_end_in_a_newline_alone(tmp_path: Path) -> None:
    assert read_own_text(written(tmp_path, b"one\r\ntwo\rthree\f" * 30)).own.text == "one\ntwo\nthree\n" * 30


def test_a_long_text_is_cut_and_that_is_said(tmp_path: Path) -> None:
    found = read_own_text(written(tmp_path, b"ab" * (MOST // 2 + 5)))
    assert len(found.own.text) == MOST
    assert found.characters == MOST + 10
    assert found.cut


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\t" * 200, "is empty"),
        (codecs.BOM_UTF8, "is empty"),
        (b"a" * 500, "repeats one character"),
        (b"short", "has 5 characters; at least 200"),
        (b"\x89PNG" + bytes(500), "is a picture"),
        (bytes(range(256)) * 40, "is not a text file"),
        (b"\0" * 1000, "is not a text file"),
        (codecs.BOM_UTF8 + b"abc\xff" * 90, "byte 7 is not UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\0" * 200 + b"\0", "byte 403 is not UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(FileRefused, match=said) as refusal:
        read_own_text(written(tmp_path, content))
    assert str(refusal.value).startswith("own.txt")
    assert "\n" not in str(refusal.value)


def test_a_file_too_large_or_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_text, "MAX_BYTES", 1000)
    with pytest.raises(FileRefused, match="larger than 1 kB"):
        read_own_text(written(tmp_path, b"ab" * 600))
    with pytest.raises(FileMissing):
        read_own_text(tmp_path / "none.txt")
    with pytest.raises(FileRefused, match="is a folder"):
        read_own_text(tmp_path)


@given(content=st.binary(max_size=400))
def test_any_bytes_are_a_text_or_refused(content: bytes) -> None:
    try:
        text, encoding = decoded(content, "own.txt")
    except FileRefused:
        return
    assert encoding
    assert isinstance(text, str)
    assert LEAST == 200
