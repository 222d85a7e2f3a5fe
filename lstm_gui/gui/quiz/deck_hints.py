"""The sentences under the fields of a deck: which limits count too, what recall costs, the exam."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.quiz.deck_form import Inherited, day_words
from lstm_gui.gui.quiz.words import counted
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.deck_rules import NO_RULES, DeckRules
from lstm_gui.quiz.deck_tree import path
from lstm_gui.quiz.exam import LAST_DAYS, next_exam
from lstm_gui.store.collection import DeckSummary
from lstm_gui.store.deck_edits import DeckSettings

translate = QCoreApplication.translate


class Surroundings:
    """What holds around a deck: the rules of the decks that it lies in, and of the app."""

    def __init__(
        self,
        decks: Sequence[DeckSummary],
        new_per_day: int,
        retention: float,
        today: int,
        reviews_per_day: int = 0,
    ) -> None:
        """`reviews_per_day` is the limit of all decks together, 0 for none."""
        self._reviews_per_day = reviews_per_day
        self._rules: Mapping[str, DeckRules] = {deck.name: deck.rules for deck in decks}
        self._new_per_day, self._retention, self._today = new_per_day, retention, today

    def inherited(self, name: str) -> Inherited:
        """What holds for a deck where it says nothing itself."""
        said = [rules.retention for _, rules in self._over(name) if rules.retention is not None]
        return Inherited(said[-1] if said else self._retention, self._today)

    def new_words(self, name: str) -> str:
        """Which limits hold beside its own."""
        limits = [(outer, rules.new_per_day) for outer, rules in self._over(name)]
        parts = [
            translate("DeckSettings", "“{deck}” lets in {n} a day.").format(deck=in_one_line(outer), n=limit)
            for outer, limit in limits
            if limit is not None
        ]
        everywhere = translate("DeckSettings", "All decks together let in {n} a day (Preferences).")
        return " ".join([*parts, everywhere.format(n=self._new_per_day)])

    def exam_words(self, name: str, settings: DeckSettings, cards: int) -> str:
        """What the exam of a deck, or of one around it, does to its cards."""
        exams = [(rules.exam_day, outer) for outer, rules in self._over(name)] + [(settings.exam_day, "")]
        exam = next_exam((day for day, _ in exams), self._today)
        if exam is None:
            past = translate("DeckSettings", "That day is past: cards come as they would without it.")
            return past if settings.exam_day is not None else ""
        outer = next(outer for day, outer in exams if day == exam)
        words = translate("DeckSettings", "“{deck}” has its exam on {date}.")
        here = [words.format(deck=in_one_line(outer), date=day_words(exam))] if outer else []
        days = min(LAST_DAYS, exam - self._today)
        return " ".join([*here, _last_days(exam, self._today, cards), *self._too_many(cards / days)])

    def _too_many(self, a_day: float) -> list[str]:
        """What to know where the last week asks more than a day holds."""
        if not self._reviews_per_day or a_day <= self._reviews_per_day:
            return []
        words = translate(
            "DeckSettings", "No more than {n} reviews come a day (Preferences): not all would be seen."
        )
        return [words.format(n=self._reviews_per_day)]

    def _over(self, name: str) -> list[tuple[str, DeckRules]]:
        return [(outer, self._rules.get(outer, NO_RULES)) for outer in path(name)[:-1]]


def cost_words(retention: float, reviews: float) -> str:
    """How many reviews a day aiming for a recall costs; nothing where no card was rated."""
    if not reviews:
        return ""
    many = counted(
        max(1, round(reviews)),
        translate("DeckSettings", "about 1 review a day"),
        translate("DeckSettings", "about {n} reviews a day"),
    )
    words = translate("DeckSettings", "At {share} %: {reviews} for the cards learnt so far.")
    return words.format(share=round(retention * 100), reviews=many)


def _last_days(exam: int, today: int, cards: int) -> str:
    first = exam - LAST_DAYS
    if first <= today:
        return translate("DeckSettings", "Its last week has begun: each card not seen in it comes once more.")
    each = counted(
        max(1, round(cards / LAST_DAYS)),
        translate("DeckSettings", "about 1 a day"),
        translate("DeckSettings", "about {n} a day"),
    )
    words = translate("DeckSettings", "From {date} on, each card comes once more: {each}.")
    return words.format(date=day_words(first), each=each)
