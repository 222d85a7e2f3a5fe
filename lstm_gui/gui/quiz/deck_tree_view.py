"""The tree of decks on screen: branches fold by mouse and arrow keys, and rows paint themselves."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from lstm_gui.gui.quiz.deck_list import DeckDelegate, DeckModel
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.slim_bar import SlimBar

INDENT = 18.0  # px of the design
ALL_OPEN = 12  # rows that are all shown at once; of more, only the way to the deck under review is open


class DeckTreeView(QTreeView):
    """Shows a DeckModel. Left and right fold and unfold, as do clicks on the mark before a name."""

    def __init__(self, model: DeckModel, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._decks = style, model
        self.setModel(model)
        self.setItemDelegate(DeckDelegate(style))
        self.itemDelegate().setParent(self)
        self.setHeaderHidden(True)
        self.setIndentation(style.px(INDENT))
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)  # a double click chooses
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        clear = QPalette(self.palette())
        clear.setColor(QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))  # the row paints its own ground
        self.setPalette(clear)
        self.open_way_to(self.currentIndex())

    def open_way_to(self, index: QModelIndex) -> None:
        """Open all of a small tree, of a large one what leads to a row."""
        every = list(self._decks.each())
        self.setRootIsDecorated(any(self._decks.hasChildren(each) for each in every))
        if len(every) <= ALL_OPEN:
            self.expandAll()
        while (index := index.parent()).isValid():
            self.expand(index)

    def open_names(self) -> set[str | None]:
        """The decks that are unfolded."""
        return {self._decks.name_of(each) for each in self._decks.each() if self.isExpanded(each)}

    def open_again(self, names: set[str | None]) -> None:
        """Unfold these decks."""
        for index in self._decks.each():
            self.setExpanded(index, self._decks.name_of(index) in names)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the mark of a deck that holds others: it points down once it is open."""
        if not self._decks.hasChildren(index):
            return
        middle = QPointF(rect.right() - self.indentation() / 2 + 1, rect.center().y() + 0.5)
        arm = self._look.px(4)
        shape = (
            ((-0.5, -1), (0.5, 0), (-0.5, 1))
            if not self.isExpanded(index)
            else ((-1, -0.5), (0, 0.5), (1, -0.5))
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.palette.muted, self._look.px(1.6)))
        painter.drawPolyline(QPolygonF([middle + QPointF(x * arm, y * arm) for x, y in shape]))
        painter.restore()
