"""The bar at the top of the window: name, menus, tabs, undo and redo, the way back from a visit, Present."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QMenuBar,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from lstm_gui.gui.actions.table import spec
from lstm_gui.gui.fonts import ui_font
from lstm_gui.gui.palette import Palette
from lstm_gui.gui.theme import bar_style, mix
from lstm_gui.gui.window.icons import icon
from lstm_gui.gui.window.tabs import TabStrip

HEIGHT = 44
ROOMY = 1100  # px: in a narrower bar the menus need the room
NARROW = 1040  # px, below which the name gives way: the frame of the window has it too
TITLE_POINTS = 10.5


class PillButton(QAbstractButton):
    """A round-ended button that paints itself: filled with ink, or softly tinted."""

    def __init__(self, colours: Palette, *, filled: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._filled = filled
        self.setFont(ui_font(weight=QFont.Weight.DemiBold if not filled else QFont.Weight.Medium))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_action(self, action: QAction, text: str) -> None:
        """Stand for an action, under a shorter name."""
        self.setText(text)
        self.setToolTip(action.toolTip())
        self.setAccessibleName(spec(action.objectName()).title)
        self.setAccessibleDescription(action.toolTip())
        self.clicked.connect(action.trigger)

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        return QSize(round(metrics.horizontalAdvance(self.text())) + 44, round(metrics.height()) + 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = self._inks()
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.hasFocus():
            painter.setPen(self._colours.accent)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 17, 17)
            box.adjust(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _inks(self) -> tuple[QColor, QColor]:
        colours = self._colours
        pressed = 0.25 if self.isDown() else 0.12 if self.underMouse() else 0.0
        if self._filled:
            return mix(colours.text, colours.panel, pressed), colours.panel
        return mix(mix(colours.panel, colours.accent, 0.1), colours.accent, pressed / 2), colours.accent


class TopBar(QWidget):
    """The bar; its menu bar is filled by menus.py."""

    def __init__(self, actions: Mapping[str, QAction], colours: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = colours
        self._actions = actions
        self.menu_bar = QMenuBar(self)
        self.menu_bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.tabs = TabStrip(actions, colours, self)
        self._buttons = [_tool_button(actions[name], self) for name in ("undo", "redo")]
        self.back = PillButton(colours, filled=False, parent=self)
        self._way_back: tuple[bool, bool] | None = None
        self.back.setAccessibleName(self.tr("Back to your own state"))
        self.show_back(False, key_leads_back=True)
        self.present = PillButton(colours, filled=True, parent=self)
        self.present.show_action(actions["present"], self.tr("Present  F5"))
        self._lay_out()
        self.set_palette(colours)

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme."""
        self._colours = colours
        self.setStyleSheet(bar_style(colours))
        faint = mix(colours.panel, colours.muted, 0.5)
        for name in ("undo", "redo"):
            self._actions[name].setIcon(icon(name, colours.muted, faint))
        for part in (self.tabs, self.back):
            part.set_palette(colours)
        self.present.set_palette(colours)
        self.update()

    def show_back(self, shown: bool, *, key_leads_back: bool) -> None:
        """Show the way back from a visit, or hide it; S may lead on to the next card's scene meanwhile."""
        if self._way_back == (shown, key_leads_back):
            return  # asked at every frame of a drag
        self._way_back = shown, key_leads_back
        tip = self.tr("Leave the card's scene, back to your own state")
        self.back.setToolTip(f"{tip} (S)" if key_leads_back else tip)
        self.back.setAccessibleDescription(self.back.toolTip())
        self._name_back()
        self.back.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._title.setVisible(self.width() >= NARROW)
        self._name_back()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colours.panel)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._colours.border)
        painter.end()

    def _name_back(self) -> None:
        words = self.tr("Back to your own state") if self.width() >= ROOMY else self.tr("Back")
        by_key = self._way_back is not None and self._way_back[1]
        self.back.setText(f"{words}  S" if by_key else words)
        self.back.updateGeometry()

    def _lay_out(self) -> None:
        self._title = QLabel(self.tr("LSTM Lab"), self)
        self._title.setFont(ui_font(TITLE_POINTS, QFont.Weight.Bold))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(self._title)
        row.addWidget(self.menu_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(2)
        row.addWidget(self.back)
        for button in self._buttons:
            row.addWidget(button)
        row.addSpacing(6)
        row.addWidget(self.present)
        self.setFixedHeight(HEIGHT)


def _tool_button(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setIconSize(QSize(18, 18))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(spec(action.objectName()).title)
    return button
