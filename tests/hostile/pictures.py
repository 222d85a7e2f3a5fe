"""Pictures that are hostile, each shown by a card: too large, too long to unpack, not what they say."""

import io
import struct
import zlib
from collections.abc import Callable
from functools import partial

from PIL import Image

from lstm_gui.formats.preview import Preview
from tests.formats.anki.packages import Collection, Note, package
from tests.formats.images import image
from tests.hostile.case import Case, says

SIDE = 4000  # px: 16 million together, the most that is taken


def chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int, height: int, *, depth: int = 8, more: bytes = b"", rows: int | None = None) -> bytes:
    """A black PNG, with `more` parts before its rows, of which there may be fewer than it says."""
    packer, row = zlib.compressobj(), bytes(1 + width * 4 * depth // 8)
    packed = b"".join(packer.compress(row) for _ in range(height if rows is None else rows))
    head = struct.pack(">IIBBBBB", width, height, depth, 6, 0, 0, 0)
    parts = chunk(b"IHDR", head) + more + chunk(b"IDAT", packed + packer.flush()) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def _saved(kind: str, *, side: int = SIDE, **how: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (side, side)).save(out, kind, **how)
    return out.getvalue()


def _half(kind: str) -> bytes:
    return _saved(kind, side=300)[:300]


def _animated(kind: str) -> bytes:
    frames = [Image.new("RGB", (600, 600), colour) for colour in ("red", "green", "blue")] * 10
    out = io.BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    return out.getvalue()


def _scans(count: int) -> bytes:
    """A JPEG whose last scan stands there so many times more: a few bytes each, the whole picture each."""
    once = _saved("JPEG", side=1000, progressive=True)
    scan, end = once.rindex(b"\xff\xda"), once.rindex(b"\xff\xd9")
    return once[:end] + once[scan:end] * count + once[end:]


def _marks(count: int) -> bytes:
    return b"\xff\xd8" + b"\xff\xfe\x00\x02" * count + image("JPEG")[2:]


def _shown(content: Callable[[], bytes], name: str = "a.png") -> Callable[[], bytes]:
    note = Note((f'q <img src="{name}">', "a"))
    return lambda: package(Collection([note], media=[(name, content())]), 1)


def _kept(ending: str) -> Callable[[Preview], bool]:
    return lambda preview: [medium.name[32:] for medium in preview.deck.media] == [ending]


def _case(
    name: str, content: Callable[[], bytes], contained: Callable[[Preview], bool], called: str = "a.png"
) -> Case:
    return Case(f"picture: {name}", "deck.apkg", _shown(content, called), contained=contained)


_TOO_MANY = says("pixels, more than 16 million")
_TOO_LONG = says("made to take long to be shown")
_NONE = says("no PNG, JPEG, GIF or WebP")
_TEXT = chunk(b"zTXt", b"x\0\0" + zlib.compress(bytes(1_000_000)))

CASES: tuple[Case, ...] = (
    _case("a PNG of 50,000 by 50,000", lambda: png(50_000, 50_000, rows=1), _TOO_MANY),
    _case("a PNG of 16 million pixels", lambda: png(SIDE, SIDE), _kept(".png")),
    _case(
        "a PNG of 16 million pixels with two bytes a colour",
        lambda: png(SIDE, SIDE, depth=16, rows=1),
        _TOO_MANY,
    ),
    _case("a PNG of nothing", lambda: png(0, 0), says("damaged")),
    _case("a PNG of 500 packed texts", lambda: png(9, 9, more=_TEXT * 500), _TOO_LONG),
    _case("a PNG with a packed profile", lambda: png(9, 9, more=_TEXT * 20), _kept(".png")),
    _case("a PNG without its rows", lambda: png(900, 900, rows=3), _kept(".png")),
    _case("a JPEG of 1,000 scans", lambda: _scans(1_000), _TOO_LONG, "a.jpg"),
    _case("a JPEG of 80 scans", lambda: _scans(80), _kept(".jpg"), "a.jpg"),
    _case("a JPEG of 3,000 marks", lambda: _marks(3_000), _TOO_LONG, "a.jpg"),
    _case("a JPEG of 16 million pixels", lambda: _saved("JPEG", progressive=True), _kept(".jpg"), "a.jpg"),
    _case("a GIF of 16 million pixels", lambda: _saved("GIF"), _kept(".gif"), "a.gif"),
    _case("a WebP of 16 million pixels", lambda: _saved("WEBP", quality=1), _kept(".webp"), "a.webp"),
    _case("an animated GIF", lambda: _animated("GIF"), _kept(".gif"), "a.gif"),
    _case("an animated WebP", lambda: _animated("WEBP"), _kept(".webp"), "a.webp"),
    *(
        _case(f"half of a {kind}", partial(_half, kind), _kept(ending), f"a{ending}")
        for kind, ending in {"PNG": ".png", "JPEG": ".jpg", "GIF": ".gif", "WEBP": ".webp"}.items()
    ),
    _case("a JPEG called a PNG", lambda: image("JPEG"), _kept(".jpg")),
    _case("a PNG called a GIF", lambda: image("PNG"), _kept(".png"), "a.gif"),
    _case("an SVG", lambda: b"<svg><image href='file:///etc/passwd'/></svg>", says("an SVG"), "a.svg"),
    _case("an SVG called a PNG", lambda: b"\xef\xbb\xbf \n<?xml version='1.0'?><svg/>", says("an SVG")),
    _case("an SVG packed by gzip", lambda: b"\x1f\x8b\x08" + bytes(100), _NONE, "a.svgz"),
    _case("a BMP", lambda: image("BMP"), _NONE, "a.bmp"),
    _case("a TIFF", lambda: image("TIFF"), _NONE, "a.tiff"),
    _case("an icon", lambda: image("ICO"), _NONE, "a.ico"),
    _case("a PDF", lambda: b"%PDF-1.7", _NONE),
    _case("nothing", lambda: b"", _NONE),
    _case("9 MB", lambda: image() + bytes(9_000_000), says("damaged, or larger than it may be")),
)
