"""Small pictures of each kind, and what is none."""

import io

from PIL import Image

KINDS = {"PNG": ".png", "JPEG": ".jpg", "GIF": ".gif", "WEBP": ".webp"}


def image(kind: str = "PNG", size: tuple[int, int] = (30, 20), colour: str = "red", **how: object) -> bytes:
    """A picture in one colour, as Pillow writes it."""
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **how)
    return out.getvalue()
