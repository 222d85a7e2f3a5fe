"""Paints a frame on a page: the cards as they stand in the window, without what only a hand can use."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from lstm_gui.gui.palette import Role
from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.diagram import diagram_title, held_words, strip_words
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
    part, looks = frame.cell, looks_of(frame.cell.kind)
    place = diagram_layout(card, style, part.kind)
    drawn = style.scaled(place.unit / style.zoom)
    paint_card(painter, card, style, diagram_title(part.step, part.kind))
    paint_still_diagram(painter, place, style, looks)
    paint_living_diagram(painter, place, part, style, None)
    for name in looks.rings:
        role, held = style.palette.role(looks.roles[name]), name in part.overridden
        look = KnobLook(drawn, role, number_text(part.values[name]), overridden=held)
        ring_face(painter, place.ring_box(name), look)
        if held:
            _held(painter, place, name, role, drawn)
    caption, lead = frame.transport.caption, caption_lead(frame.transport)
    paint_strip(painter, place.strip, style, caption, None, strip_words(), lead)


def _held(painter: QPainter, place: DiagramLayout, name: str, role: Role, drawn: Style) -> None:
    box = QRectF(0, 0, drawn.px(74), drawn.px(17))
    box.moveCenter(place.rings[name])
    box.moveTop(place.rings[name].y() + drawn.px(30))
    paint_held(painter, box, drawn, role, held_words())


def _timeline(painter: QPainter, card: QRectF, frame: Frame, style: Style) -> None:
    part, looks = frame.timeline, looks_of(frame.timeline.kind)
    steps, limits = len(part.curves["x"]), (part.x_limit, part.c_limit)
    place = timeline_layout(card, style, steps, *limits, kind=part.kind)
    paint_card(painter, card, style, timeline_title())
    paint_still_timeline(painter, place, style, row_names(looks), looks)
    paint_x(painter, place.axes["x"], part, style, None)
    for row in looks.curves:
        paint_curves(painter, place.axes[row], row, part, style, None)
    paint_cursor(painter, place, part.step, style)


def _operating(painter: QPainter, card: QRectF, frame: Frame, style: Style) -> None:
    part = frame.operating
    places = operating_layout(card, style, part.kind)
    paint_card(painter, card, style, operating_title())
    paint_still_operating(painter, places, style, looks_of(part.kind))
    paint_living_operating(painter, places, part, frame.cell.step, style, None)
    for place in places:
        text, centre = f"z = {number_text(part.points[place.gate][0])}", place.z_box.center()
        put_centred(painter, centre.x(), centre.y(), text, style.font(SMALL), style.palette.muted)


def _equations(painter: QPainter, card: QRectF, frame: Frame, style: Style) -> None:
    looks = looks_of(frame.weights.kind)
    margin, foot = style.margin, weights_height(style, looks.graph.kind)
    paint_card(painter, card, style, equations_title())
    rows = card.adjusted(margin, style.header, -margin, -foot - style.px(14))
    paint_equations(painter, rows, frame.equations, style, None)
    table = QRectF(rows.left(), card.bottom() - foot - style.px(8), rows.width(), foot)
    paint_weights_frame(painter, table, style, looks)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for name, box in weight_boxes(table, style, looks).items():
        text = number_text(frame.weights.values[name], plus=True)
        field_face(painter, box, KnobLook(style, style.palette.role(looks.roles[name]), text))
