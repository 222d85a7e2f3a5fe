"""What kind of picture some bytes are, and how large it would be on screen, by its first bytes alone.

Nothing is decoded here: a few bytes may stand for a picture that fills the memory.
"""

import re
import struct

MAX_PICTURE = 8_000_000  # bytes
MAX_PIXELS = 16_000_000

MAX_SCANS = 100  # of a JPEG: each goes over the whole picture, and may be a few bytes
MAX_PACKED = 50  # texts and profiles in a PNG, each of which unpacks to some MB

_MARK = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_MOST_MARKS = 2000
_PACKED = b"zTXt", b"iTXt", b"iCCP"
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # the markers of a JPEG that tell its size
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})  # its markers without a length
_VECTORS = b"<svg", b"<?xml", b"<!doctype svg"


class NoPicture(Exception):
    """Why bytes are not taken for a picture, as the end of a sentence about it."""


def picture_ending(content: bytes) -> str:
    """The ending that a name of these bytes has: ".png", ".jpg", ".gif", ".webp". Raises NoPicture."""
    if len(content) > MAX_PICTURE:
        raise NoPicture(f"larger than {MAX_PICTURE // 1_000_000} MB")
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:13].lower().startswith(_VECTORS):
        raise NoPicture("an SVG, which is not shown here")
    try:
        ending, width, height = _measured(content)
    except (struct.error, IndexError):
        raise NoPicture("damaged") from None
    if not width or not height:
        raise NoPicture("damaged")
    if width * height > MAX_PIXELS:
        raise NoPicture(f"of {width} × {height} pixels, more than {MAX_PIXELS // 1_000_000} million")
    return ending


def _measured(content: bytes) -> tuple[str, int, int]:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png", *_of_png(content)
    if content.startswith(b"\xff\xd8\xff"):
        _refuse_many_scans(content)
        return ".jpg", *_of_jpeg(content)
    if content.startswith((b"GIF87a", b"GIF89a")):
        return ".gif", *_two("<HH", content, 6)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return ".webp", *_of_webp(content)
    raise NoPicture("no PNG, JPEG, GIF or WebP")


def _two(layout: str, content: bytes, place: int) -> tuple[int, int]:
    first, second = struct.unpack_from(layout, content, place)
    return first, second


def _of_png(content: bytes) -> tuple[int, int]:
    """The size; of one with two bytes a colour as if it were twice as wide, for so much room it takes."""
    if sum(map(content.count, _PACKED)) > MAX_PACKED:
        raise NoPicture("made to take long to be shown")
    width, height = _two(">II", content, 16)
    return width * max(1, content[24] // 8), height


def _refuse_many_scans(content: bytes) -> None:
    scans = marks = place = 0
    while (found := _MARK.search(content, place + 2)) and found[0] != b"\xff\xd9":
        scans, marks = scans + (found[0] == b"\xff\xda"), marks + 1
        if scans > MAX_SCANS or marks > _MOST_MARKS:
            raise NoPicture("made to take long to be shown")
        place = found.start() + max(2, int.from_bytes(content[found.end() : found.end() + 2]))


def _of_jpeg(content: bytes) -> tuple[int, int]:
    """The size in the first frame; the segments before it are leapt over by their lengths."""
    place = 2
    while content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xFF:  # fills up
            place += 1
        elif marker in _FRAMES:
            height, width = _two(">HH", content, place + 5)
            return width, height
        else:
            place += 2 if marker in _BARE else 2 + max(2, int.from_bytes(content[place + 2 : place + 4]))
    raise NoPicture("damaged")


def _of_webp(content: bytes) -> tuple[int, int]:
    kind = content[12:16]
    if kind == b"VP8X":
        return int.from_bytes(content[24:27], "little") + 1, int.from_bytes(content[27:30], "little") + 1
    if kind == b"VP8L" and content[20] == 0x2F:
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = _two("<HH", content, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise NoPicture("damaged")
