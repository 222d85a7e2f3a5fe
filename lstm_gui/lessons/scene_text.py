"""A scene as one short text that goes through a chat or an e-mail: copied here, pasted there.

    lstmlab1.eNqNkM1qwzAQhF9l0dk….9f3a01c7

`lstmlab` and a version, then the scene file, compressed and in the letters of base64url, then its checksum.
Blanks and line breaks inside are passed over: mail programs put them there. Whoever pastes it may have it of
a stranger, so length, alphabet, checksum and the size of what comes out are bounded before the scene is read,
as strictly as from a file.
"""

import base64
import binascii
import json
import re
import zlib

from lstm_gui.bounded_file import FileRefused, size_in_words
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import MAX_BYTES, parse_scene, scene_to_json

NAME, VERSION = "lstmlab", 1
MAX_LENGTH = 500_000  # characters, blanks included; the largest scene takes about 150,000
_BLANKS = str.maketrans("", "", " \t\r\n\u00a0\u200b")
_FORM = re.compile(rf"{NAME}(?P<version>[0-9]{{1,9}})\.(?P<packed>[A-Za-z0-9_-]+)\.(?P<check>[0-9a-f]{{8}})")


def scene_to_text(scene: Scene) -> str:
    """The scene as a text that `text_to_scene` reads back equal. Raises FileRefused where no file could."""
    short = json.dumps(json.loads(scene_to_json(scene)), ensure_ascii=False, separators=(",", ":")).encode()
    packed = base64.urlsafe_b64encode(zlib.compress(short, 9)).decode().rstrip("=")
    return f"{NAME}{VERSION}.{packed}.{_checksum(short)}"


def is_scene_text(text: str) -> bool:
    """Whether a text has the form of a scene, be it damaged or newer."""
    return len(text) <= MAX_LENGTH and _FORM.fullmatch(text.translate(_BLANKS)) is not None


def text_to_scene(text: str, name: str) -> Scene:
    """The scene in a text; `name` is what the text is called in a refusal. Raises FileRefused."""
    if len(text) > MAX_LENGTH:
        raise FileRefused(f"{name} has {len(text)} characters; a scene has at most {MAX_LENGTH}.")
    plain = text.translate(_BLANKS)
    if not plain.startswith(NAME):
        raise FileRefused(f'{name} is not a scene of LSTM Lab, which begins with "{NAME}".')
    form = _FORM.fullmatch(plain)
    if form is None:
        raise FileRefused(f"{name} is not whole: copy the scene again, from {NAME} to its last letter.")
    if int(form["version"]) > VERSION:
        raise FileRefused(f"{name} was made by a newer LSTM Lab; update to open it.")
    content = _unpacked(form["packed"], name)
    if _checksum(content) != form["check"]:
        raise _damaged(name)
    return parse_scene(content, name)


def _unpacked(packed: str, name: str) -> bytes:
    """What was compressed, never more than a scene file may hold."""
    try:
        raw = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(raw, MAX_BYTES + 1)
    except (binascii.Error, zlib.error):
        raise _damaged(name) from None
    if len(content) > MAX_BYTES:
        raise FileRefused(f"{name} holds more than {size_in_words(MAX_BYTES)}, the most that is read.")
    if not unpacking.eof or unpacking.unused_data:
        raise _damaged(name)
    return content


def _checksum(content: bytes) -> str:
    return f"{zlib.crc32(content):08x}"


def _damaged(name: str) -> FileRefused:
    return FileRefused(f"{name} was damaged on its way: copy the scene again, where it comes from.")
