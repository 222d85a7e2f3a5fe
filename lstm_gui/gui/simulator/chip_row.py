"""A row of small chips of which one is chosen: by a click, by the arrows, or by the wheel.

It is a slider that paints itself as chips, so the keyboard and screen readers know it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from lstm_gui.gui.simulator.style import SMALL, TINY, Style, mixed
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_centred, width

_HIGH, _GAP, _LOW = 19.0, 2.0, 2.5  # a chip's height, what lies between two, the height of its bar
_WIDE, _NARROW = 24.0, 14.0


@dataclass(frozen=True)
class Chip:
    """What a chip shows: a number or a letter, on a colour where it stands for a value."""

    text: str
    tip: str = ""
    share: float | None = None  # of its value, −1 … 1: a bar from the middle to that side
    ground: QColor | None = None
    ink: QColor | None = None  # of a letter that has a colour of its own

    @property
    def look(self) -> tuple[object, ...]:
        """What of it is seen."""
        return self.text, self.share, *(colour and colour.rgb() for colour in (self.ground, self.ink))


class ChipRow(QSlider):
    """Signals: `chosen(int)` with the place of the chip that a person chose, counted from 0."""

    chosen = Signal(int)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._style, self._wide = style, 0.0
        self.chips: tuple[Chip, ...] = ()
        self.setRange(0, 0)
        self.setPageStep(4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.valueChanged.connect(self.chosen)

    def show_chips(self, chips: Sequence[Chip], chosen: int) -> None:
        """Show these, one of them chosen, without telling of it."""
        before, self.chips = [chip.look for chip in self.chips], tuple(chips)
        if not self.underMouse():
            self.setToolTip(self.chips[chosen].tip if self.chips else self.accessibleName())
        with QSignalBlocker(self):
            self.setRange(0, max(0, len(self.chips) - 1))
            other = chosen != self.value()
            self.setValue(chosen)
        if other or before != [chip.look for chip in self.chips]:
            self.update()

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self.update()

    def take_room(self, room: float) -> float:
        """Be as wide as wanted, or as there is room for, and return that."""
        px, count = self._style.px, max(1, len(self.chips))
        self._wide = max(px(_NARROW) * 0.8, min(px(_WIDE), room / count))
        self.setFixedSize(round(self._wide * count), round(px(_HIGH)))
        return self._wide * count

    def box_of(self, place: int) -> QRectF:
        """Where a chip stands."""
        half = self._style.px(_GAP) / 2
        return QRectF(place * self._wide + half, 0, self._wide - 2 * half, self.height())

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setValue(self._place_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.chips:
            self.setToolTip(self.chips[self._place_at(event.position())].tip)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.setValue(self._place_at(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Nothing moves when the button is let go."""

    def _place_at(self, where: QPointF) -> int:
        return max(0, min(self.maximum(), int(where.x() / max(1.0, self._wide))))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, focused=self.hasFocus())
        painter.end()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the chips as nobody's keyboard is on them."""
        self._paint(painter, focused=False)

    def _paint(self, painter: QPainter, *, focused: bool) -> None:
        for place, chip in enumerate(self.chips):
            chosen = place == self.value()
            _paint_chip(painter, self.box_of(place), chip, self._style, chosen=chosen, focused=focused)


def _paint_chip(
    painter: QPainter, box: QRectF, chip: Chip, style: Style, *, chosen: bool, focused: bool
) -> None:
    palette = style.palette
    edge = palette.accent if chosen and focused else palette.text if chosen else palette.border
    ground = chip.ground or (mixed(style.well, palette.accent, 0.12) if chosen else style.well)
    inset = 1.0 if chosen else 0.8
    painter.setPen(QPen(edge, style.px(2.0) if chosen else 1.0))
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), style.px(4), style.px(4))
    if chip.ink is not None:
        baseline = box.center().y() + style.px(4)
        put_symbol(painter, style, box.center().x(), baseline, (chip.text, ""), 14, chip.ink, Align.CENTRE)
        return
    ink = ink_on(ground)
    _paint_bar(painter, box, chip, ink, style)
    fonts = [style.font(size, bold=chosen) for size in (SMALL, TINY, 9.0)]
    font = next((font for font in fonts if width(font, chip.text) <= box.width() - 3), fonts[-1])
    put_centred(painter, box.center().x(), box.center().y() - style.px(1), chip.text, font, ink)


def _paint_bar(painter: QPainter, box: QRectF, chip: Chip, ink: QColor, style: Style) -> None:
    """A thin bar at the foot, to the right of the middle for what is positive: the colour is not alone."""
    if chip.share is None or chip.share != chip.share:
        return
    share = max(-1.0, min(1.0, chip.share))
    middle, half = box.center().x(), box.width() / 2 - style.px(3)
    bar = QRectF(middle, box.bottom() - style.px(_LOW + 1.6), share * half, style.px(_LOW)).normalized()
    painter.fillRect(bar, ink)


def ink_on(ground: QColor) -> QColor:
    """Black or white, whichever reads better on a colour: at least 4.5 : 1."""
    return _ink_on(ground.rgb())


@lru_cache(maxsize=1024)
def _ink_on(ground: int) -> QColor:
    inks = (QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white))
    return max(inks, key=lambda ink: contrast(ink, QColor(ground)))


def contrast(one: QColor, other: QColor) -> float:
    """How well two colours can be told apart: 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
