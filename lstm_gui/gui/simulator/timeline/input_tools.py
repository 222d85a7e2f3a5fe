"""The small buttons beside the timeline's title: curves or all units, an input, draw it, draw it anew."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from lstm_gui.gui.simulator.style import SMALL, Style, mixed
from lstm_gui.gui.simulator.text import put_text, width

Sign = Callable[[QPainter, QPointF, float], None]  # painter, middle, half the size in pixels
_HEIGHT, _DENSE_HEIGHT = 22.0, 19.0
_SIGN = 13.0  # pixels across, of a sign
_APART = 6.0


class HeaderButton(QAbstractButton):
    """A button with a sign, and words before it where there is room. Checked, it is tinted."""

    def __init__(self, words: str, sign: Sign, tip: str, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign, self._style, self._wordy = sign, style, True
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(tip)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_style(self, style: Style, *, wordy: bool) -> None:
        """Draw in this style, with words or with the sign alone."""
        self._style, self._wordy = style, wordy
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        style = self._style
        words = width(style.font(SMALL), self.text()) + style.px(5) if self._wordy else 0.0
        across = words + style.px(_SIGN + 11)
        return QSize(round(across), round(style.px(_DENSE_HEIGHT if style.dense else _HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        style, palette = self._style, self._style.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused, lit = self.hasFocus(), self.isChecked()
        edge = palette.accent if focused or lit else palette.border
        painter.setPen(QPen(edge, 1.6 if focused or lit else 1.0))
        painter.setBrush(self._ground())
        box = self.rect().toRectF()
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), style.px(5), style.px(5))
        ink = palette.accent if lit else palette.text if self.underMouse() else palette.muted
        if self._wordy:
            baseline = box.center().y() + style.px(3.9)
            put_text(painter, style.px(7), baseline, self.text(), style.font(SMALL), ink)
        painter.setPen(QPen(ink, style.px(1.4)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = QPointF(box.right() - style.px(5.5 + _SIGN / 2), box.center().y())
        self._sign(painter, middle, style.px(_SIGN / 2))
        painter.end()

    def _ground(self) -> QColor:
        style = self._style
        tint = 0.14 if self.isChecked() else 0.1 if self.underMouse() else 0.0
        return mixed(style.well, style.palette.accent, tint)


class InputTools(QWidget):
    """The buttons in a row.

    Signals: `drawing_changed(bool)`, when a person turned the pencil on or off, `seed_requested()`, and
    `all_units_chosen(bool)`: heat maps of every unit, or the curves of one.
    """

    drawing_changed = Signal(bool)
    seed_requested = Signal()
    all_units_chosen = Signal(bool)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._menu: QMenu | None = None
        inputs = self.tr("Choose, type or load what the cell reads")
        drawing = self.tr("Draw over the dots with the mouse (D)\nShift + drag draws without it.")
        seed = self.tr("Draw the random input anew, by another seed; Undo brings this one back")
        self.choose = HeaderButton(self.tr("Inputs"), _chevron, inputs, style, self)
        self.pencil = HeaderButton(self.tr("Draw"), _pencil, drawing, style, self)
        self.seed = HeaderButton(self.tr("New seed"), _die, seed, style, self)
        self.curves, self.units = self._switch(style)
        self.buttons = (self.curves, self.units, self.choose, self.pencil, self.seed)
        self.choose.clicked.connect(self._open_menu)
        self.choose.hide()
        self.pencil.setCheckable(True)
        self.pencil.clicked.connect(lambda: self.drawing_changed.emit(self.pencil.isChecked()))
        self.seed.clicked.connect(self.seed_requested)
        self.seed.hide()

    def set_menu(self, menu: QMenu) -> None:
        """Offer what stands in a menu; without one there is nothing to choose."""
        self._menu = menu
        self.choose.show()

    def set_seeded(self, seeded: bool) -> None:
        """Offer a new seed, or not."""
        self.seed.setVisible(seeded)

    def set_units(self, count: int) -> None:
        """Offer to show all units where there are several."""
        for button in (self.curves, self.units):
            button.setVisible(count > 1)

    def set_all_units(self, on: bool) -> None:
        """Show whether heat maps of every unit are shown, or the curves of one."""
        self.curves.setChecked(not on)
        self.units.setChecked(on)

    def _switch(self, style: Style) -> tuple[HeaderButton, HeaderButton]:
        """The two buttons of which one is checked."""
        one = self.tr("The curves of the unit that is chosen (H)")
        every = self.tr("Heat maps of every unit, a row for each (H)\nClick in them to choose a unit and t.")
        curves = HeaderButton(self.tr("Curves"), _curve, one, style, self)
        units = HeaderButton(self.tr("All units"), _grid, every, style, self)
        for button, on in ((curves, False), (units, True)):
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, on=on: self._choose_view(on))
            button.hide()
        curves.setChecked(True)
        return curves, units

    def _choose_view(self, on: bool) -> None:
        self.set_all_units(on)
        self.all_units_chosen.emit(on)

    def lay_out(self, style: Style, room: float) -> float:
        """Stand side by side in this style, with words as far as there is room; how wide that is."""
        shown = [button for button in self.buttons if not button.isHidden()]
        for wordless in range(len(shown) + 1):
            across = self._in_a_row(shown, wordless, style)
            if across <= room:
                break
        self.resize(round(across), self.pencil.height())
        return across

    @staticmethod
    def _in_a_row(buttons: list[HeaderButton], wordless: int, style: Style) -> float:
        """Place the buttons, the last `wordless` of them without words; how wide they are together."""
        left = 0.0
        for place, button in enumerate(buttons, start=1):
            button.set_style(style, wordy=place <= len(buttons) - wordless)
            button.move(round(left), 0)
            left += button.width() + style.px(_APART)
        return left - style.px(_APART)

    def _open_menu(self) -> None:
        if self._menu is not None:
            self._menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))


def _curve(painter: QPainter, middle: QPointF, half: float) -> None:
    """A line that goes up and down."""
    points = ((-0.9, 0.5), (-0.3, -0.6), (0.3, 0.35), (0.9, -0.5))
    painter.drawPolyline([middle + QPointF(x, y) * half for x, y in points])


def _grid(painter: QPainter, middle: QPointF, half: float) -> None:
    """Four fields, two of them filled."""
    side = half * 0.72
    for n, (x, y) in enumerate(((-1, -1), (0, -1), (-1, 0), (0, 0))):
        box = QRectF(middle + QPointF(x, y) * side, middle + QPointF(x + 1, y + 1) * side)
        painter.drawRect(box)
        if n in (0, 3):
            painter.fillRect(box, painter.pen().color())


def _chevron(painter: QPainter, middle: QPointF, half: float) -> None:
    """An arrow downwards: a list opens."""
    arm = half * 0.55
    corners = (QPointF(-arm, -arm / 2), QPointF(0, arm / 2), QPointF(arm, -arm / 2))
    painter.drawPolyline([middle + corner for corner in corners])


def cross(painter: QPainter, middle: QPointF, half: float) -> None:
    """Two lines across: it goes away."""
    arm = half * 0.55
    for way in (1, -1):
        painter.drawLine(middle - QPointF(arm, arm * way), middle + QPointF(arm, arm * way))


def _pencil(painter: QPainter, middle: QPointF, half: float) -> None:
    """A pencil, its point at the lower left."""
    points = ((-0.95, 0.95), (-0.75, 0.2), (0.45, -1.0), (1.0, -0.45), (-0.2, 0.75), (-0.95, 0.95))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) * half * 0.85 for x, y in points]))
    painter.drawLine(middle + QPointF(0.1, -0.62) * half * 0.85, middle + QPointF(0.62, -0.1) * half * 0.85)


def _die(painter: QPainter, middle: QPointF, half: float) -> None:
    """A die that shows three."""
    reach = half * 0.82
    painter.drawRoundedRect(
        QRectF(middle - QPointF(reach, reach), middle + QPointF(reach, reach)), half / 3, half / 3
    )
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    for place in (-0.42, 0.0, 0.42):
        painter.drawEllipse(middle + QPointF(place, place) * half, half * 0.15, half * 0.15)
