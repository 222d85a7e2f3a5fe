"""The pictures of the cards: painted one at a time while nothing else is to be done, the newest wish first.

They are kept as long as the browser is open.
"""

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from lstm_gui.gui.scenes.thumbnail import thumbnail
from lstm_gui.gui.simulator.style import Style
from lstm_gui.lessons.scene import Scene

SIZE = QSize(204, 92)  # pixels at 100 %


class Thumbnails(QObject):
    """Keeps pictures by the name of the scene, in one style and for one screen.

    Signals
    -------
    painted(str)
        The picture of the scene of that name is there.
    """

    painted = Signal(str)

    def __init__(self, style: Style, ratio: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._style, self._ratio = style, ratio
        self._images: dict[str, QImage] = {}
        self._wanted: dict[str, Scene] = {}
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._paint_one)

    @property
    def size(self) -> QSize:
        """The size of a picture in pixels of the layout."""
        return (SIZE.toSizeF() * self._style.zoom).toSize()

    @property
    def kept(self) -> int:
        """How many pictures there are."""
        return len(self._images)

    @property
    def rest(self) -> bool:
        """Whether nothing is left to be painted."""
        return not self._wanted

    def look(self, style: Style, ratio: float) -> None:
        """Paint in this style and for such a screen from now on; what was painted otherwise is dropped."""
        if (style.palette, style.zoom, ratio) != (self._style.palette, self._style.zoom, self._ratio):
            self._images.clear()
            self.forget_wishes()
        self._style, self._ratio = style, ratio

    def image(self, name: str, scene: Scene) -> QImage | None:
        """The picture of a scene, or None: it is then painted soon, before what was asked for earlier."""
        found = self._images.get(name)
        if found is None:
            self._wanted.pop(name, None)
            self._wanted[name] = scene
            self._idle.start()
        return found

    def forget_wishes(self) -> None:
        """Paint nothing of what was asked for so far: it has gone out of sight."""
        self._wanted.clear()
        self._idle.stop()

    def _paint_one(self) -> None:
        name, scene = self._wanted.popitem()
        if not self._wanted:
            self._idle.stop()
        self._images[name] = thumbnail(scene, self.size, self._style, self._ratio)
        self.painted.emit(name)
