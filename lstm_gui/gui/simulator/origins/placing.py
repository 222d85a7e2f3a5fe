"""Where the card stands: beside the point that it explains, on nothing that is looked at or held."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from PySide6.QtCore import QPointF, QRectF, QSizeF

AIR = 12.0  # pixels between the point and the card

_POINT, _HAND = 1e6, 1e3  # how much worse it is to cover them than the others


def beside(
    size: QSizeF,
    room: QRectF,
    point: QRectF | None,
    hands: Sequence[QRectF] = (),
    others: Sequence[QRectF] = (),
    now: QPointF | None = None,
) -> QPointF:
    """The corner of a card of that size within `room`, that covers the least.

    `point` is what it explains, `hands` is what a person holds or types into, `others` is the same number
    elsewhere. Where the card stands `now` is kept while that covers neither the point nor a hand.
    """

    points = [] if point is None else [point]

    def badly(corner: QPointF) -> float:
        card = QRectF(corner, size)
        return _POINT * _overlap(card, points) + _HAND * _overlap(card, hands)

    def covers(corner: QPointF) -> float:
        return badly(corner) + _overlap(QRectF(corner, size), others)

    if now is not None and not badly(_within(now, size, room)):
        return _within(now, size, room)
    return min(_corners(size, room, point), key=covers)


def _corners(size: QSizeF, room: QRectF, point: QRectF | None) -> Iterator[QPointF]:
    """At the sides of the point, the better first; then all over the room."""
    if point is not None:
        middle = point.center() - QPointF(size.width(), size.height()) / 2
        for corner in (
            QPointF(point.right() + AIR, middle.y()),
            QPointF(point.left() - AIR - size.width(), middle.y()),
            QPointF(middle.x(), point.bottom() + AIR),
            QPointF(middle.x(), point.top() - AIR - size.height()),
        ):
            yield _within(corner, size, room)
    shares = (1.0, 0.0, 0.5)
    for across, down in product(shares, shares):
        x = room.left() + across * (room.width() - size.width())
        y = room.top() + down * (room.height() - size.height())
        yield _within(QPointF(x, y), size, room)


def _within(corner: QPointF, size: QSizeF, room: QRectF) -> QPointF:
    x = max(room.left(), min(corner.x(), room.right() - size.width()))
    y = max(room.top(), min(corner.y(), room.bottom() - size.height()))
    return QPointF(round(x), round(y))


def _overlap(card: QRectF, boxes: Iterable[QRectF]) -> float:
    """The area shared, in square pixels."""
    shared = (card.intersected(box) for box in boxes)
    return sum(box.width() * box.height() for box in shared)
