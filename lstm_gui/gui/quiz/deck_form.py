"""What is set for a deck, as fields to fill in: name, description, new cards a day, recall, exam."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from lstm_gui.formats.deck_file import MAX_NAME
from lstm_gui.gui.quiz.style import Style, muted
from lstm_gui.gui.quiz.surface import plain_label
from lstm_gui.gui.quiz.words import translate
from lstm_gui.plain_text import without_hidden
from lstm_gui.quiz.deck_tree import SEPARATOR
from lstm_gui.quiz.schedule import HIGHEST_RETENTION, LOWEST_RETENTION
from lstm_gui.store.deck_edits import DeckSettings

MOST_NEW = 9999
MONTH = 30  # days to an exam, until another day is chosen


@dataclass(frozen=True, slots=True)
class Inherited:
    """What holds for a deck where it says nothing itself."""

    retention: float
    today: int  # the study day


class DeckForm(QWidget):
    """The fields. It writes nothing and says what is in it.

    Signals:
    changed() -- something is another than before
    """

    changed = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = style
        self.name, self.description = QLineEdit(self), QLineEdit(self)
        self.new_per_day, self.retention = QSpinBox(self), QSpinBox(self)
        self.exam, self.exam_day = QCheckBox(self.tr("on"), self), QDateEdit(self)
        self.new_hint, self.cost, self.exam_hint = (plain_label(self, wraps=True) for _ in range(3))
        self._dress_fields()
        self._lay_out()
        self._connect()

    # What it shows

    def show_deck(self, name: str, settings: DeckSettings, inherited: Inherited) -> None:
        """Show what is set for a deck."""
        self.name.setText(without_hidden(name))
        self.description.setText(settings.description)
        self.new_per_day.setValue(-1 if settings.new_per_day is None else settings.new_per_day)
        low = self.retention.minimum()
        self.retention.setSpecialValueText(
            self.tr("as around it: {n} %").format(n=round(inherited.retention * 100))
        )
        self.retention.setValue(low if settings.retention is None else round(settings.retention * 100))
        day = settings.exam_day or inherited.today + MONTH
        self.exam_day.setDate(_qdate(day))
        self.exam.setChecked(settings.exam_day is not None)
        self.exam_day.setEnabled(self.exam.isChecked())

    def show_hints(self, new: str, cost: str, exam: str) -> None:
        """Say under the fields what they mean."""
        for label, words in ((self.new_hint, new), (self.cost, cost), (self.exam_hint, exam)):
            label.setText(words)

    # What is in it

    @property
    def deck_name(self) -> str:
        """The name, without space around its parts; "" where a part of it is missing."""
        parts = [" ".join(part.split()) for part in without_hidden(self.name.text()).split(SEPARATOR)]
        return SEPARATOR.join(parts) if all(parts) else ""

    @property
    def settings(self) -> DeckSettings:
        """What is set."""
        new, share = self.new_per_day.value(), self.retention.value()
        return DeckSettings(
            description=self.description.text(),
            new_per_day=None if new < 0 else new,
            retention=None if share == self.retention.minimum() else share / 100,
            exam_day=_study_day(self.exam_day.date()) if self.exam.isChecked() else None,
        )

    def _dress_fields(self) -> None:
        self.name.setMaxLength(MAX_NAME)
        self.new_per_day.setRange(-1, MOST_NEW)
        self.new_per_day.setSpecialValueText(self.tr("no limit of its own"))
        self.retention.setRange(round(LOWEST_RETENTION * 100) - 1, round(HIGHEST_RETENTION * 100))
        self.retention.setSuffix(self.tr(" %"))
        self.exam_day.setCalendarPopup(True)
        self.exam_day.setDisplayFormat(translate("Review", "d MMMM yyyy"))
        for field in (self.name, self.description, self.new_per_day, self.retention, self.exam_day):
            field.setMinimumHeight(self._look.px(28))

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(self._look.gap(14))
        form.setVerticalSpacing(self._look.gap(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        exam = QHBoxLayout()
        exam.setSpacing(self._look.gap(10))
        exam.addWidget(self.exam)
        exam.addWidget(self.exam_day, 1)
        nested = self.tr("“LSTM::Gates” is the deck Gates in the deck LSTM")
        for words, field, tip, hint in (
            (self.tr("&Name"), self.name, nested, None),
            (self.tr("De&scription"), self.description, self.tr("What the deck is about"), None),
            (
                self.tr("New cards a &day"),
                self.new_per_day,
                self.tr("How many new cards of this deck, with those in it, come in a day"),
                self.new_hint,
            ),
            (
                self.tr("&Recall to aim for"),
                self.retention,
                self.tr("The share of due cards to be recalled"),
                self.cost,
            ),
        ):
            _add(form, words, field, tip)
            if hint is not None:
                form.addRow("", hint)
        _add(form, self.tr("&Exam"), self.exam, self.tr("Whether there is an exam about this deck"), exam)
        self.exam_day.setAccessibleName(self.tr("Day of the exam"))
        self.exam_day.setToolTip(self.tr("The day of the exam"))
        form.addRow("", self.exam_hint)
        for label, lines in ((self.new_hint, 2), (self.cost, 1), (self.exam_hint, 2)):
            label.setPalette(muted(label.palette(), self._look))
            label.setFont(self._look.font(12))
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setMinimumHeight(lines * label.fontMetrics().lineSpacing() + self._look.px(4))

    def _connect(self) -> None:
        for signal in (
            self.name.textChanged,
            self.description.textChanged,
            self.new_per_day.valueChanged,
            self.retention.valueChanged,
            self.exam.toggled,
            self.exam_day.dateChanged,
        ):
            signal.connect(lambda *_: self.changed.emit())
        self.exam.toggled.connect(self.exam_day.setEnabled)


def day_words(day: int) -> str:
    """A study day as a date: "3 March 2026"."""
    return QLocale().toString(_qdate(day), translate("Review", "d MMMM yyyy"))


def _add(form: QFormLayout, words: str, field: QWidget, tip: str, row: QHBoxLayout | None = None) -> None:
    label = QLabel(words)
    label.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    field.setToolTip(tip)
    if row is None:
        form.addRow(label, field)
    else:
        form.addRow(label, row)


def _qdate(day: int) -> QDate:
    found = date.fromordinal(max(1, min(day, date.max.toordinal())))
    return QDate(found.year, found.month, found.day)


def _study_day(day: QDate) -> int:
    return date(day.year(), day.month(), day.day()).toordinal()
