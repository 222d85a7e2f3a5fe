"""A picture that is pasted or dropped into a text of a card: its bytes, as they will be kept."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QImage, QImageWriter

from lstm_gui.bounded_file import read_bounded
from lstm_gui.formats.picture_kind import MAX_PICTURE
from lstm_gui.gui.pictures import LONGEST_SIDE
from lstm_gui.quiz.card import PICTURE_ENDINGS


def holds_picture(mime: QMimeData) -> bool:
    """Whether what is pasted or dropped is a picture and not words: a spreadsheet offers both."""
    return bool(_file_of(mime)) or (mime.hasImage() and not mime.hasText())


def picture_of(mime: QMimeData) -> bytes:
    """The bytes of the picture: of the file as it is, or what was copied as PNG. Raises FileRefused."""
    file = _file_of(mime)
    if file:
        return read_bounded(Path(file), max_bytes=MAX_PICTURE)
    image = QImage(mime.imageData())
    if max(image.width(), image.height()) > LONGEST_SIDE:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _file_of(mime: QMimeData) -> str:
    """The one picture file among what is dropped; "" where it is anything else."""
    files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    endings = (*PICTURE_ENDINGS, ".jpeg")
    return files[0] if len(files) == 1 and files[0].lower().endswith(endings) else ""
