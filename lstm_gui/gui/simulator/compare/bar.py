"""The row above the lanes: pin this run, add a cell, open a comparison, and what these are compared for."""

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from lstm_gui.gui.actions.cells import CELLS, KIND
from lstm_gui.gui.actions.table import spec
from lstm_gui.gui.shown_kinds import FIRST
from lstm_gui.gui.simulator.compare.empty import start_words
from lstm_gui.gui.simulator.gradients.press import WordButton
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import lines, metrics, put_text
from lstm_gui.gui.window.scenes import shown_scenes
from lstm_gui.lessons.catalogue import topics
from lstm_gui.lessons.comparison import MOST_LANES
from lstm_gui.lessons.trained import trained_names, trained_title

translate = QCoreApplication.translate

_HEIGHT, _APART = 30.0, 6.0


class CompareBar(QWidget):
    """The buttons.

    Signals: `pin_requested()`, `same_requested()` for the cell once more, `cell_chosen(str)`, a name of
    shown_kinds.py, `scene_chosen(str)`, `start_chosen(str)`, one of those of empty.py, and
    `trained_chosen(str)`, the name of a comparison.
    """

    pin_requested = Signal()
    same_requested = Signal()
    cell_chosen = Signal(str)
    scene_chosen = Signal(str)
    start_chosen = Signal(str)
    trained_chosen = Signal(str)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style, self._words = style, ""
        self.pin = WordButton(translate("Compare", "Pin this run"), spec("pin_run").hint, style, self)
        self.add = WordButton(translate("Compare", "Add a cell ▾"), _add_tip(full=False), style, self)
        tip = translate("Compare", "Begin another comparison, or open one of trained cells")
        self.open = WordButton(translate("Compare", "Comparisons ▾"), tip, style, self)
        self.buttons = (self.pin, self.add, self.open)
        self.cells, self.comparisons = QMenu(self), QMenu(self)
        for menu in (self.cells, self.comparisons):
            menu.setToolTipsVisible(True)
        self.scenes = QMenu(translate("Compare", "From a scene"), self)
        self._fill_cells()
        self._fill_comparisons()
        self.pin.clicked.connect(self.pin_requested)
        self.add.clicked.connect(lambda: self._open(self.cells, self.add))
        self.open.clicked.connect(lambda: self._open(self.comparisons, self.open))
        self.scenes.aboutToShow.connect(self._fill_scenes)

    def show_room(self, lanes: int, *, can_pin: bool, words: str) -> None:
        """Say what can be done with so many lanes beside the scene's, and what they are compared for."""
        full = lanes >= MOST_LANES
        self.add.setEnabled(not full)
        self.add.setToolTip(_add_tip(full=full))
        self.pin.setEnabled(can_pin)
        if words != self._words:
            self._words = words
            self.setToolTip(words)
            self.setAccessibleDescription(words)
            self.update()

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        for button in self.buttons:
            button.set_style(style)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_words(painter, self.open.geometry().right() + self._style.px(14))
        painter.end()

    @property
    def stands_on_page(self) -> bool:
        """Whether there is anything but buttons."""
        return bool(self._words)

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the words alone: there are no buttons beside them."""
        self._paint_words(painter, self._style.px(6))

    def _paint_words(self, painter: QPainter, left: float) -> None:
        style, font = self._style, self._style.font(SMALL)
        found = lines(self._words, font, max(0.0, self.width() - left), 2)
        high = metrics(font).height()
        y = (self.height() - high * (len(found) - 1) + metrics(font).capHeight()) / 2
        for line in found:
            put_text(painter, left, y, line, font, style.palette.muted)
            y += high

    def _place(self) -> None:
        x, style = 0.0, self._style
        for button in self.buttons:
            wide = button.sizeHint().width()
            button.setGeometry(QRectF(x, 0, wide, self.height()).toRect())
            x += wide + style.px(_APART)
        self.update()

    # Menus

    @staticmethod
    def _open(menu: QMenu, button: WordButton) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _fill_cells(self) -> None:
        same = self.cells.addAction(translate("Compare", "This cell again"))
        same.setToolTip(translate("Compare", "Put the same cell beside itself, to change one thing there"))
        same.triggered.connect(lambda: self.same_requested.emit())
        self.cells.addSeparator()
        more = QMenu(translate("Compare", "Other kinds of cells"), self.cells)
        more.setToolTipsVisible(True)
        for row in CELLS:
            name = row.id.removeprefix(KIND)
            action = (self.cells if name in FIRST else more).addAction(row.title)
            action.setToolTip(row.hint)
            action.triggered.connect(lambda _=False, name=name: self.cell_chosen.emit(name))
        self.cells.addMenu(more)
        self.cells.addSeparator()
        self.cells.addMenu(self.scenes)

    def _fill_scenes(self) -> None:
        """The scenes by topic; they are read when they are first asked for."""
        if not self.scenes.isEmpty():
            return
        titles = dict(shown_scenes())
        for topic in topics():
            menu = self.scenes.addMenu(topic.title.replace("&", "&&"))
            for name in topic.scenes:
                if name in titles:
                    action = menu.addAction(titles[name].replace("&", "&&"))
                    action.triggered.connect(lambda _=False, name=name: self.scene_chosen.emit(name))

    def _fill_comparisons(self) -> None:
        for name, (words, tip) in start_words().items():
            action = self.comparisons.addAction(words)
            action.setToolTip(tip)
            action.triggered.connect(lambda _=False, name=name: self.start_chosen.emit(name))
        self.comparisons.addSeparator()
        for name in trained_names():
            action = self.comparisons.addAction(trained_title(name).replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=name: self.trained_chosen.emit(name))


def bar_height(style: Style) -> float:
    """How high the row stands."""
    return style.px(_HEIGHT)


def _add_tip(*, full: bool) -> str:
    if full:
        return translate("Compare", "Four cells at most: remove one first")
    return translate("Compare", "Put another kind of cell, or the cell of a scene, beside this one")
