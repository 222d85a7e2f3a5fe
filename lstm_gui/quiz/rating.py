"""The five answers to «How well did you know this?»."""

from enum import IntEnum


class Rating(IntEnum):
    """How well a person says they knew a card. It is kept raw for ever; the scheduler maps it."""

    NOT_AT_ALL = 1
    BARELY = 2
    PARTLY = 3
    WELL = 4
    PERFECTLY = 5

    @property
    def recalled(self) -> bool:
        """Whether the rating stands on the "recalled" side of the divide between 2 and 3."""
        return self >= Rating.PARTLY
