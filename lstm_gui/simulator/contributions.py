"""Where a number comes from: what its equation is made of, with exact sizes, one hop at a time.

Everything follows from the expressions of the cell's graph, so it holds for every kind of cell.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial

from lstm_gui.graph.evaluate import settled
from lstm_gui.graph.expression import (
    Applied,
    Expression,
    Larger,
    Product,
    Quotient,
    Read,
    Total,
    Weighted,
)
from lstm_gui.simulator.causes import causes
from lstm_gui.simulator.explain import numbers_of, numbers_of_entry
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.terms import Contributor, Place, Token
from lstm_gui.simulator.values import override_of, value_of


class Way(Enum):
    """How the contributors make the number."""

    SUM = "sum"  # they add up to it
    SQUASHED = "squashed"  # they add up to `inner`, to which `function` is applied
    PRODUCT = "product"  # they are multiplied: each stands for itself, none for a share
    QUOTIENT = "quotient"  # the first is divided by the second
    LARGER = "larger"  # the largest of them counts
    PARTS = "parts"  # they make it in another way
    SAME = "same"  # there is one, and it is the number
    OVER_TIME = "over time"  # they add up to it: what each step wrote, times what was kept since
    GIVEN = "given"  # an input, a weight or a bias
    INITIAL = "initial"  # a state before the first step
    BY_HAND = "by hand"  # a state put in by hand


SUMS = frozenset((Way.SUM, Way.SQUASHED, Way.OVER_TIME))
"""The ways in which contributors are shares of a number."""


@dataclass(frozen=True, slots=True)
class Contributions:
    """A number and what it is made of."""

    quantity: Quantity
    value: float
    way: Way
    contributors: tuple[Contributor, ...] = ()  # in the order of the equation
    function: str = ""  # of SQUASHED: "σ", "tanh" …
    inside: Quantity | None = None  # what the contributors add up to, where that has a name of its own
    inner: float = 0.0  # what they add up to

    @property
    def order(self) -> tuple[int, ...]:
        """The places of the contributors, the largest first; one that is not a number comes before all.

        What is divided stays before what divides it.
        """
        places = range(len(self.contributors))
        if self.way is Way.QUOTIENT:
            return tuple(places)
        return tuple(sorted(places, key=lambda place: -_size(self.contributors[place].value)))

    @property
    def by_size(self) -> tuple[Contributor, ...]:
        """The contributors in that order."""
        return tuple(self.contributors[place] for place in self.order)

    @property
    def reach(self) -> float:
        """A round number that no contributor exceeds, for bars to be measured by; 1 for factors within ±1."""
        sizes = [abs(one.value) for one in self.contributors if math.isfinite(one.value)]
        largest = max(sizes, default=0.0)
        if largest == 0.0 or (self.way is Way.PRODUCT and largest <= 1.0):
            return 1.0
        power = 10.0 ** math.floor(math.log10(largest))
        return next((rung * power for rung in (1.0, 2.0, 5.0) if largest <= rung * power), 10.0 * power)

    def counts(self, contributor: Contributor) -> bool:
        """Whether a contributor has a part in the number: of those of which the largest counts, that one."""
        return self.way is not Way.LARGER or contributor.value == self.value


def share_of(value: float, reach: float) -> float:
    """How much of its half a bar fills, from −1 to 1; what is not a number fills nothing."""
    return max(-1.0, min(1.0, value / reach)) if value == value and reach else 0.0


def _size(value: float) -> float:
    return math.inf if math.isnan(value) else abs(value)


def contributions(frame: Frame, quantity: Quantity) -> Contributions:
    """What a quantity of the frame's scene is made of, one hop back."""
    scene, value = frame.state.scene, value_of(frame, quantity)
    graph = scene.cell.graph
    if quantity.name not in graph.quantity:
        return _given(frame, quantity, value)
    place = place_of(frame, quantity)
    made_of = settled(graph.quantity[quantity.name].made_of, place.numbers, quantity.unit)
    match made_of:
        case Total() | Weighted():
            return Contributions(quantity, value, Way.SUM, tuple(place.terms(made_of)), inner=value)
        case Applied(function, to):
            return replace(_summed(frame, quantity, place, to), function=function, way=Way.SQUASHED)
        case Read():
            return _summed(frame, quantity, place, made_of)
    ways = {Product: Way.PRODUCT, Quotient: Way.QUOTIENT, Larger: Way.LARGER}
    way = ways.get(type(made_of), Way.PARTS)
    return Contributions(quantity, value, way, tuple(place.parts(made_of)), inner=value)


def place_of(frame: Frame, quantity: Quantity) -> Place:
    """Where the equation of a quantity stands."""
    scene, graph = frame.state.scene, frame.state.scene.cell.graph
    numbers, entry = numbers_of(frame.trace, scene, quantity.step), graph.is_matrix(quantity.name)
    if entry:
        numbers = numbers_of_entry(numbers, frame.trace, graph, quantity)
    at, source = (quantity.step, quantity.unit), partial(source_of, frame)
    return Place(numbers, *at, source, graph, quantity.source, made_matrix=entry)


def source_of(frame: Frame, read: Quantity) -> Quantity:
    """What a quantity is another name of: of what a step reads of a state, that state a step before.

    The quantity itself where nothing stands behind it: the initial state, or one put in by hand.
    """
    if not read.state:
        return read
    return next(iter(causes(read, frame.state.scene)), read)


def _summed(frame: Frame, quantity: Quantity, place: Place, to: Expression) -> Contributions:
    """What a quantity is that is a function of one number: the sum that makes this number."""
    graph = frame.state.scene.cell.graph
    value, inner = value_of(frame, quantity), place.contributor(to)
    inside, summed, way = None, to, Way.SUM
    if isinstance(to, Read) and to.name in graph.quantity:
        inside = place.quantity(to.name, quantity.unit)
        summed = settled(graph.quantity[to.name].made_of, place.numbers, quantity.unit)
    if not isinstance(summed, Total | Weighted):
        summed, inside, way = to, None, Way.SAME
    terms = tuple(place.terms(summed))
    return Contributions(quantity, value, way, terms, inside=inside, inner=inner.value)


def _given(frame: Frame, quantity: Quantity, value: float) -> Contributions:
    """What no equation makes: what a person gives, and what a step reads of the one before."""
    source = source_of(frame, quantity)
    if source != quantity:
        return Contributions(quantity, value, Way.SAME, (Contributor(value, (source,)),), inner=value)
    if not quantity.state:
        return Contributions(quantity, value, Way.GIVEN, inner=value)
    by_hand = override_of(frame.state.scene, quantity) is not None
    return Contributions(quantity, value, Way.BY_HAND if by_hand else Way.INITIAL, inner=value)


def readdressed(made: Contributions, change: Callable[[Quantity], Quantity]) -> Contributions:
    """The same numbers under other addresses."""

    def token(one: Token) -> Token:
        return one if isinstance(one, str) else change(one)

    contributors = tuple(Contributor(one.value, tuple(map(token, one.tokens))) for one in made.contributors)
    inside = None if made.inside is None else change(made.inside)
    return replace(made, quantity=change(made.quantity), contributors=contributors, inside=inside)
