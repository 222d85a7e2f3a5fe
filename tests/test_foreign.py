"""What is none of ours is named by how it begins."""

import pytest

from lstm_gui.foreign import foreign_kind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04rest", "a zip archive or an Anki package"),
        (b"%PDF-1.7", "a PDF document"),
        (b"\x89PNG", "a picture"),
    ],
)
def test_a_foreign_file_is_named(content: bytes, kind: str) -> None:
    assert foreign_kind(content) == kind


@pytest.mark.parametrize("content", [b"", b"{", b"name = 1", "Flashcards – é".encode(), b"P", b"\x89"])
def test_what_may_be_text_is_not(content: bytes) -> None:
    assert foreign_kind(content) == ""
