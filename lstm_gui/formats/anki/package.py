"""The zip archive of an Anki package: its collection and its pictures, taken out of it within bounds.

Nothing is extracted to the disk, and an entry is only read when its name is exactly one that Anki writes.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from lstm_gui.bounded_file import FileRefused, size_in_words
from lstm_gui.formats.anki.protobuf import NotAMessage, number_field

MAX_PACKAGE = 256_000_000  # bytes of the file; sounds and films in it are not read
MAX_COLLECTION = 64_000_000
MAX_UNPACKED = 256_000_000  # of all that is read of it
MAX_ENTRIES = 10_000
MAX_RATIO = 200  # unpacked to packed
_ALWAYS_READ = 1_000_000  # bytes that may unpack from nearly nothing
_MAX_META = 1000
_NEWEST = 3  # the version of a package in `meta`
_CHUNK = 1 << 20
_MAX_WINDOW = 1 << 25  # bytes that zstd may look back
_END = b"PK\x05\x06"
_END_LONGEST = 22 + 0xFFFF  # with its comment
_FAR_END = b"PK\x06\x07"  # of an archive beyond 4 GB or 65,535 entries
_HEADER = 30  # bytes before the name of an entry

# The newest first: what an older Anki reads of a newer package is only a note that tells it to update.
NEWEST, *_OLDER = COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")


class Package:
    """The files in a package that is open, unpacked within bounds that count for all of them together."""

    def __init__(self, archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], name: str) -> None:
        self._archive, self._entries, self._name = archive, entries, name
        self._unpacked = 0  # bytes so far
        self.newest = NEWEST in entries  # whether every file in it is packed by zstd as well

    def collection(self) -> bytes:
        """The SQLite database. Raises FileRefused when there is none."""
        found = next((known for known in COLLECTIONS if known in self._entries), None)
        if found is None:
            raise FileRefused(f"{self._name} is a zip archive without a collection of Anki in it.")
        return self.content(found, MAX_COLLECTION, packed=found == NEWEST)

    def holds(self, entry: str) -> bool:
        """Whether there is a file of exactly this name."""
        return entry in self._entries

    def size(self, entry: str) -> int:
        """What a file takes in the archive, in bytes."""
        return self._entries[entry].compress_size

    def content(self, entry: str, most: int, *, packed: bool) -> bytes:
        """What a file holds; `packed` when by zstd. Raises FileRefused, for more than `most` bytes too."""
        if self._unpacked > MAX_UNPACKED:
            raise FileRefused(
                f"{self._name} unpacks to more than {size_in_words(MAX_UNPACKED)} in all; "
                "export fewer decks at once."
            )
        cost = min(most, _ALWAYS_READ + MAX_RATIO * self.size(entry))  # until it is known
        self._unpacked += cost
        with _damage_told(self._name):
            content = _read(self._archive, self._entries[entry], most, self._name)
            content = _unpacked(content, most, self._name) if packed else content
        self._unpacked += len(content) - cost
        return content


@contextmanager
def opened_package(file: IO[bytes], name: str) -> Iterator[Package]:
    """The package in a file, while inside. Raises FileRefused."""
    with _damage_told(name):
        _refuse_large_directory(file, name)
        archive = zipfile.ZipFile(file)
    with archive:
        with _damage_told(name):
            entries = _entries(archive, name)
            _refuse_newer(archive, entries, name)
        yield Package(archive, entries, name)


@contextmanager
def _damage_told(name: str) -> Iterator[None]:
    try:
        yield
    except FileRefused:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise FileRefused(f"{name} is damaged and cannot be unpacked; export it from Anki again.") from error


def _refuse_large_directory(file: IO[bytes], name: str) -> None:
    """The list of entries is read whole by the standard library, so its size is looked at before."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_LONGEST - 20))
    tail = file.read()
    end = tail.rfind(_END)
    entries = int.from_bytes(tail[end + 10 : end + 12], "little")
    directory = int.from_bytes(tail[end + 12 : end + 16], "little")
    if end >= 0 and (
        entries > MAX_ENTRIES or directory > 400 * MAX_ENTRIES or _FAR_END in tail[max(0, end - 20) : end]
    ):
        raise _too_many(name)


def _too_many(name: str) -> FileRefused:
    return FileRefused(f"{name} holds more than {MAX_ENTRIES} files; export fewer decks at once.")


def _entries(archive: zipfile.ZipFile, name: str) -> dict[str, zipfile.ZipInfo]:
    """The entries by name. Raises FileRefused where two share a name or a part of the file."""
    entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
    if len(entries) > MAX_ENTRIES:
        raise _too_many(name)
    end = 0
    for entry in entries:
        if entry.header_offset < end:
            raise FileRefused(f"{name} has files that lie over each other; it was not made by Anki.")
        end = entry.header_offset + _HEADER + entry.compress_size
    named = {entry.filename: entry for entry in entries}
    if len(named) < len(entries):
        raise FileRefused(f"{name} has two files of the same name; it was not made by Anki.")
    return named


def _refuse_newer(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], name: str) -> None:
    if "meta" not in entries:
        return
    meta = _read(archive, entries["meta"], _MAX_META, name)
    try:
        version = number_field(meta, 1)
    except NotAMessage as error:
        raise FileRefused(f'{name} is damaged: its file "meta" cannot be understood.') from error
    if version > _NEWEST:
        raise FileRefused(
            f"{name} is of version {version}, and {_NEWEST} is the newest that is read; "
            "export it from Anki with support for older versions."
        )


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, name: str) -> bytes:
    """The content of an entry, counted while it is unpacked: the size that the archive tells may be a lie."""
    if entry.flag_bits & 1:
        raise FileRefused(f"{name} is locked with a password; export it without one.")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise FileRefused(f"{name} is packed in a way that Anki does not use.")
    content = bytearray()
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            content += chunk
            _refuse_bomb(len(content), entry.compress_size, most, name)
    return bytes(content)


def _unpacked(packed: bytes, most: int, name: str) -> bytes:
    """What a zstd frame holds; the size that the frame declares is not believed."""
    import zstandard  # for the newest packages alone

    content = bytearray()
    try:
        with zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW).stream_reader(packed) as stream:
            while chunk := stream.read(_CHUNK):
                content += chunk
                _refuse_bomb(len(content), len(packed), most, name)
    except zstandard.ZstdError as error:
        raise FileRefused(f"{name} is damaged and cannot be unpacked; export it from Anki again.") from error
    return bytes(content)


def _refuse_bomb(size: int, packed: int, most: int, name: str) -> None:
    if size > most:
        raise FileRefused(f"{name} unpacks to more than {size_in_words(most)}, the most that is read.")
    if size > _ALWAYS_READ and size > MAX_RATIO * packed:
        raise FileRefused(f"{name} unpacks to more than {MAX_RATIO} times its size; it was not made by Anki.")
