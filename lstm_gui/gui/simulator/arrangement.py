"""How the panel divides its room among the cards, so that no zoom makes any text smaller than at 100 %."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.diagram.layout import CLEARLY, NARROWEST, diagram_layout, diagram_room
from lstm_gui.gui.simulator.diagram.plan import plans_for
from lstm_gui.gui.simulator.equations.paint import least_rows_height
from lstm_gui.gui.simulator.operating.layout import least_operating_height
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.timeline.layout import least_timeline_height
from lstm_gui.gui.simulator.weights.weights import weights_height

Two = tuple[float, float]

SMALLEST = (690.0, 470.0)  # of the content at 100 %, in pixels; a smaller panel scrolls
DENSE_BELOW = 700.0  # of the panel at 100 %, in pixels: where it is lower, it stands more densely
_COLUMNS, _WIDE_COLUMNS = 0.68, 0.63  # the share of the cell's column, in a panel and in a very wide one
_VERY_WIDE = 1.7  # times as wide as high
_LEFT, _RIGHT = 0.56, 0.5  # the share of the upper card
_DENSE_LEFT, _DENSE_RIGHT = 0.64, 0.47  # the cell is what one looks at first
_LEAST_OF_TWO = 0.62  # how large each of two cells is drawn at least
_UPPER_OF_TWO = 0.5  # their share of the height
_EQUATIONS_WIDTH = 262.0  # at 100 %, in pixels: in two lines, the equation of a gate is as wide


@dataclass(frozen=True)
class Arrangement:
    """Sizes in pixels: the widths of the columns, the heights of the cards in each, and the least content."""

    columns: Two
    left: Two  # cell, timeline
    right: Two  # operating points, equations
    least: Two  # width, height: a smaller panel scrolls


def is_dense(height: float, zoom: float) -> bool:
    """Whether a panel is low for its zoom."""
    return height < DENSE_BELOW * zoom


def bar_height(style: Style) -> float:
    """The height of the transport bar."""
    return style.px(40.0 if style.dense else 46.0)


def gap(style: Style) -> float:
    """What lies between the cards."""
    return style.px(6.0 if style.dense else 10.0)


def arranged(width: float, height: float, style: Style, kind: Kind = LSTM) -> Arrangement:
    """Divide a panel; enlarged, each card gets what its text needs to be no smaller than at 100 %."""
    if style.zoom <= 1.0:
        return _divided(width, height, style, 0.0, kind)
    plain = replace(style, zoom=1.0, dense=is_dense(height, 1.0))
    at_100 = arranged(width, height, plain, kind)
    unit = diagram_layout(QRectF(0, 0, at_100.columns[0], at_100.left[0]), plain, kind).unit
    return _divided(width, height, style, unit, kind)


def arranged_both(width: float, height: float, style: Style, kind: Kind = LSTM) -> Arrangement:
    """Divide a panel that shows two cells beside each other: both alike, and large enough to read."""
    between, unit = gap(style), _LEAST_OF_TWO * style.zoom
    least_width = max(style.px(SMALLEST[0]), 2 * _cell_width(unit, style, kind) + between)
    wide = (max(width, least_width) - between) / 2
    upper = _cell_height(unit, wide, style, kind)
    lower = max(1.5 * least_timeline_height(style), _equations_height(style, kind, two_lines=True))
    above = bar_height(style) + between
    least_height = max(style.px(SMALLEST[1]), above + between + upper + lower)
    room = max(height, least_height) - above - between
    rows = _shared(room, _UPPER_OF_TWO, (upper, lower))
    return Arrangement((wide, wide), rows, rows, (least_width, least_height))


def _divided(width: float, height: float, style: Style, unit: float, kind: Kind) -> Arrangement:
    """`unit` is how large the cell must be drawn at least; 0 where the shares alone decide."""
    between, enlarged = gap(style), unit > 0
    least_columns = (_cell_width(unit, style, kind), style.px(_EQUATIONS_WIDTH)) if enlarged else (0.0, 0.0)
    least_width = max(style.px(SMALLEST[0]), sum(least_columns) + between)
    share = _WIDE_COLUMNS if width > _VERY_WIDE * height else _COLUMNS
    columns = _shared(max(width, least_width) - between, share, least_columns)
    least_left = (0.0, 0.0)
    if enlarged:
        least_left = (_cell_height(unit, columns[0], style, kind), least_timeline_height(style))
    equations = _equations_height(style, kind, two_lines=enlarged)
    least_right = (least_operating_height(columns[1], style, kind), equations)
    above = bar_height(style) + between
    least_height = max(style.px(SMALLEST[1]), above + between + max(sum(least_left), sum(least_right)))
    room = max(height, least_height) - above - between
    shares = (_DENSE_LEFT, _DENSE_RIGHT) if style.dense else (_LEFT, _RIGHT)
    left, right = _shared(room, shares[0], least_left), _shared(room, shares[1], least_right)
    return Arrangement(columns, left, right, (least_width, least_height))


def _shared(room: float, share: float, least: Two) -> Two:
    """Divide `room` in two by a share, but so that each gets what it needs."""
    first = max(least[0], min(room * share, room - least[1]))
    return first, room - first


def _around_cell(style: Style) -> Two:
    """What the card of the cell needs besides the drawing."""
    card = QRectF(0, 0, 1000, 1000)
    room = diagram_room(card, style)
    return card.width() - room.width(), card.height() - room.height()


def _cell_width(unit: float, style: Style, kind: Kind) -> float:
    return _around_cell(style)[0] + plans_for(kind)[0].size[0] * NARROWEST * unit


def _cell_height(unit: float, width: float, style: Style, kind: Kind) -> float:
    """How high the card must be for the drawing to be `unit` large, by the plan that needs less height."""
    aside, above = _around_cell(style)
    clearly = unit * CLEARLY  # where the lower plan is not that much larger, the other one is drawn
    high, low = plans_for(kind)[0], plans_for(kind)[-1]
    fits_low = width - aside >= low.size[0] * NARROWEST * clearly
    return above + (min(low.size[1] * clearly, high.size[1] * unit) if fits_low else high.size[1] * unit)


def _equations_height(style: Style, kind: Kind, *, two_lines: bool) -> float:
    rows = least_rows_height(style, kind, two_lines=two_lines)
    return style.header + rows + weights_height(style, kind) + style.px(14.0)
