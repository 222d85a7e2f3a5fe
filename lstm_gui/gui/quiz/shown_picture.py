"""A picture between the lines of a text: within the room there is, and on paper where the ground is dark."""

from PySide6.QtCore import QObject, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPixmap,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from lstm_gui.gui.palette import palette
from lstm_gui.gui.pictures import PictureShelf

PICTURE = QTextFormat.ObjectTypes.UserObject + 2
NAME = QTextFormat.Property.UserProperty + 2
TALLEST = 360  # px at 100 %: the question and the ratings are not pushed out of sight
_GAP = 6.0  # px at 100 %, above and below


def picture_format(name: str) -> QTextCharFormat:
    """The format of the character that stands for a picture."""
    style = QTextCharFormat()
    style.setObjectType(PICTURE)
    style.setProperty(NAME, name)
    return style


class ShownPicture(QPyTextObject):
    """Draws the pictures of one text. One that is being fetched takes no room."""

    def __init__(self, shelf: PictureShelf, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._zoom, self._on_dark, self._room = 1.0, False, 0
        self._drawn: dict[tuple[str, int, int], QPixmap] = {}  # at the sizes in which they are shown

    def set_look(self, zoom: int, *, on_dark: bool) -> None:
        """Draw at `zoom` per cent, on a dark ground or a light one."""
        self._zoom, self._on_dark = zoom / 100, on_dark
        self._drawn.clear()

    def set_room(self, width: int) -> None:
        """Be no wider than this, in px, though the text may be: a scroll bar must not change the height."""
        self._room = width

    def intrinsicSize(self, document: QTextDocument, _position: int, style: QTextFormat) -> QSizeF:
        """The size at which it is shown, with the gaps around it."""
        image = self._shelf.image(str(style.property(NAME)))
        if image is None:
            return QSizeF(1, 1)
        size = self._shown(image, document.textWidth())
        return QSizeF(size.width(), size.height() + 2 * self._gap)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        _position: int,
        style: QTextFormat,
    ) -> None:
        """Paint the picture, or nothing while it is being fetched."""
        name = str(style.property(NAME))
        image = self._shelf.image(name)
        if image is None:
            return
        size = self._shown(image, document.textWidth())
        place = QRectF(QRectF(rect).topLeft(), size).translated(0, self._gap)
        if self._on_dark and image.hasAlphaChannel():
            painter.fillRect(place, palette("light").panel)  # most are drawn in black, on nothing
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(place.topLeft(), self._pixmap(name, image, size, ratio))

    @property
    def _gap(self) -> float:
        return _GAP * self._zoom

    def _shown(self, image: QImage, text_width: float) -> QSizeF:
        width, height = image.width() * self._zoom, image.height() * self._zoom
        room = min((each for each in (text_width, float(self._room)) if each > 0), default=width)
        factor = min(1.0, room / width, TALLEST * self._zoom / height)
        return QSizeF(max(1.0, width * factor), max(1.0, height * factor))

    def _pixmap(self, name: str, image: QImage, size: QSizeF, ratio: float) -> QPixmap:
        device = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
        key = (name, device.width(), device.height())
        if key not in self._drawn:
            if len(self._drawn) > 8:
                self._drawn.clear()
            keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            pixmap = QPixmap.fromImage(image.scaled(device, keep, smooth))
            pixmap.setDevicePixelRatio(ratio)
            self._drawn[key] = pixmap
        return self._drawn[key]
