"""Several answers to choose from: the right one among answers of other cards."""

from collections.abc import Sequence
from random import Random

from lstm_gui.quiz.card import Card
from lstm_gui.quiz.practice.reading import reads_as

OPTIONS = 4


def options(card: Card, others: Sequence[Card], seed: int) -> tuple[str, ...]:
    """The answers to choose from, in the order in which they are offered; none where there are not two.

    Wrong ones come from cards of the same topic, and from other topics where that has too few. No two read
    the same, and none is the question itself or the answer of a card that asks the same.
    """
    draw = Random(f"choice:{seed}:{card.uid}")
    right, asked = reads_as(card.back), reads_as(card.front)
    if not right:
        return ()
    taken, wrong = {right, asked}, []
    for other in _nearest(card, others, draw):
        key = reads_as(other.back)
        if key and key not in taken and reads_as(other.front) != asked:
            taken.add(key)
            wrong.append(other.back)
        if len(wrong) == OPTIONS - 1:
            break
    offered = [card.back, *wrong]
    draw.shuffle(offered)
    return tuple(offered) if wrong else ()


def _nearest(card: Card, others: Sequence[Card], draw: Random) -> list[Card]:
    """The other cards, mixed, those of the same topic first."""
    mixed = [other for other in others if other.uid != card.uid]
    draw.shuffle(mixed)
    return sorted(mixed, key=lambda other: other.topic != card.topic)
