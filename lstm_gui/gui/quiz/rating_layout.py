"""Where the five ratings stand: in one row, in two, or one below the other, as their words have room."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QRect, QRectF
from PySide6.QtGui import QFontMetrics

from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.words import rating_word
from lstm_gui.quiz.rating import Rating

WORD_SIZE = 9.5  # px of the design: the smallest a rating's word gets
LABEL_SIZE = 11.0

_TWO_ROWS = ((1, 2), (3, 4, 5))
_LIST = ((1,), (2,), (3,), (4,), (5,))
_FORGOTTEN = 2  # ratings before the divide
_TILE, _LOW_TILE, _LINE, _LABEL, _GAP = 64, 56, 34, 20, 6  # heights and a gap, px of the design


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The places within a bar, in px."""

    places: dict[Rating, QRect]
    flat: bool  # a rating is a line rather than a tile
    sides: tuple[QRectF, QRectF]  # where "didn't recall" and "recalled" are written
    centred: bool  # whether those are written in the middle
    divide: QLineF
    height: int


def with_room(style: Style, width: int, *, low: bool = False) -> Style:
    """The style, or one drawn smaller, down to 100 %, in which the ratings stand in two rows instead of five.

    Five rows at 300 % would push the card out of sight; where it is `low`, so would two.
    """
    smaller = [replace(style, zoom=zoom) for zoom in range(style.zoom, 99, -5)]
    in_two = next((small for small in smaller if _fits(small, width, 3)), style)
    return next((small for small in smaller if low and in_one_row(small, width)), in_two)


def in_one_row(style: Style, width: int) -> bool:
    """Whether all five have room beside each other in a bar `width` px wide."""
    return _fits(style, width, 5, divided=True)


def arrange(style: Style, width: int, recalled: str) -> Arrangement:
    """The places in a bar `width` px wide; `recalled` is the word beside a divide that lies flat."""
    if in_one_row(style, width):
        return _upright(style, width)
    if _fits(style, width, 3):
        return _lying(style, width, recalled, _TWO_ROWS, _LOW_TILE)
    return _lying(style, width, recalled, _LIST, _LINE)


def _fits(style: Style, width: int, tiles: int, *, divided: bool = False) -> bool:
    """Whether so many tiles beside each other have room for the widest word."""
    metrics = QFontMetrics(style.font(WORD_SIZE))
    widest = max(metrics.horizontalAdvance(rating_word(rating)) for rating in Rating) + style.px(4)
    return _tile_width(style, width, tiles, divided=divided) >= widest


def _tile_width(style: Style, width: int, tiles: int, *, divided: bool = False) -> float:
    return (width - style.gap(_GAP) * (tiles - 1 + divided)) / tiles


def _upright(style: Style, width: int) -> Arrangement:
    """All in one row, the divide standing between 2 and 3."""
    label, gap = style.px(_LABEL), style.gap(_GAP)
    places = {}
    tile = _tile_width(style, width, len(Rating), divided=True)
    for rating in Rating:
        left = (rating - 1) * (tile + gap) + (gap if rating > _FORGOTTEN else 0)
        places[rating] = QRectF(left, label, tile, style.px(_TILE)).toRect()
    end, start = places[Rating.BARELY].right() + 1, places[Rating.PARTLY].left()
    middle, height = round((end + start) / 2) + 0.5, label + style.px(_TILE)
    lifted = label - style.px(4)
    sides = QRectF(0, 0, end, lifted), QRectF(start, 0, width - start, lifted)
    return Arrangement(places, False, sides, True, QLineF(middle, 0, middle, height), height)


def _lying(
    style: Style, width: int, recalled: str, rows: tuple[tuple[int, ...], ...], tall: int
) -> Arrangement:
    """In several rows, the divide lying above 3 and behind its word."""
    label, gap, tops = style.px(_LABEL), style.gap(_GAP), []
    places, top = {}, 0
    for row in rows:
        if row[0] in (1, _FORGOTTEN + 1):
            tops.append(top)
            top += label
        tile = _tile_width(style, width, len(row))
        for column, number in enumerate(row):
            places[Rating(number)] = QRectF(column * (tile + gap), top, tile, style.px(tall)).toRect()
        top += style.px(tall) + gap
    sides = QRectF(0, tops[0], width, label - gap), QRectF(0, tops[1], width, label - gap)
    start = QFontMetrics(style.font(LABEL_SIZE)).horizontalAdvance(recalled + "  ")
    level = sides[1].center().y()
    flat = len(rows) == len(Rating)
    return Arrangement(places, flat, sides, False, QLineF(start, level, width, level), top - gap)
