"""The grid of cards, as many side by side as fit; their pictures are painted as they come into sight."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QWidget

from lstm_gui.gui.scenes.scene_delegate import SceneDelegate
from lstm_gui.gui.scenes.scene_model import SceneModel
from lstm_gui.gui.scenes.thumbnails import Thumbnails
from lstm_gui.gui.simulator.style import TITLE, Style
from lstm_gui.gui.simulator.text import lines, put_centred
from lstm_gui.gui.slim_bar import SlimBar


class CardView(QListView):
    """Arrows move among the cards, Enter or a double click opens one; letters typed are for the search.

    Signals
    -------
    wanted(str)
        The person opens the scene of that name.
    typed(str)
        A letter was typed.
    """

    wanted = Signal(str)
    typed = Signal(str)

    def __init__(self, model: SceneModel, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._scenes, self._style = model, style
        self.nothing = ""  # what stands in the middle where no scene is listed
        self.thumbnails = Thumbnails(style, self.devicePixelRatioF(), self)
        self._cards = SceneDelegate(self.thumbnails, style)
        self.setModel(model)
        self.setItemDelegate(self._cards)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionRectVisible(False)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Scenes"))
        self.thumbnails.painted.connect(self._show_picture)
        self.clicked.connect(self._open)
        model.modelAboutToBeReset.connect(self.thumbnails.forget_wishes)

    @property
    def current_name(self) -> str:
        """The scene that Enter would open; "" where none is listed."""
        row = self.currentIndex().row()
        return self._scenes.rows[row].entry.name if row >= 0 else ""

    @property
    def least_width(self) -> int:
        """How much room one card needs, with the scroll bar."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return self._cards.card_size.width() + self.verticalScrollBar().sizeHint().width() + bar

    def point_at(self, name: str) -> None:
        """Mark a scene, or the first one where that is not listed."""
        if self._scenes.rows:
            index = self._scenes.index(max(0, self._scenes.row_of(name)))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def open_current(self) -> None:
        """Open the scene that is marked."""
        if self.current_name:
            self.wanted.emit(self.current_name)

    def say_nothing_found(self, words: str) -> None:
        """Let these words stand there where no scene is listed."""
        self.nothing = words
        self.viewport().update()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._style = style
        self._cards.set_style(style)
        self.thumbnails.look(style, self.devicePixelRatioF())
        self.scheduleDelayedItemsLayout()
        self._spread()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; what can be read goes to the search."""
        text = event.text()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif (
            text.isprintable() and text.strip() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ):
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._scenes.rows:
            return
        painter, style = QPainter(self.viewport()), self._style
        font, middle = style.font(TITLE), self.viewport().rect().center()
        for n, line in enumerate(lines(self.nothing, font, self.viewport().width() - style.px(40), 3)):
            put_centred(painter, middle.x(), middle.y() + n * style.px(20), line, font, style.palette.muted)
        painter.end()

    # Inside

    def _open(self, index: QModelIndex) -> None:
        self.wanted.emit(self._scenes.rows[index.row()].entry.name)

    def _spread(self) -> None:
        """As many cards in a row as fit, the room left over shared among them."""
        card = self._cards.card_size
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)  # Qt keeps that much free
        room = self.maximumViewportSize().width() - bar - 1
        across = max(1, room // card.width())
        self.setGridSize(QSize(room // across, card.height()))

    def _show_picture(self, name: str) -> None:
        row = self._scenes.row_of(name)
        if row >= 0:
            self.update(self._scenes.index(row))
