"""What several windows say of cards: the way to a deck, and how long something lasts."""

from PySide6.QtCore import QCoreApplication, QLocale

from lstm_gui.quiz.deck_tree import SEPARATOR

translate = QCoreApplication.translate


def deck_words(name: str) -> str:
    """A deck's name with the decks around it: "LSTM › Gates"."""
    return name.replace(SEPARATOR, " › ")


def days_words(days: float) -> str:
    """How long a stability lasts: "3.4 days", "8.3 h", "14 min"."""
    number = QLocale().toString
    if days < 1 / 24:
        return translate("CardTable", "{n} min").replace("{n}", number(max(1, round(days * 24 * 60))))
    if days < 1:
        return translate("CardTable", "{n} h").replace("{n}", number(days * 24, "f", 1))
    return translate("CardTable", "{n} days").replace("{n}", number(float(days), "f", 1 if days < 100 else 0))
