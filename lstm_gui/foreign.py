"""What a file is that is none of ours, told by how it begins."""

_BEGINNINGS = (
    (b"PK\x03\x04", "a zip archive or an Anki package"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"%PDF", "a PDF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
)


def foreign_kind(content: bytes) -> str:
    """The kind of file whose bytes these are, "a picture" for instance; "" where it may be text of ours."""
    return next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), "")
