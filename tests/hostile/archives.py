"""Packages that are hostile as archives: bombs, lies about sizes, names that lead elsewhere."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from functools import partial

import zstandard

from lstm_gui.formats.preview import Preview
from lstm_gui.quiz.card import PICTURE_ENDINGS
from tests.formats.anki.packages import Collection, Note, archive, database, message, package
from tests.formats.images import image
from tests.hostile.case import Case, reads, says

HUGE = 500_000_000  # bytes
_BLOCK = 1 << 17  # the most that a block of zstd holds
NAMES = (
    "../../../evil.png",
    "/etc/evil.png",
    "C:\\evil.png",
    "\\\\server\\evil.png",
    "CON",
    "nul.png",
    "gnp.\u202eevil.png",
    "e" * 300 + ".png",
    "\x1b[31mred.png",
    "a:b.png",
    ".",
    "evil.png ",
)
_EMPTY = "0" * 32 + ".png"


def zstd_bomb(size: int = HUGE, *, declares: int | None = None, window: int = 20) -> bytes:
    """Zeros as one frame of some 15 kB that says how large it is, or declares what it is not; 0: nothing."""
    says_size = size if declares is None else declares
    head = struct.pack("<IBBQ", 0xFD2FB528, 0xC0, window - 10 << 3, says_size)
    if not says_size:
        head = struct.pack("<IBB", 0xFD2FB528, 0, window - 10 << 3)
    full, rest = divmod(size, _BLOCK)
    return head + _run(_BLOCK) * full + _run(rest, last=True)


def _run(length: int, *, last: bool = False) -> bytes:
    """A block that is one byte, so many times."""
    return (length << 3 | 1 << 1 | last).to_bytes(3, "little") + b"\0"


def _deflated(size: int = HUGE) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return piece * (size >> 20) + packer.flush()


def raw_entry(
    name: str, packed: bytes, *, says_size: int, says_packed: int | None = None, method: int = 8
) -> bytes:
    """An archive of one entry whose sizes are whatever it says."""
    taken, raw = len(packed) if says_packed is None else says_packed, name.encode()
    about = struct.pack("<HHHHHIIIHH", 20, 0, method, 0, 33, 0, taken, says_size, len(raw), 0)
    local = b"PK\x03\x04" + about + raw
    entry = b"PK\x01\x02\x14\x00" + about + struct.pack("<HHHII", 0, 0, 0, 0, 0) + raw
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(local) + len(packed), 0)
    return local + packed + entry + end


def _many(count: int, says_count: int | None = None) -> bytes:
    """That many empty entries, of which the end of the archive says how many it likes."""
    local, directory = bytearray(), bytearray()
    for number in range(count):
        about = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 33, 0, 0, 0, 8, 0)
        directory += b"PK\x01\x02\x14\x00" + about + struct.pack("<HHHII", 0, 0, 0, 0, len(local))
        directory += b"%08d" % number
        local += b"PK\x03\x04" + about + b"%08d" % number
    told = min(count, 0xFFFF) if says_count is None else says_count
    return bytes(local + directory) + struct.pack(
        "<4sHHHHIIH", b"PK\x05\x06", 0, 0, told, told, len(directory), len(local), 0
    )


def _overlapping(count: int) -> bytes:
    """Every entry is the same bytes: small to keep, large to unpack all of them."""
    one = archive({"collection.anki2": database(_SOUND, 1)})
    end = one.rindex(b"PK\x05\x06")
    place = one.index(b"PK\x01\x02")
    entry = one[place:end]
    directory = entry + b"".join(
        entry.replace(b"collection.anki2", b"%016d" % number) for number in range(count - 1)
    )
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), place, 0)
    return one[:place] + directory + tail


def _twice() -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as zipped:
        warnings.simplefilter("ignore", UserWarning)
        for _ in range(2):
            zipped.writestr("collection.anki2", database(_SOUND, 1))
    return out.getvalue()


def _packed_as(method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as zipped:
        zipped.writestr("collection.anki2", database(_SOUND, 1))
    return out.getvalue()


def _locked() -> bytes:
    content = bytearray(package(_SOUND, 1))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def _with_link() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        link = zipfile.ZipInfo("collection.anki2")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        zipped.writestr(link, "/etc/passwd")
    return out.getvalue()


def _linked_picture() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        zipped.writestr("collection.anki2", database(_SHOWING, 1))
        zipped.writestr("media", '{"0": "a.png"}')
        link = zipfile.ZipInfo("0")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        zipped.writestr(link, "/etc/passwd")
    return out.getvalue()


_SOUND = Collection([Note(("q", "a"))])
_SHOWING = Collection([Note(('q <img src="a.png">', "a"))])


def _beside(names: tuple[str, ...]) -> bytes:
    return archive({"collection.anki2": database(_SOUND, 1), **dict.fromkeys(names, b"x")})


def _media(name: str) -> bytes:
    source = name.replace("&", "&amp;").replace('"', "&quot;")
    return package(Collection([Note((f'q <img src="{source}">', "a"))], media=[(name, image())]), 1)


def _newest(collection: bytes, **more: bytes) -> bytes:
    return archive({"meta": b"\x08\x03", "collection.anki21b": collection, **more})


def _own_names_alone(preview: Preview) -> bool:
    """The picture is there or left out, and nothing is called what the file calls it."""
    names = [medium.name for medium in preview.deck.media]
    return len(preview.deck.cards) == 1 and all(
        len(name) == len(_EMPTY) and name.endswith(PICTURE_ENDINGS) for name in names
    )


def _media_map(content: bytes, version: int = 1) -> bytes:
    shown = database(_SHOWING, version)
    if version == 1:
        return archive({"collection.anki2": shown, "media": content, "0": image()})
    return _newest(zstandard.compress(shown), media=content)


def _newest_picture() -> bytes:
    entry = zstandard.compress(message(1, message(1, b"a.png")))
    return archive(
        {
            "meta": b"\x08\x03",
            "collection.anki21b": zstandard.compress(database(_SHOWING, 3)),
            "media": entry,
            "0": zstd_bomb(),
        }
    )


def _picture_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("collection.anki2", database(_SHOWING, 1))
        zipped.writestr("media", '{"0": "a.png"}')
        zipped.writestr("0", bytes(60_000_000))
    return out.getvalue()


def stored(entries: dict[str, bytes]) -> bytes:
    """An archive that packs nothing, so that no ratio refuses it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, content in entries.items():
            zipped.writestr(name, content)
    return out.getvalue()


def _case(
    name: str, content: Callable[[], bytes], refused: str = "", **contained: Callable[[Preview], bool]
) -> Case:
    return Case(f"archive: {name}", "deck.apkg", content, refused, contained.get("contained"))


CASES: tuple[Case, ...] = (
    _case("bomb of zeros", lambda: archive({"collection.anki2": bytes(70_000_000)}), "unpacks to more than"),
    _case(
        "500 MB that say they are 100 bytes",
        lambda: raw_entry("collection.anki2", _deflated(), says_size=100),
        "damaged",
    ),
    _case(
        "100 bytes that say they are 4 GB",
        lambda: raw_entry("collection.anki2", _deflated(1 << 20), says_size=0xFFFFFFF0),
        "damaged",
    ),
    _case(
        "an entry that says it is longer than the file",
        lambda: raw_entry("collection.anki2", b"x" * 10, says_size=10, says_packed=10**9, method=0),
        "damaged",
    ),
    _case("70,000 entries", lambda: _many(70_000), "more than 10000 files"),
    _case("70,000 entries that say they are one", lambda: _many(70_000, 1), "more than 10000 files"),
    _case("entries over each other", lambda: _overlapping(9_000), "lie over each other"),
    _case("two collections of one name", _twice, "two files of the same name"),
    _case("locked", _locked, "locked with a password"),
    _case("packed by bzip2", lambda: _packed_as(zipfile.ZIP_BZIP2), "a way that Anki does not use"),
    _case("packed by LZMA", lambda: _packed_as(zipfile.ZIP_LZMA), "a way that Anki does not use"),
    _case(
        "an archive in the archive",
        lambda: archive({"collection.anki2": archive({"collection.anki2": b"x"})}),
        "damaged inside",
    ),
    _case("a link for a collection", _with_link, "damaged inside"),
    _case("a link for a picture", _linked_picture, contained=says("no PNG, JPEG, GIF or WebP")),
    _case("an archive alone", lambda: archive({"a.txt": b"x"}), "without a collection of Anki"),
    _case("names that lead elsewhere, beside", lambda: _beside(NAMES), contained=reads("q")),
    _case("a newer version", lambda: archive({"meta": b"\x08\x09", "collection.anki2": b""}), "of version 9"),
    _case(
        "meta that is no message", lambda: archive({"meta": b"\xff" * 9, "collection.anki2": b""}), '"meta"'
    ),
    _case("meta of 500 MB", lambda: raw_entry("meta", _deflated(), says_size=HUGE), "unpacks to more than"),
    _case("cut in half", lambda: package(_SOUND, 1)[:-100], "damaged"),
    _case("zstd that says 500 MB", lambda: _newest(zstd_bomb()), "unpacks to more than"),
    _case("zstd that says nothing", lambda: _newest(zstd_bomb(declares=0)), "unpacks to more than"),
    _case("zstd that looks back 2 GB", lambda: _newest(zstd_bomb(window=31)), "damaged"),
    _case("zstd that says less than it is", lambda: _newest(zstd_bomb(declares=1000)), "damaged"),
    _case("zstd within zstd", lambda: _newest(zstandard.compress(zstd_bomb())), "damaged inside"),
    _case(
        "a picture of 500 MB in zstd", _newest_picture, contained=says("damaged, or larger than it may be")
    ),
    _case("a picture of 60 MB of zeros", _picture_bomb, contained=says("damaged, or larger than it may be")),
    _case(
        "a list of media of 500 MB",
        lambda: _media_map(zstd_bomb(), 3),
        contained=says("list of pictures cannot be understood"),
    ),
    _case(
        "a list of media 100,000 deep",
        lambda: _media_map(b"[" * 100_000),
        contained=says("list of pictures cannot be understood"),
    ),
    _case(
        "a list of media with 300,000 names",
        lambda: _media_map(b"{" + b",".join(b'"%d":"%d"' % (n, n) for n in range(200_000)) + b"}"),
        contained=says("not in the package"),
    ),
    _case(
        "a list of media whose numbers have 5,000 digits",
        lambda: _media_map(b'{"%s": "a.png"}' % (b"9" * 5000)),
        contained=says("list of pictures cannot be understood"),
    ),
    *(
        _case(f"a picture called {name[:20]!a}", partial(_media, name), contained=_own_names_alone)
        for name in NAMES
    ),
    _case(
        "one picture under two names that look the same",
        lambda: package(
            Collection(
                [Note(('q <img src="e\u0301\u0323.png">', "a"))],
                media=[("\u00e9\u0323.png", image()), ("e\u0323\u0301.png", image(colour="blue"))],
            ),
            1,
        ),
        contained=says("there twice under one name"),
    ),
)
