"""Paints a frame on a page: the cards as they stand in the window, without what only a hand can use."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.diagram import diagram_title, gate_names, held_words, strip_words
from lstm_gui.gui.simulator.diagram_layout import DiagramLayout, diagram_layout
from lstm_gui.gui.simulator.diagram_paint import paint_living_diagram, paint_still_diagram
from lstm_gui.gui.simulator.equations import equations_title
from lstm_gui.gui.simulator.equations_paint import paint_equations
from lstm_gui.gui.simulator.knob_face import KnobLook, field_face, ring_face
from lstm_gui.gui.simulator.operating import operating_title
from lstm_gui.gui.simulator.operating_layout import operating_layout
from lstm_gui.gui.simulator.operating_paint import paint_living_operating, paint_still_operating
from lstm_gui.gui.simulator.release_button import paint_held
from lstm_gui.gui.simulator.strip import caption_lead, paint_strip
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import put_centred, put_text, shortened
from lstm_gui.gui.simulator.timeline_canvas import row_names, timeline_title
from lstm_gui.gui.simulator.timeline_layout import timeline_layout
from lstm_gui.gui.simulator.timeline_paint import paint_cursor, paint_curves, paint_still_timeline, paint_x
from lstm_gui.gui.simulator.weights import paint_weights_frame, weight_boxes, weights_height
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity

_TITLE = 40.0
_GAP = 10.0
_LEFT, _UPPER = 0.67, 0.55


def paint_page(painter: QPainter, page: QRectF, frame: Frame, style: Style) -> None:
    """Draw the title and four cards, filling the page."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(page, style.palette.window)
    gap = style.px(_GAP)
    room = page.adjusted(gap, style.px(_TITLE), -gap, -gap)
    font = style.font(17, bold=True)
    title = shortened(frame.transport.title, font, room.width() - style.margin)
    put_text(painter, room.left() + style.px(6), page.top() + style.px(27), title, font, style.palette.text)
    wide, high = (room.width() - gap) * _LEFT, (room.height() - gap) * _UPPER
    right, low = room.left() + wide + gap, room.top() + high + gap
    _cell(painter, QRectF(room.left(), room.top(), wide, high), frame, style)
    _timeline(painter, QRectF(room.left(), low, wide, room.bottom() - low), frame, style)
    _operating(painter, QRectF(right, room.top(), room.right() - right, high), frame, style)
    _equations(painter, QRectF(right, low, room.right() - right, room.bottom() - low), frame, style)


def _cell(painter: QPainter, card: QRectF, frame: Frame, style: Style) -> None:
    part, place = frame.cell, diagram_layout(card, style)
    drawn = style.scaled(place.unit / style.zoom)
    paint_card(painter, card, style, diagram_title(part.step))
    paint_still_diagram(painter, place, style, gate_names())
    paint_living_diagram(painter, place, part, style, None)
    for name in ("c_previous", "h_previous", "x"):
        role, held = style.palette.role(Quantity(name).role), name in part.overridden
        look = KnobLook(drawn, role, number_text(part.values[name]), overridden=held)
        ring_face(painter, place.ring_box(name), look)
        if held:
            _held(painter, place, name, drawn)
    caption, lead = frame.transport.caption, caption_lead(frame.transport)
    paint_strip(painter, place.strip, style, caption, None, strip_words(), lead)


def _held(painter: QPainter, place: DiagramLayout, name: str, drawn: Style) -> None:
    box = QRectF(0, 0, drawn.px(74), drawn.px(17))
    box.moveCenter(place.rings[name])
    box.moveTop(place.rings[name].y() + drawn.px(30))
    paint_held(painter, box, drawn, drawn.palette.role(Quantity(name).role), held_words())


def _timeline(painter: QPainter, card: QRectF, frame: Frame, style: Style) -> None:
    part = frame.timeline
    place = timeline_layout(card, style, len(part.curves["x"]), part.x_limit, part.c_limit)
    paint_card(painter, card, style, timeline_title())
    paint_still_timeline(painter, place, style, row_names())
    paint_x(painter, place.axes["x"], part, style, None)
    for row in ("gates", "states"):
        paint_curves(painter, place.axes[row], row, part, style, None)
    paint_cursor(painter, place, part.step, style)


def _operating(painter: QPainter, card: QRectF, frame: Frame, style: Style) -> None:
    places = operating_layout(card, style)
    paint_card(painter, card, style, operating_title())
    paint_still_operating(painter, places, style)
    paint_living_operating(painter, places, frame.operating, frame.cell.step, style, None)
    for place in places:
        text, centre = f"z = {number_text(frame.operating.points[place.gate][0])}", place.z_box.center()
        put_centred(painter, centre.x(), centre.y(), text, style.font(SMALL), style.palette.muted)


def _equations(painter: QPainter, card: QRectF, frame: Frame, style: Style) -> None:
    margin, foot = style.margin, weights_height(style)
    paint_card(painter, card, style, equations_title())
    rows = card.adjusted(margin, style.header, -margin, -foot - style.px(14))
    paint_equations(painter, rows, frame.equations.equations, style, None)
    table = QRectF(rows.left(), card.bottom() - foot - style.px(8), rows.width(), foot)
    paint_weights_frame(painter, table, style)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for name, box in weight_boxes(table, style).items():
        text = number_text(frame.weights.values[name], plus=True)
        field_face(painter, box, KnobLook(style, style.palette.role(Quantity(name).role), text))
