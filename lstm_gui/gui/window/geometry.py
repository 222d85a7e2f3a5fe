"""Where a window stood, as text for the settings."""

import base64
import binascii

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget


def geometry_of(window: QWidget) -> str:
    """Where the window stands, to be given to restored()."""
    return base64.b64encode(bytes(window.saveGeometry().data())).decode()


def restored(window: QWidget, text: str) -> bool:
    """Put the window where it stood; False, and nothing is done, when the text was lost or damaged."""
    try:
        return bool(text) and window.restoreGeometry(QByteArray(base64.b64decode(text, validate=True)))
    except (binascii.Error, ValueError):
        return False
