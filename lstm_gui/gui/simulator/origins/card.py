"""The card pinned beside a number: where it comes from, what it feeds, and the way back."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.origins.chips import WordChip
from lstm_gui.gui.simulator.origins.heading import Heading
from lstm_gui.gui.simulator.origins.links import Links
from lstm_gui.gui.simulator.origins.rows import Rows
from lstm_gui.gui.simulator.origins.words import card_title
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.simulator.contributions import Way
from lstm_gui.simulator.origins import OriginsPart
from lstm_gui.simulator.quantity import Quantity

_WIDE = 316.0  # pixels at 100 %
_MARGIN = 12.0
_HOPS, _FED = 6, 6  # so many symbols at most
_LEAST_ROWS = 54.0  # how high the rows stand at least, in pixels at 100 %


class OriginsCard(QFrame):
    """Shows an OriginsPart.

    Signals: `hopped(Quantity)` to another number; `back_wanted()` to the hop before; `back_to(int)` to a hop
    by its number; `closing()`; `every_step_chosen(bool)`, for what each step wrote; `grown()`, when it may
    want another place.
    """

    hopped = Signal(Quantity)
    back_wanted = Signal()
    back_to = Signal(int)
    closing = Signal()
    every_step_chosen = Signal(bool)
    grown = Signal()

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.part: OriginsPart | None = None
        self._style, self._room, self._first_hop = style, QSize(10_000, 10_000), 0
        self._edge = style.palette.accent
        self._sized_for: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(card_title())
        self._title = QLabel(card_title(), self)
        self.back = WordChip(
            "‹", self.tr("Back"), self.tr("Back to the number before (Backspace, Alt+←)"), style, self
        )
        self.close_button = WordChip("×", self.tr("Close"), self.tr("Close (Esc)"), style, self)
        self.crumbs = Links(_HOPS, "›", style, self)
        self.heading = Heading(style, self)
        self.this_step = WordChip(
            self.tr("this step"), self.tr("this step"), self.tr("What it is made of now"), style, self
        )
        self.every_step = WordChip(
            self.tr("through time"), self.tr("through time"),
            self.tr("What each step wrote into it, times what was kept of it since"), style, self,
        )  # fmt: skip
        self.rows = Rows(style, self)
        self.feeds = Links(_FED, "", style, self)
        self._lay_out()
        self._connect()
        self.set_style(style)

    # What is shown

    def show_part(self, part: OriginsPart) -> None:
        """Show a number."""
        self.part = part
        room = self._inner
        self._first_hop = max(0, len(part.trail.hops) - _HOPS)
        hops = part.trail.hops[self._first_hop :]
        self.crumbs.show_links("…" if self._first_hop else "", hops, part.kind, part.sizes)
        self.crumbs.setVisible(len(hops) > 1)
        self.back.setVisible(len(hops) > 1)
        self.heading.show_part(part, self._style, room)
        every_step = part.made.way is Way.OVER_TIME
        for chip, on in ((self.this_step, not every_step), (self.every_step, every_step)):
            chip.setVisible(part.is_memory)
            chip.setChecked(on)
        self.rows.show_part(part, room)
        self._show_feeds(part)
        self._take_size()
        edge = self._style.palette.role(looks_of(part.kind).roles[part.here.name]).graphic
        if edge != self._edge:
            self._edge = edge
            self.update()

    def set_room(self, room: QSize) -> None:
        """How much room there is at most."""
        if room != self._room:
            self._room = room
            if self.part is not None:
                self.show_part(self.part)

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        colours = QPalette(self._title.palette())
        colours.setColor(QPalette.ColorRole.WindowText, style.palette.muted)
        self._title.setPalette(colours)
        self._title.setFont(style.font(SMALL))
        margin = round(style.px(_MARGIN))
        self._column.setContentsMargins(margin, margin // 2, margin, margin // 2)
        for part in (self.back, self.close_button, self.crumbs, self.this_step, self.every_step):
            part.set_style(style)
        self.rows.set_style(style)
        self.feeds.set_style(style)
        ground = QPalette(self.palette())
        ground.setColor(QPalette.ColorRole.Window, style.palette.panel)
        for opaque in (self.crumbs, self.heading, self.rows.viewport(), self.feeds):
            opaque.setPalette(ground)  # what lies below need not be painted with each number
            opaque.setAutoFillBackground(True)
        self._sized_for = ()
        self.update()
        if self.part is not None:
            self.show_part(self.part)

    def take_keyboard(self) -> None:
        """Let the keyboard be on the largest contributor."""
        target = next(iter(self.rows.shown), self.close_button)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on the card."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    # Keys

    def event(self, event: QEvent) -> bool:
        """Let the keys that close it or go back come here, and not to the shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self._takes(event))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._takes(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.closing.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.take_keyboard()
        else:
            self.back_wanted.emit()

    def _takes(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Left:
            return alt
        on_itself = event.key() == Qt.Key.Key_Down and self.hasFocus()
        return on_itself or (not alt and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace))

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = self._style
        painter.setPen(QPen(self._edge, style.px(1.6)))
        painter.setBrush(style.palette.panel)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), style.px(8), style.px(8))
        painter.end()

    # Inside

    @property
    def _inner(self) -> int:
        """How wide the content is, in pixels."""
        wide = min(round(self._style.px(_WIDE)), self._room.width())
        return wide - 2 * round(self._style.px(_MARGIN))

    def _take_size(self) -> None:
        """As high as the content, but no higher than the room: then the rows scroll."""
        wanted, parts = self.rows.wanted, (self.crumbs, self.heading, self.this_step, self.feeds)
        sized_for = (wanted, self._room, self._style, [(one.height(), one.isHidden()) for one in parts])
        if sized_for == self._sized_for:
            return
        self._sized_for = sized_for
        self.rows.setFixedHeight(0)
        self._column.activate()
        rest = self._column.minimumSize().height()
        least = min(wanted, round(self._style.px(_LEAST_ROWS)))
        self.rows.setFixedHeight(max(least, min(wanted, self._room.height() - rest)))
        self._column.activate()
        wide = self._inner + 2 * round(self._style.px(_MARGIN))
        self.setFixedSize(wide, min(self._column.minimumSize().height(), self._room.height()))

    def _show_feeds(self, part: OriginsPart) -> None:
        fed = part.feeds[:_FED]
        left = len(part.feeds) - len(fed)
        more = self.tr("and {n} more").format(n=left) if left else ""
        self.feeds.show_links(self.tr("feeds"), fed, part.kind, part.sizes, more)
        self.feeds.setVisible(bool(fed))

    def _lay_out(self) -> None:
        head, modes = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(0)
        for widget in (self.back, self._title):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.close_button)
        for chip in (self.this_step, self.every_step):
            chip.setCheckable(True)
            modes.addWidget(chip)
        modes.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self.crumbs)
        self._column.addWidget(self.heading)
        self._column.addLayout(modes)
        self._column.addWidget(self.rows)
        self._column.addWidget(self.feeds)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.close_button.clicked.connect(self.closing)
        self.crumbs.pressed.connect(lambda number: self.back_to.emit(self._first_hop + number))
        self.this_step.clicked.connect(lambda: self.every_step_chosen.emit(False))
        self.every_step.clicked.connect(lambda: self.every_step_chosen.emit(True))
        self.rows.followed.connect(self.hopped)
        self.rows.grown.connect(self._show_again)
        self.feeds.pressed.connect(self._hop_to_fed)

    def _show_again(self) -> None:
        if self.part is not None:
            self.show_part(self.part)
            self.grown.emit()

    def _hop_to_fed(self, number: int) -> None:
        if self.part is not None:
            self.hopped.emit(self.part.feeds[number])
