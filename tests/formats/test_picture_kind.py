"""What bytes are is seen by their first ones, and no picture is taken that would fill the memory."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.picture_kind import MAX_PICTURE, NoPicture, picture_ending
from tests.formats.images import KINDS, image


def reason(content: bytes) -> str:
    with pytest.raises(NoPicture) as caught:
        picture_ending(content)
    return str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_known_by_its_content(kind: str) -> None:
    assert picture_ending(image(kind)) == KINDS[kind]
    assert picture_ending(image(kind) + bytes(100)) == KINDS[kind]


def test_the_three_kinds_of_webp_and_a_progressive_jpeg_are_measured() -> None:
    assert picture_ending(image("WEBP", lossless=True)) == ".webp"
    assert picture_ending(image("WEBP", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0")) == ".webp"
    assert picture_ending(image("JPEG", progressive=True, comment=b"x" * 300)) == ".jpg"


def test_a_picture_of_too_many_pixels_is_left_out_undecoded() -> None:
    png, gif, jpeg = image("PNG"), image("GIF"), image("JPEG")
    at = jpeg.index(b"\xff\xc0") + 5
    huge = (
        png[:16] + struct.pack(">II", 50_000, 50_000) + png[24:],
        gif[:6] + struct.pack("<HH", 50_000, 50_000) + gif[10:],
        jpeg[:at] + struct.pack(">HH", 50_000, 50_000) + jpeg[at + 4 :],
    )
    assert [reason(content) for content in huge] == ["of 50000 × 50000 pixels, more than 16 million"] * 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?><svg/>", "an SVG"),
        (b"", "no PNG"),
        (b"GIF89a", "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "damaged"),
        (b"\xff\xd8\xff\xe0" + b"\xff" * 40, "damaged"),
        (b"RIFF\0\0\0\0WEBPVP8Z" + bytes(40), "damaged"),
        (bytes(MAX_PICTURE + 1), "larger than 8 MB"),
    ],
)
def test_what_is_no_picture_is_told(content: bytes, words: str) -> None:
    assert words in reason(content)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_any_bytes_are_a_picture_or_none(kind: str, data: st.DataObject) -> None:
    content = bytearray(image(kind))
    for _ in range(data.draw(st.integers(0, 9))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        ending = picture_ending(bytes(content[: data.draw(st.integers(0, len(content)))]))
    except NoPicture:
        return
    assert ending in KINDS.values()
