"""The card covers neither what it explains nor what is held, wherever that is."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF

from lstm_gui.gui.simulator.origins.placing import AIR, beside

ROOM = QRectF(8, 8, 1000, 800)
SIZE = QSizeF(316, 240)


def spots(side: float) -> st.SearchStrategy[QRectF]:
    return st.builds(
        lambda x, y: QRectF(x, y, side, side), st.floats(8, 1000 - side), st.floats(8, 800 - side)
    )


@given(spots(60), spots(60), st.lists(spots(40), max_size=3))
def test_it_covers_neither_the_point_nor_the_hand(point: QRectF, hand: QRectF, others: list[QRectF]) -> None:
    card = QRectF(beside(SIZE, ROOM, point, [hand], others), SIZE)
    assert ROOM.contains(card)
    assert not card.intersects(point)
    assert not card.intersects(hand)


def test_it_stands_beside_the_point_where_there_is_room() -> None:
    point = QRectF(300, 300, 40, 40)
    assert beside(SIZE, ROOM, point) == QPointF(340 + AIR, 200)
    assert beside(SIZE, ROOM, QRectF(900, 300, 40, 40)) == QPointF(900 - AIR - 316, 200)


def test_it_stays_where_it_is_until_it_covers_something() -> None:
    now = QPointF(500, 100)
    far, below = QRectF(50, 700, 40, 40), QRectF(600, 200, 40, 40)
    assert beside(SIZE, ROOM, far, now=now) == now
    assert beside(SIZE, ROOM, None, now=QPointF(5000, 100)) == QPointF(692, 100)
    assert beside(SIZE, ROOM, below, now=now) != now
    assert beside(SIZE, ROOM, far, [below], now=now) != now
    assert beside(SIZE, ROOM, far, [], [below], now=now) == now


def test_a_card_as_large_as_the_room_stands_in_its_corner() -> None:
    assert beside(QSizeF(5000, 5000), ROOM, QRectF(100, 100, 10, 10)) == ROOM.topLeft()
