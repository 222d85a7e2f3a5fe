"""The tabs in the top bar: the rooms of the simulator and the training lab, one of which is shown."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from lstm_gui.gui.actions.table import spec
from lstm_gui.gui.fonts import ui_font
from lstm_gui.gui.palette import Palette
from lstm_gui.gui.theme import mix
from lstm_gui.settings import TABS

HEIGHT = 30
WIDEST = 96  # px, of a tab where there is room
DOT = 3.0  # px, half of the sign that a network learns
AIR = 11  # px, on both sides of a name


class TabStrip(QTabBar):
    """A tab for each of TABS. Choosing one triggers its action; `show_tab` says which is shown."""

    def __init__(self, actions: Mapping[str, QAction], colours: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = colours
        self._hovered = -1
        self._trains = False  # whether a network learns, which is seen at its tab
        self.setFont(ui_font(weight=QFont.Weight.DemiBold))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setUsesScrollButtons(False)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Tabs"))
        self.setToolTip(self.tr("What is shown beside the cards; arrows change it"))
        for name in TABS:
            action = actions[f"tab_{name}"]
            self.setTabToolTip(self.addTab(spec(action.objectName()).title), action.toolTip())
        self.currentChanged.connect(lambda index: actions[f"tab_{TABS[index]}"].trigger())

    def show_tab(self, name: str) -> None:
        """Show which tab is shown, without asking for it."""
        with QSignalBlocker(self):
            self.setCurrentIndex(TABS.index(name))

    def show_training(self, running: bool) -> None:
        """Say beside the name of its tab that a network learns, whichever tab is shown."""
        self._trains = running
        words = self.tr("A network learns now.") if running else ""
        self.setTabWhatsThis(TABS.index("train"), words)
        self.setAccessibleDescription(words)
        self.update()

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme."""
        self._colours = colours
        self.update()

    # Qt's own

    def tabSizeHint(self, index: int) -> QSize:
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.tabText(index))
        return QSize(max(WIDEST, round(wide) + 2 * AIR), HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.tabText(index))
        return QSize(round(wide) + 2 * AIR, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint(painter, index, self.tabRect(index))
        painter.end()

    def _paint(self, painter: QPainter, index: int, place: QRect) -> None:
        ground, edge, ink = self._inks(index)
        box = QRectF(place).adjusted(2, 1.5, -2, -1.5)
        painter.setPen(edge)
        painter.setBrush(ground)
        if ground.alpha():
            painter.drawRoundedRect(box, 7, 7)
        weight = QFont.Weight.DemiBold if index == self.currentIndex() else QFont.Weight.Normal
        painter.setFont(ui_font(weight=weight))
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
        if self._trains and TABS[index] == "train":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colours.role("i").graphic)
            painter.drawEllipse(QPointF(place.right() - DOT - 3, place.top() + DOT + 4), DOT, DOT)

    def _inks(self, index: int) -> tuple[QColor, QColor, QColor]:
        """Ground, edge and text of a tab."""
        colours, shown = self._colours, index == self.currentIndex()
        pointed = self.tabAt(self.mapFromGlobal(self.cursor().pos())) == index and self.underMouse()
        edge = mix(colours.panel, colours.accent, 1.0 if shown and self.hasFocus() else 0.35)
        if shown:
            return mix(colours.panel, colours.accent, 0.12), edge, colours.accent
        clear = QColor(Qt.GlobalColor.transparent)
        return mix(colours.panel, colours.text, 0.07) if pointed else clear, clear, colours.muted
