"""When no card is left: what was learnt today, when to come back, and a way to go on."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.scroll import column_scroll_area
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import NO_PEN, Bar, Box, ElidedLabel, ink, plain_label, round_rect
from lstm_gui.gui.quiz.words import behind_words, cards, counted, moment_words, percent
from lstm_gui.plain_text import in_one_line

if TYPE_CHECKING:  # the store and the scheduler, behind it, are imported after the first paint
    from lstm_gui.gui.quiz.outlook import Recap, Rest, TopicShare

MORE, MORE_REVIEWS = 5, 20  # new cards, and reviews, offered at once


class Tick(QWidget):
    """A round sign: a tick when something was done, an hour hand when there is nothing to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._done = True

    def set_done(self, done: bool) -> None:
        """Show the tick, or the clock."""
        self._done = done
        self.update()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        self.setFixedSize(QSize(style.px(48), style.px(48)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign."""
        if self._style is None:
            return
        style, painter, side = self._style, QPainter(self), float(self.width())
        colour = style.palette.role("i").ink if self._done else style.palette.muted
        round_rect(painter, QRectF(0, 0, side, side), side / 2, style.tint(colour, 0.14), NO_PEN)
        pen = QPen(colour, side * 0.065)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        shape = (
            ((0.30, 0.52), (0.44, 0.66), (0.71, 0.37))
            if self._done
            else ((0.5, 0.27), (0.5, 0.52), (0.66, 0.62))
        )
        painter.drawPolyline(QPolygonF([QPointF(x * side, y * side) for x, y in shape]))


class RestPage(Box):
    """The end of a session, or a day without cards.

    Signals:
    more_wanted(int) -- so many new cards beyond the day's limit
    reviews_wanted(int) -- so many reviews beyond the day's limit
    import_wanted()  -- a deck from a file
    """

    more_wanted = Signal(int)
    reviews_wanted = Signal(int)
    import_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._more = self._reviews = 0
        self.tick = Tick()
        self.title, self.learnt, self.back, self.behind, self.waiting = (_centred() for _ in range(5))
        self.go_on, self.more = (Button(Kind.SOFT, "", "") for _ in range(2))
        self.practise = Button(
            Kind.QUIET, self.tr("Practise…"), self.tr("Ask cards in other ways; no schedule moves (Ctrl+P)")
        )
        self.challenge = Button(
            Kind.QUIET,
            self.tr("Try a challenge…"),
            self.tr("Predict, build or compute something; the simulator grades it (Ctrl+Shift+L)"),
        )
        self.bring = Button(Kind.PRIMARY, self.tr("Import a deck…"), self.tr("Add the cards of a file"))
        self.undo = Button(
            Kind.QUIET, self.tr("Undo the last rating"), self.tr("Take back the last rating (Ctrl+Z)")
        )
        self.go_on.clicked.connect(lambda: self.reviews_wanted.emit(self._reviews))
        self.more.clicked.connect(lambda: self.more_wanted.emit(self._more))
        self.bring.clicked.connect(self.import_wanted)
        self._topics = QWidget()
        self._grid = QGridLayout(self._topics)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._build()

    def show_rest(self, rest: "Rest", recap: "Recap", now: datetime) -> None:
        """Say how today went and what comes."""
        self.tick.set_done(recap.cards > 0)
        self.title.setText(self._title(rest, recap))
        self.learnt.setText(self._learnt(recap))
        self.learnt.setVisible(recap.cards > 0)
        self.back.setText(self._back(rest, now))
        self._fill(recap.topics)
        self._show_behind(rest)
        self._more = min(MORE, rest.more_new)
        words = counted(self._more, self.tr("Learn a new card"), self.tr("Learn {n} new cards"))
        self.waiting.setText(self._waiting(rest))
        self.more.say(words, self._waiting(rest))
        for part in (self.waiting, self.more):
            part.setVisible(rest.more_new > 0)
        self.bring.setVisible(not rest.any_cards)
        self.practise.setVisible(rest.any_cards)

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        self.set_look(style.inset, style.palette.border, style.px(8))
        self.tick.set_style(style)
        ink(self.title, style.palette.text, style.font(19, QFont.Weight.DemiBold))
        ink(self.learnt, style.palette.text, style.font(14))
        for label in (self.back, self.behind, self.waiting):
            ink(label, style.palette.muted, style.font(13))
        self.go_on.set_style(style)
        self.more.set_style(style)
        self.bring.set_style(style)
        self.practise.set_style(style, 12)
        self.challenge.set_style(style, 12)
        self.undo.set_style(style, 12)
        pad = style.gap(18)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(style.gap(10))
        self._grid.setHorizontalSpacing(style.px(10))
        self._grid.setVerticalSpacing(style.gap(7))
        self._grid.setContentsMargins(0, style.gap(8), 0, style.gap(8))
        self._dress_topics(style)

    def _title(self, rest: "Rest", recap: "Recap") -> str:
        if not rest.any_cards:
            return self.tr("No cards yet")
        if recap.cards:
            return self.tr("Done for today")
        return self.tr("Enough for today") if rest.later else self.tr("Nothing is due.")

    def _learnt(self, recap: "Recap") -> str:
        share = percent(recap.recalled / recap.cards) if recap.cards else ""
        return self.tr("{cards} reviewed · {share} recalled").format(cards=cards(recap.cards), share=share)

    def _back(self, rest: "Rest", now: datetime) -> str:
        if not rest.any_cards:
            return self.tr("A deck is a file of questions and answers. Import one to begin.")
        if rest.next_due is None:
            return self.tr("No card is scheduled.")
        when = moment_words(rest.next_due, now)
        return self.tr("The next card is due {when}.").format(when=when)

    def _show_behind(self, rest: "Rest") -> None:
        """Reviews that wait: said calmly, for nothing is lost by it."""
        self._reviews = min(MORE_REVIEWS, rest.later)
        words = counted(self._reviews, self.tr("Review one more card"), self.tr("Review {n} more cards"))
        self.behind.setText(behind_words(rest.later, rest.days_behind))
        self.go_on.say(words, self.tr("Go on beyond today's limit of reviews, the longest overdue first"))
        for part in (self.behind, self.go_on):
            part.setVisible(rest.later > 0)

    def _waiting(self, rest: "Rest") -> str:
        """Why cards wait although none is shown: a limit counts decks that may have used it before."""
        wait = counted(rest.more_new, self.tr("A new card waits"), self.tr("{n} new cards wait"))
        return self._limit(rest).format(cards=wait, limit=rest.limit, deck=in_one_line(rest.limit_of or ""))

    def _limit(self, rest: "Rest") -> str:
        if rest.limit_of is None:
            return self.tr("{cards}; today's limits of their decks are used.")
        if not rest.limit_of:
            none, used = (
                self.tr("{cards}; the limit is set to 0 a day."),
                self.tr("{cards}; today's limit of {limit} is used."),
            )
        else:
            none = self.tr("{cards}; the limit of “{deck}” is set to 0 a day.")
            used = self.tr("{cards}; today's limit of {limit} in “{deck}” is used.")
        return used if rest.limit else none

    def _fill(self, topics: "tuple[TopicShare, ...]") -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, topic in enumerate(topics):
            name, bar, share = ElidedLabel(), Bar(), plain_label()
            name.setText(topic.topic or self.tr("Without a topic"))
            name.setToolTip(name.text())
            bar.set_share(topic.recalled / topic.cards)
            share.setText(self.tr("{n} of {all}").format(n=topic.recalled, all=topic.cards))
            for column, widget in enumerate((name, bar, share)):
                self._grid.addWidget(widget, row, column)
        self._topics.setVisible(bool(topics))
        if self._style is not None:
            self._dress_topics(self._style)

    def _dress_topics(self, style: Style) -> None:
        for index in range(self._grid.count()):
            item = self._grid.itemAt(index)
            widget = item.widget() if item is not None else None
            if isinstance(widget, Bar):
                widget.set_look(style.sunk, style.palette.role("i").graphic, style.px(6))
            elif isinstance(widget, QLabel):
                ink(widget, style.palette.muted, style.font(11.5))

    def _build(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addStretch(2)
        self._column.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignHCenter)
        for widget in (self.title, self.learnt, self._topics, self.back, self.behind, self.go_on):
            self._column.addWidget(widget)
        for widget in (self.waiting, self.more):
            self._column.addWidget(widget)
        for widget in (self.bring, self.practise, self.challenge, self.undo):
            self._column.addWidget(widget)
        self._column.addStretch(3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(column_scroll_area(inside))


def _centred() -> QLabel:
    label = plain_label(wraps=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
