"""What a value that can be dragged looks like: a ring in the diagram, a field in a table, a bare number."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from lstm_gui.gui.palette import Role
from lstm_gui.gui.simulator.mark import Mark, inked
from lstm_gui.gui.simulator.stamp import put_stamp
from lstm_gui.gui.simulator.style import SMALL, TINY, Style, mixed
from lstm_gui.gui.simulator.text import put_centred, width


@dataclass(frozen=True)
class KnobLook:
    """What a face needs to know to draw a knob."""

    style: Style
    role: Role
    text: str
    mark: Mark = Mark.PLAIN
    focused: bool = False  # the keyboard is on it
    hovered: bool = False
    typing: bool = False  # an editor stands where the number stood
    overridden: bool = False
    note: str = ""  # below the number of a ring: which of several it is
    fixed: bool = False  # it cannot be taken hold of now

    @property
    def state(self) -> tuple[object, ...]:
        """What of it decides the looks of a ring, the number aside."""
        return self.role.name, self.mark, self.focused, self.hovered, self.overridden, self.fixed

    def colour(self) -> QColor:
        """The colour of lines."""
        return inked(self.style, self.role.graphic, self.mark)

    def ink(self) -> QColor:
        """The colour of the number."""
        return inked(self.style, self.role.ink, self.mark)


_NOTE = 9.5  # pixels at 100 %
_REACH = 32.5  # from a ring's middle to the edge of its halo, in the drawing's pixels

Face = Callable[[QPainter, QRectF, KnobLook], None]


def paint_halo(
    painter: QPainter, box: QRectF, radius: float, mark: Mark, colour: QColor, style: Style
) -> None:
    """What tells a cause (unbroken) or an effect (dotted) around a rounded box; nothing for other marks."""
    if mark in (Mark.PLAIN, Mark.DIMMED):
        return
    halo = QColor(colour)
    halo.setAlpha(70 if mark is Mark.CAUSE else 255)
    pen = QPen(halo, style.px(4.5 if mark is Mark.CAUSE else 1.8))
    if mark is Mark.EFFECT:
        pen.setDashPattern([1.2, 2.2])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)


def ring_face(painter: QPainter, box: QRectF, look: KnobLook) -> None:
    """Two rings: the outer one says that the value can be taken hold of, or that the keyboard is there."""
    style, centre = look.style, box.center()
    half = style.px(_REACH)
    around = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    put_stamp(painter, around, style, ("ring", look.state), partial(_draw_ring, look))
    if not look.typing:
        above = centre.y() - (style.px(3.5) if look.note else 0.0)
        put_centred(painter, centre.x(), above, look.text, _fitting(style, look.text), look.ink())
    if look.note and not look.typing:
        ink = inked(style, style.palette.muted, look.mark)
        put_centred(painter, centre.x(), centre.y() + style.px(11), look.note, style.font(_NOTE), ink)


def _draw_ring(look: KnobLook, painter: QPainter, around: QRectF) -> None:
    style, centre, radius = look.style, around.center(), look.style.px(25)
    if look.mark in (Mark.CAUSE, Mark.EFFECT):
        _ring_halo(painter, centre, look)
    elif look.focused or not look.fixed:
        strong = look.focused or look.hovered or look.mark is Mark.FOCUS
        outer = style.palette.accent if look.focused else look.colour()
        painter.setPen(QPen(outer, style.px(2.4 if strong else 1.0)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius + style.px(4), radius + style.px(4))
    disc(painter, centre, radius, look)


def _ring_halo(painter: QPainter, centre: QPointF, look: KnobLook) -> None:
    half = look.style.px(29)
    box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    paint_halo(painter, box, half, look.mark, look.role.graphic, look.style)


def disc(painter: QPainter, centre: QPointF, radius: float, look: KnobLook) -> None:
    """The inner ring on its ground; dashed where the value is held by hand."""
    pen = QPen(look.colour(), look.style.px(2.4))
    if look.overridden:
        pen.setDashPattern([3.0, 1.6])
    painter.setPen(pen)
    ground = look.style.palette.panel
    painter.setBrush(mixed(ground, look.role.graphic, 0.12) if look.mark is Mark.FOCUS else ground)
    painter.drawEllipse(centre, radius, radius)


def read_ring(painter: QPainter, centre: QPointF, look: KnobLook) -> None:
    """A single ring on a tinted ground: a value that is computed."""
    style, half = look.style, look.style.px(_REACH)
    around = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    put_stamp(painter, around, style, ("read", look.role.name, look.mark), partial(_draw_read_ring, look))
    put_centred(painter, centre.x(), centre.y(), look.text, _fitting(style, look.text), look.ink())


def _draw_read_ring(look: KnobLook, painter: QPainter, around: QRectF) -> None:
    style, radius = look.style, look.style.px(25)
    _ring_halo(painter, around.center(), look)
    painter.setPen(QPen(look.colour(), style.px(2.4)))
    painter.setBrush(mixed(style.palette.panel, look.role.graphic, 0.1))
    painter.drawEllipse(around.center(), radius, radius)


def field_face(painter: QPainter, box: QRectF, look: KnobLook) -> None:
    """A small field of a table; where it cannot be moved, its number alone."""
    if look.fixed and not look.focused:
        _number_alone(painter, box, look)
        return
    style = look.style
    inner = box.adjusted(1.5, 1.5, -1.5, -1.5)
    radius = style.px(5)
    marked = look.mark in (Mark.CAUSE, Mark.EFFECT, Mark.FOCUS)
    edge = style.palette.accent if look.focused else look.role.graphic if marked or look.hovered else None
    painter.setPen(QPen(edge or style.palette.border, 1.8 if look.focused or marked else 1.0))
    painter.setBrush(mixed(style.well, look.role.graphic, 0.14) if marked else style.well)
    if look.mark is Mark.EFFECT:
        painter.setPen(QPen(look.role.graphic, 1.4, Qt.PenStyle.DotLine))
    painter.drawRoundedRect(inner, radius, radius)
    if not look.typing:
        ink = inked(style, style.palette.text, look.mark)
        room = box.width() - 7
        fonts = (style.font(size) for size in (SMALL, TINY, 9.0, 8.0, 7.0))
        font = next((font for font in fonts if width(font, look.text) <= room), style.font(6.0))
        put_centred(painter, box.center().x(), box.center().y(), look.text, font, ink)


def bare_face(painter: QPainter, box: QRectF, look: KnobLook) -> None:
    """The number alone; a field shows when the pointer or the keyboard comes to it."""
    if look.focused or look.typing or (look.hovered and not look.fixed):
        field_face(painter, box, look)
    else:
        _number_alone(painter, box, look)


def _number_alone(painter: QPainter, box: QRectF, look: KnobLook) -> None:
    ink = inked(look.style, look.style.palette.muted, look.mark)
    put_centred(painter, box.center().x(), box.center().y(), look.text, look.style.font(SMALL), ink)


def _fitting(style: Style, text: str) -> QFont:
    return style.font(14 if len(text) <= 5 else 12 if len(text) <= 7 else 10, bold=True)
