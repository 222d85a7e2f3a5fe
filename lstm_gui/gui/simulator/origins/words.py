"""What the card says in words, and how it writes the symbol of a quantity with its step."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.knobs.knob_words import spoken_name
from lstm_gui.simulator.contributions import SUMS, Contributions, Way
from lstm_gui.simulator.direction import BACK
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.origins import OriginsPart
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.terms import Contributor

translate = QCoreApplication.translate

Sizes = tuple[int, int]  # inputs, units
MOST_SPOKEN = 3


def card_title() -> str:
    """What the card is called."""
    return translate("Origins", "Where it comes from")


def dated_symbol(quantity: Quantity, kind: Kind, sizes: Sizes) -> tuple[str, str]:
    """A letter and a subscript that says the step: c and 4; of several units or inputs also which: 4[2]."""
    letter, subscript = looks_of(kind).symbols[quantity.name]
    place = _place(quantity, kind, sizes)
    if not quantity.step:
        return letter, subscript + place
    step = quantity.step
    if quantity.state:  # what a step reads is of the step before
        step += 1 if quantity.backward else -1
    before = f"{subscript}," if letter == "z" and subscript != "t" else ""
    return letter, f"{before}{step}{place}"


def _place(quantity: Quantity, kind: Kind, sizes: Sizes) -> str:
    """Which unit, input or column, where there are several, counted from 1."""
    inputs, units = sizes
    parameter = looks_of(kind).graph.parameter.get(quantity.name)
    if parameter is not None:
        return f"[{quantity.source + 1}]" if parameter.width(inputs, units) > 1 else ""
    if quantity.name == "x":
        return f"[{quantity.source + 1}]" if inputs > 1 else ""
    return f"[{quantity.unit + 1}]" if units > 1 else ""


def dated_words(quantity: Quantity, kind: Kind, sizes: Sizes) -> str:
    """What a person calls a quantity, with its unit where there are several."""
    words = spoken_name(quantity, kind)
    if sizes[1] == 1 or quantity.name == "x":
        return words
    return translate("Origins", "{name}, unit {n}").format(name=words, n=quantity.unit + 1)


def when_words(quantity: Quantity) -> str:
    """What stands between the symbol and the number in the title."""
    if not quantity.step:
        return ""
    told = translate("Origins", "at t = {t}")
    if quantity.state:
        told = translate("Origins", "read at t = {t}")
    return f"{BACK} " * quantity.backward + told.format(t=quantity.step)


def size_text(contributor: Contributor, made: Contributions) -> str:
    """The number of a contributor; terms carry their sign, for they are added."""
    return number_text(contributor.value, plus=made.way in SUMS)


def contributor_words(contributor: Contributor, made: Contributions, kind: Kind, sizes: Sizes) -> str:
    """A contributor in words: what stands in it, and its number."""
    names = ", ".join(dated_words(quantity, kind, sizes) for quantity in contributor.quantities)
    number = size_text(contributor, made)
    return f"{names}: {number}" if names else number


def way_words(made: Contributions, is_parameter: bool) -> str:
    """How the contributors make the number."""
    if made.way is Way.SQUASHED:
        told = translate("Origins", "{function} of {z}, which these add up to")
        return told.format(function=made.function, z=number_text(made.inner))
    if made.way is Way.GIVEN and is_parameter:
        return translate("Origins", "given by you, the same at every step")
    return {
        Way.SUM: translate("Origins", "these add up to it"),
        Way.PRODUCT: translate("Origins", "multiplied: each is a factor, not a share"),
        Way.QUOTIENT: translate("Origins", "the first, divided by the second"),
        Way.LARGER: translate("Origins", "the larger of them counts"),
        Way.PARTS: translate("Origins", "made of these"),
        Way.SAME: translate("Origins", "the same number as"),
        Way.OVER_TIME: translate(
            "Origins", "what each step wrote, times what was kept of it since: these add up to it"
        ),
        Way.GIVEN: translate("Origins", "given by you"),
        Way.INITIAL: translate("Origins", "the initial state, given by you"),
        Way.BY_HAND: translate("Origins", "put in by hand"),
    }[made.way]


def spoken(part: OriginsPart) -> str:
    """What a screen reader says after a hop: the number, and the three largest of what made it."""
    made = part.made
    name = dated_words(part.here, part.kind, part.sizes)
    told = [f"{name} = {number_text(made.value)}", way_words(made, not part.here.step)]
    largest = made.by_size[:MOST_SPOKEN]
    told += [contributor_words(one, made, part.kind, part.sizes) for one in largest]
    return ". ".join(told)
