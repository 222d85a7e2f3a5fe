"""A setting as a card: what it is called, one thing to change in it, and how far its runs are."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.controls import Picker, set_popup_colours
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style, mixed
from lstm_gui.gui.simulator.text import put_text, shortened
from lstm_gui.gui.training.compare.looks import pen_at, role_at
from lstm_gui.gui.training.compare.words import aspect_title, value_words
from lstm_gui.training.comparison.aspects import Aspect, aspects, different
from lstm_gui.training.comparison.outcome import Outcome
from lstm_gui.training.plan import Plan
from lstm_gui.training.tasks.entry import Entry

HEIGHT = 98.0  # px at 100 %
NARROW = 196.0  # px at 100 %: below that, cards stand in two rows
WIDEST = 240.0  # px at 100 %, of a field


class SettingCard(QWidget):
    """One of up to four.

    Signals
    -------
    changed(Plan)
        One thing is to be another.
    removed()
        It is not wanted any more.
    """

    changed = Signal(object)
    removed = Signal()

    def __init__(self, place: int, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._style = place, style
        self._name = ""
        self._plan: Plan | None = None
        self._aspects: tuple[Aspect, ...] = ()
        self._values: list[Any] = []
        self._runs: tuple[Outcome, ...] = ()
        self._steps = 1
        self.things, self.values = Picker(style, self), Picker(style, self)
        self.things.setAccessibleName(self.tr("What is changed in setting {number}").format(number=place + 1))
        self.things.setToolTip(self.tr("What is to be changed here"))
        self.values.setAccessibleName(self.tr("To what, in setting {number}").format(number=place + 1))
        self.values.setToolTip(self.tr("What it is here"))
        self.things.activated.connect(self._show_values)
        self.values.activated.connect(self._choose)
        self.remove = QToolButton(self)
        self.remove.setText("×")
        self.remove.setAutoRaise(True)
        self.remove.setAccessibleName(self.tr("Remove setting {number}").format(number=place + 1))
        self.remove.setToolTip(self.tr("Compare without this one"))
        self.remove.clicked.connect(lambda _checked=False: self.removed.emit())
        self.set_style(style)

    def show_setting(self, name: str, plan: Plan, first: Plan, entry: Entry, *, alone: bool) -> None:
        """Show a setting; what differs from the first one is what is offered to be changed further."""
        chosen = self._aspect().name if self._aspects and self._plan is not None else ""
        differs = [aspect.name for aspect, _ in different(plan, first, entry)]
        self._name, self._plan, self._aspects = name, plan, aspects(entry)
        self.setToolTip(name)
        names = [aspect.name for aspect in self._aspects]
        kept = chosen if chosen in names and (not differs or chosen in differs) else ""
        self.things.clear()
        self.things.addItems([aspect_title(one) for one in names])
        self.things.setCurrentIndex(names.index(kept or (differs or names)[0]))
        self._show_values()
        self.remove.setVisible(not alone)
        self.setAccessibleName(self.tr("Setting {number}: {name}").format(number=self._place + 1, name=name))
        self.update()

    def show_runs(self, runs: Sequence[Outcome], steps: int) -> None:
        """Show how far each run is; `steps` are those of a whole one."""
        self._runs, self._steps = tuple(runs), steps
        self.setAccessibleDescription(self._runs_words())
        self.update()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._style = style
        for picker in (self.things, self.values):
            picker.set_style(style)
            set_popup_colours(picker, style)
        self.remove.setFont(style.font(TEXT))
        self.setFixedHeight(round(style.px(HEIGHT)))
        self._place_parts()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Two fields beside each other."""
        return QSize(round(self._style.px(NARROW)), round(self._style.px(HEIGHT)))

    def resizeEvent(self, _event: object) -> None:
        self._place_parts()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style, card = self._style, self.rect().toRectF()
        paint_card(painter, card, style)
        y, left = style.px(20), style.px(12)
        painter.setPen(pen_at(style.palette, self._place, style.px(2.2)))
        painter.drawLine(QPointF(left, y - style.px(4)), QPointF(left + style.px(28), y - style.px(4)))
        font, ink = style.font(TEXT, bold=True), role_at(style.palette, self._place).ink
        room = (card.width() if self.remove.isHidden() else self.remove.x()) - left - style.px(39)
        put_text(painter, left + style.px(35), y, shortened(self._name, font, room), font, ink)
        self._paint_runs(painter, QRectF(left, style.px(70), card.width() - 2 * left, style.px(5)))
        painter.end()

    # Inside

    def _aspect(self) -> Aspect:
        return self._aspects[max(0, self.things.currentIndex())]

    def _show_values(self) -> None:
        """The values worth trying, and the one it has."""
        assert self._plan is not None
        aspect = self._aspect()
        now = aspect.read(self._plan)
        self._values = list(aspect.values)
        if now not in self._values:
            self._values.append(now)
        self.values.clear()
        self.values.addItems([value_words(aspect, value) for value in self._values])
        self.values.setCurrentIndex(self._values.index(now))

    def _choose(self, row: int) -> None:
        assert self._plan is not None
        plan = self._aspect().write(self._plan, self._values[row])
        if plan != self._plan:
            self.changed.emit(plan)

    def _place_parts(self) -> None:
        style, wide = self._style, self.width()
        left, between = style.px(10), style.px(6)
        half = min((wide - 2 * left - between) / 2, style.px(WIDEST))
        top, high = style.px(32), style.px(30)
        self.things.setGeometry(QRectF(left, top, half, high).toRect())
        self.values.setGeometry(QRectF(left + half + between, top, half, high).toRect())
        side = style.px(22)
        self.remove.setGeometry(QRectF(wide - side - style.px(6), style.px(6), side, side).toRect())

    def _paint_runs(self, painter: QPainter, box: QRectF) -> None:
        """A bar for each run: as full as it is far; and what came of them, in words."""
        style, palette = self._style, self._style.palette
        if self._runs:
            self._paint_bars(painter, box)
        font = style.font(SMALL)
        words = shortened(self._runs_words(), font, box.width())
        put_text(painter, box.left(), box.bottom() + style.px(13), words, font, palette.muted)

    def _paint_bars(self, painter: QPainter, box: QRectF) -> None:
        style, palette = self._style, self._style.palette
        wide = (box.width() + style.px(3)) / len(self._runs)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, run in enumerate(self._runs):
            bar = QRectF(box.left() + number * wide, box.top(), wide - style.px(3), box.height())
            painter.setBrush(palette.border)
            painter.drawRoundedRect(bar, style.px(2), style.px(2))
            share = 1.0 if run.ended else min(1.0, run.step / self._steps)
            bar.setWidth(bar.width() * share)
            ink = role_at(palette, self._place).graphic
            painter.setBrush(mixed(ink, palette.panel, 0.0 if run.finished else 0.45))
            painter.drawRoundedRect(bar, style.px(2), style.px(2))

    def _runs_words(self) -> str:
        """ "3 of 5 done, 2 solved, 1 diverged"."""
        runs = self._runs
        if not runs:
            return self.tr("not run yet")
        said = [
            self.tr("{done} of {of} done").format(done=sum(bool(run.ended) for run in runs), of=len(runs))
        ]
        for words, count in (
            (self.tr("{count} solved"), sum(run.solved_at is not None for run in runs)),
            (self.tr("{count} diverged"), sum(run.ended == "diverged" for run in runs)),
            (self.tr("{count} given up"), sum(run.ended in ("stopped", "lost", "failed") for run in runs)),
        ):
            if count:
                said.append(words.format(count=count))
        return ", ".join(said)
