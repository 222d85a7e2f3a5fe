"""The pictures that card texts show: fetched from the collection and decoded away from the GUI thread."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Signal
from PySide6.QtGui import QImage, QImageReader

from lstm_gui.formats.picture_kind import NoPicture, picture_ending
from lstm_gui.gui.jobs import Job

if TYPE_CHECKING:  # imported after the first paint
    from lstm_gui.gui.collection_thread import CollectionThread
    from lstm_gui.store.collection import Collection

LONGEST_SIDE = 2048  # px; a larger picture is made smaller while it is decoded
REMEMBERED = 64_000_000  # bytes of decoded pictures
_FORMATS = {".png": b"png", ".jpg": b"jpeg", ".gif": b"gif", ".webp": b"webp"}


def decoded(content: bytes) -> QImage | None:
    """The picture, at most LONGEST_SIDE long; None for what is none, is damaged or would be too large.

    What its first bytes say it is decides how it is read, and nothing else is tried.
    """
    try:
        kind = _FORMATS[picture_ending(content)]
    except NoPicture:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)  # a photograph lies as the camera was held
    reader.setScaledSize(_bounded(reader.size()))
    image = reader.read()
    return None if image.isNull() else image


def _bounded(size: QSize) -> QSize:
    if max(size.width(), size.height()) <= LONGEST_SIDE:
        return size
    smaller = QSize(LONGEST_SIDE, LONGEST_SIDE)
    smaller.setHeight(max(1, min(LONGEST_SIDE, round(LONGEST_SIDE * size.height() / size.width()))))
    smaller.setWidth(max(1, min(LONGEST_SIDE, round(LONGEST_SIDE * size.width() / size.height()))))
    return smaller


def _fetched(collection: "Collection", name: str) -> QImage | None:
    content = collection.medium(name)
    return None if content is None else decoded(content)


class PictureShelf(QObject):
    """The pictures seen last. Nothing is fetched but media of the collection, by their names.

    Signals:
    arrived(str) -- the name of a picture that was wanted and is here, or is known to be missing
    """

    arrived = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._collection: CollectionThread | None = None
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._missing: set[str] = set()
        self._wanted: dict[str, Job] = {}

    @property
    def waiting(self) -> bool:
        """Whether a picture is still being fetched."""
        return bool(self._wanted)

    def set_collection(self, collection: "CollectionThread") -> None:
        """Fetch from this collection from now on."""
        self._collection = collection

    def want(self, name: str) -> None:
        """Have a picture fetched, when it is not here; one that was missing may have come since."""
        if name in self._images or name in self._wanted:
            return
        if self._collection is None:
            self._missing.add(name)
            return
        job = self._wanted[name] = self._collection.job(self)
        job.succeeded.connect(lambda image: self._arrive(name, image))
        job.failed.connect(lambda error: self._refuse(name, error))
        self._collection.run(job, lambda collection: _fetched(collection, name))

    def image(self, name: str) -> QImage | None:
        """A picture; None while it is being fetched, or when it is missing."""
        return self._images.get(name)

    def is_missing(self, name: str) -> bool:
        """Whether a picture was wanted in vain."""
        return name in self._missing

    def _arrive(self, name: str, image: object) -> None:
        self._wanted.pop(name).deleteLater()
        if isinstance(image, QImage):
            self._missing.discard(name)
            self._images[name] = image
            self._shorten()
        else:
            self._missing.add(name)
        self.arrived.emit(name)

    def _refuse(self, name: str, error: Exception) -> None:
        from lstm_gui.store.errors import CollectionError

        self._arrive(name, None)
        if not isinstance(error, CollectionError):
            raise error

    def _shorten(self) -> None:
        size = sum(image.sizeInBytes() for image in self._images.values())
        while len(self._images) > 1 and size > REMEMBERED:
            _, oldest = self._images.popitem(last=False)
            size -= oldest.sizeInBytes()
