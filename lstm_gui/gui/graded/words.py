"""What is said of graded cards: their kinds, their quantities, what became of an answer."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from lstm_gui.lessons.challenge import Challenge, Draw, Graded, Numeric, Predict
from lstm_gui.simulator.graded.result import Result
from lstm_gui.simulator.number_text import number_text

translate = QCoreApplication.translate

KINDS: tuple[type[Graded], ...] = (Predict, Challenge, Numeric)


def kind_words(kind: type[Graded]) -> str:
    """A kind: "Predict"."""
    if kind is Predict:
        return translate("Graded", "Predict")
    return translate("Graded", "Build") if kind is Challenge else translate("Graded", "Compute")


def title(card: Graded) -> str:
    """The kind of a card."""
    return kind_words(type(card))


def task_words(card: Graded) -> str:
    """What one does to answer it, in a sentence without its stop."""
    if isinstance(card, Predict):
        return translate("Graded", "Draw where it goes; then the simulator runs")
    if isinstance(card, Challenge):
        return translate("Graded", "Turn the knobs until it holds on every sequence")
    return translate("Graded", "Work out the number; its values are drawn anew each time")


def drawn_words(draw: Draw, value: float) -> str:
    """A number that a seed drew: "b_f = 0.3", "x = 0.9 at t = 2"."""
    number = number_text(value, draw.decimals)
    if not draw.step:
        return translate("Graded", "{name} = {value}").format(name=draw.name, value=number)
    words = translate("Graded", "{name} = {value} at t = {step}")
    return words.format(name=said_of(draw.name), value=number, step=draw.step)


def said_of(name: str) -> str:
    """A quantity in words where its name is no symbol: "c before"."""
    if not name.endswith("_previous"):
        return name
    return translate("Graded", "{name} before").format(name=name.removesuffix("_previous"))


def verdict_words(card: Graded, result: Result, answer: Sequence[float] = ()) -> str:
    """What became of an answer, in a sentence or two."""
    if isinstance(card, Challenge):
        return _built(card, result)
    right = number_text(result.right[0]) if len(result.right) == 1 else ""
    off = "" if result.off is None else number_text(result.off)
    if result.passed and right:
        words = translate("Graded", "Right: it is {right}, you said {yours}, {off} away.")
    elif result.passed:
        words = translate("Graded", "Right: at most {off} away.")
    elif right:
        words = translate("Graded", "Not right: it is {right}, you said {yours}, {off} away.")
    else:
        words = translate("Graded", "Not right: first at t = {step}, and up to {off} away.")
    yours = number_text(answer[0]) if answer else ""
    said = words.format(right=right, yours=yours, off=off, step=result.step)
    return said if result.passed else f"{said} {_allowed(card)}"


def _allowed(card: Predict | Numeric) -> str:
    """How near is near enough, for who was not."""
    words = translate("Graded", "Within {tolerance} is right.")
    return words.format(tolerance=number_text(card.tolerance, 2 if card.tolerance >= 0.01 else 4))


def _built(card: Challenge, result: Result) -> str:
    if result.passed:
        count = len(card.sequences())
        if count == 1:
            return translate("Graded", "Right: it holds.")
        return translate("Graded", "Right: it holds on all {count} sequences.").format(count=count)
    words = translate(
        "Graded", "Not yet: on “{sequence}” it fails at t = {step}, by {off}. It is shown below."
    )
    if result.off is None:
        words = translate("Graded", "Not yet: on “{sequence}” it fails at t = {step}. It is shown below.")
    off = number_text(result.off or 0.0, 2 if (result.off or 0.0) >= 0.1 else 4)
    return words.format(sequence=result.sequence, step=result.step, off=off)
