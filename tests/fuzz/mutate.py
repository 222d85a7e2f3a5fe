"""Spoiling a file: a few bytes, a piece, a word that readers trip over; inside an archive, in its members."""

import io
import random
import warnings
import zipfile
from collections.abc import Sequence

TOKENS: tuple[bytes, ...] = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", "\u202e".encode(), "\u0301".encode(), b"\r\n\r\n",
    b"1e400", b"-0.0", b"NaN", b"Infinity", b"9" * 400, b"0x10", b"null", b"true", b"\\ud800", b'""', b"''",
    b"[" * 3000, b"{" * 200, b'{"a":' * 200, b"(" * 500, b"\t", b";", b",", b'"', b"'", b"|", b"#separator:",
    b"{{c1::a::b}}", b"{{c1::{{c2::x}}", b"{{#A}}{{/B}}", b"{{", b"}}", b"$", b"$$", b"\\(", b"\\frac{" * 50,
    b"<img src=x>", b"<img src='../a.png'>", b"<script>", b"<a href=javascript:1>", b"&#xD800;",
    b"&#99999999;",
    b"![a](b.png)", b"- [ ] ", b"```", b"=cmd()", b"../../x", b"CON", b"file:///etc/passwd",
    b"[[card]]", b"Q:", b"A:", b"---", b"\x1f", b"\x1b[31m",
)  # fmt: skip
_MOST = 200_000  # bytes of a spoilt file: it may grow, but not for ever


def spoilt(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """`content` with one to six things done to it; `others` are files of its kind to take pieces from."""
    if content[:2] == b"PK" and chance.random() < 0.8:
        return _spoilt_archive(content, others, chance)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
        content = chance.choice(_WAYS)(content, others, chance)
    return content[:_MOST]


def _flip(content: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    if not content:
        return content
    place = chance.randrange(len(content))
    return content[:place] + bytes([chance.choice((0, 255, chance.randrange(256)))]) + content[place + 1 :]


def _drop(content: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _piece(content, chance)
    return content[:start] + content[end:]


def _repeat(content: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _piece(content, chance)
    return content[:end] + content[start:end] * chance.choice((1, 2, 30)) + content[end:]


def _insert(content: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _piece(content, chance)
    end = chance.choice((start, end))
    return content[:start] + chance.choice(TOKENS) + content[end:]


def _splice(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    start, end = _piece(other, chance)
    place = chance.randrange(len(content) + 1)
    return content[:place] + other[start:end] + content[place:]


def _cut(content: bytes, _others: Sequence[bytes], chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


_WAYS = (_flip, _flip, _drop, _repeat, _insert, _insert, _splice, _cut)


def _piece(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.choice((1, 2, 4, 8, 40, 300)))


def _spoilt_archive(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """The archive packed anew with a member spoilt, renamed, twice or gone."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [(name, archive.read(name)) for name in archive.namelist()[:20]]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        return _flip(content, others, chance)
    if not members:
        return content
    place = chance.randrange(len(members))
    name, inside = members[place]
    way = chance.random()
    if way < 0.75:
        members[place] = (name, spoilt(inside, [member for _, member in members], chance))
    elif way < 0.85:
        members[place] = (name + chance.choice(("x", "/../y", "21", "\u202e")), inside)
    elif way < 0.95:
        del members[place]
    else:
        members.append((name.upper(), inside))
    packed = io.BytesIO()
    how = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w", how) as archive:
        warnings.simplefilter("ignore", UserWarning)  # of a name that stands there twice, as is wanted
        for name, inside in members:
            archive.writestr(name, inside)
    return packed.getvalue()
