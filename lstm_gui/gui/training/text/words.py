"""What signs, quantities and what units follow are called."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import Kind
from lstm_gui.gui.training.views.part_words import part_words
from lstm_gui.plain_text import VISIBLE
from lstm_gui.training.tasks.language.characters_vocabulary import UNKNOWN
from lstm_gui.training.text_lab.ranking import Following

translate = QCoreApplication.translate

# fmt: off
_FEATURES = {
    "position in the line": QT_TRANSLATE_NOOP("TextLab", "Line position"),
    "position in the word": QT_TRANSLATE_NOOP("TextLab", "Word position"),
    "inside quotes": QT_TRANSLATE_NOOP("TextLab", "Inside quotes"),
    "spaces": QT_TRANSLATE_NOOP("TextLab", "Spaces"),
    "starts of words": QT_TRANSLATE_NOOP("TextLab", "Word starts"),
    "capital letters": QT_TRANSLATE_NOOP("TextLab", "Capitals"),
    "depth of brackets": QT_TRANSLATE_NOOP("TextLab", "Bracket depth"),
    "digits": QT_TRANSLATE_NOOP("TextLab", "Digits"),
}
# fmt: on
_WEAK = 0.3  # |r|, below which it says little: 9 % of the variance


def feature_words(name: str) -> str:
    """What a feature is called."""
    return _translated(_FEATURES[name])


def _translated(text: str) -> str:
    return QCoreApplication.translate("TextLab", text)


def sign_words(sign: str) -> str:
    """A character as it can be seen: a space as ␣."""
    if sign == UNKNOWN:
        return translate("TextLab", "any other")
    return VISIBLE.get(sign, sign if sign.isprintable() else f"U+{ord(sign):04X}")


def spoken_sign(sign: str) -> str:
    """A character as it can be said: a space as "space"."""
    spoken = {
        " ": translate("TextLab", "space"),
        "\n": translate("TextLab", "end of line"),
        "\t": translate("TextLab", "tab"),
    }
    return spoken.get(sign) or sign_words(sign)


def quantity_words(name: str, kind: Kind) -> str:
    """What a quantity is called: "c · cell state", with its layer and direction where there are several."""
    part, _, own = name.rpartition(".")
    graph = graph_of(kind)
    words = graph.words(own) if own in graph.quantity else own
    said = own if words == own else f"{own} · {words}"
    return f"{said} · {part_words(part + '.')}" if part else said


def verdict(following: Following) -> str:
    """Whether a unit follows a feature, in a word or two."""
    if following.why == "short":
        return translate("TextLab", "too short")
    if following.why:
        return translate("TextLab", "not here")
    if not following.is_seen:
        return translate("TextLab", "by chance")
    return translate("TextLab", "yes") if abs(following.r[0]) >= _WEAK else translate("TextLab", "weakly")


def signed(value: float, places: int = 2) -> str:
    """A number with its sign, as it is written: −0.42."""
    return f"{value:+.{places}f}".replace("-", "−")


def percent(share: float) -> str:
    """A share in words: "83 %", "0.4 %", "< 0.1 %"."""
    if share < 0.001:
        return translate("TextLab", "< 0.1 %")
    return f"{100 * share:.0f} %" if share >= 0.1 else f"{100 * share:.1f} %"
