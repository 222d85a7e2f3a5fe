"""The room "Text": what a network that reads characters does at each of them."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.slim_bar import SlimBar, scroll_slimly
from lstm_gui.gui.stock_look import dress_form, ink_placeholder
from lstm_gui.gui.training.plan_changes import with_task
from lstm_gui.gui.training.room import Room
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.text.asking import Asking
from lstm_gui.gui.training.text.bar import TextBar
from lstm_gui.gui.training.text.expected import ExpectedView
from lstm_gui.gui.training.text.followers import FollowersView
from lstm_gui.gui.training.text.invitation import Invitation
from lstm_gui.gui.training.text.sheet import TextSheet
from lstm_gui.gui.training.text.writing import WritingCard
from lstm_gui.training import messages as say
from lstm_gui.training.text_lab.reading import MOST, TextReading

translate = QCoreApplication.translate
TASKS = ("characters", "own_text")
_WIDE = 760.0  # px at 100 %, from which on the cards stand side by side
_OWN = 62.0  # px at 100 %: the field for one's own text
_TYPED = 150  # ms without a key, after which what was typed is read


class TextRoom(Room):
    """The coloured text, what comes next, who follows what, and what the network writes."""

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(session, style, parent)
        self.reading: TextReading | None = None
        self.asking = Asking(session, self._show, self._refuse, self)
        self._writes = False  # whether what it writes is awaited
        self.setAccessibleName(translate("TextLab", "Text"))
        self._build(style)
        self._lay_out()
        self._connect()
        self.set_style(style)
        self._turn()

    # What is shown

    @property
    def reads_text(self) -> bool:
        """Whether what is trained reads characters."""
        return self.session.plan.task.name in TASKS

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        super().set_style(style)
        for part in (self.bar, self.sheet, self.expected, self.followers, self.writing, self.invitation):
            part.set_style(style)
        self.own.setFont(style.font(TEXT))
        self.own.setFixedHeight(round(style.px(_OWN)))
        dress_form(self, style.palette, style.zoom)
        for field in (self.own, self.writing.prompt, self.writing.page):
            ink_placeholder(field, style.palette.muted)  # a style sheet gives them its own
        gap = round(style.px(8))
        for layout in (self._inside, self._both, self._left, self._right):
            layout.setSpacing(gap)
        self._fold()

    def told(self) -> str:
        """What is shown, for a screen reader."""
        if not self.reads_text or self.reading is None:
            return translate("TextLab", "No text is read yet.")
        return f"{self.sheet.title}. {self.sheet.number}. {self.expected.told}"

    def show_unit(self, unit: int) -> None:
        """Colour the text by another unit, from 0."""
        if self.reading is not None:
            self.bar.show_unit(unit)
            self.sheet.show_reading(self.reading, self.bar.unit, self.session.plan.network.kind)
            self.setAccessibleDescription(self.told())

    # Building

    def _build(self, style: Style) -> None:
        self.invitation = Invitation(style, self)
        self.bar = TextBar(style, self)
        self.sheet = TextSheet(style, self)
        self.own = QPlainTextEdit(self)  # in the order in which Tab goes
        self.expected = ExpectedView(style, self)
        self.followers = FollowersView(style, self)
        self.writing = WritingCard(style, self)
        self.own.setTabChangesFocus(True)
        self.own.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
        self.own.setAccessibleName(translate("TextLab", "A text of your own"))
        self.own.setPlaceholderText(
            translate(
                "TextLab",
                "Type or paste a text of your own: it is read at once. Empty: a passage that it never learnt "
                "from.",
            )
        )
        self.own.setToolTip(translate("TextLab", "What the network reads; up to 5,000 characters"))
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED)

    def _lay_out(self) -> None:
        self.area = QScrollArea(self)
        scroll_slimly(self.area)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = QWidget()
        self._inside = QVBoxLayout(self.inner)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (self._left, (self.sheet, self.own)),
            (self._right, (self.expected, self.followers)),
        ):
            for part in parts:
                column.addWidget(part, 1 if part in (self.sheet, self.followers) else 0)
        self._both.addLayout(self._left, 3)
        self._both.addLayout(self._right, 2)
        self._inside.addWidget(self.bar)
        self._inside.addLayout(self._both, 1)
        self._inside.addWidget(self.writing)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.area.setWidget(self.inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        column.addWidget(self.invitation)

    def _connect(self) -> None:
        self.invitation.accepted.connect(self._begin)
        self.bar.unit_chosen.connect(self.show_unit)
        self.bar.quantity_chosen.connect(self._ask_quantity)
        self.followers.unit_chosen.connect(self.show_unit)
        self.sheet.paper.place_changed.connect(self._moved)
        self.writing.asked.connect(self._write)
        self.own.textChanged.connect(self._typed.start)
        self._typed.timeout.connect(self._read_own)
        session = self.session
        self.bar.run_toggled.connect(session.play_or_pause)
        session.running_changed.connect(self.bar.show_running)
        self.bar.show_running(session.running)
        session.kept.connect(self._refresh)
        session.begun.connect(self._refresh)
        session.shown_changed.connect(self._refresh)
        session.plan_changed.connect(self._turn)
        session.failed.connect(self._refuse)

    # What a person does

    def _begin(self) -> None:
        words = translate("TextLab", "train on the text of the cards")
        self.session.change(with_task(self.session.plan, TASKS[0]), words)
        self.session.start()

    def _ask_quantity(self, name: str) -> None:
        self.asking.quantity = name
        self.asking.ask()

    def _read_own(self) -> None:
        self.asking.text = self.own.toPlainText()[: MOST + 1]  # one more says that there is more
        self.asking.ask()

    def _moved(self, place: int) -> None:
        if self.reading is not None:
            self.expected.show_place(self.reading, place)
            self.setAccessibleDescription(self.told())

    def _write(self) -> None:
        fields = self.writing
        wanted = fields.length.value(), fields.temperature.value(), fields.seed.value()
        self._writes = self.asking.write(fields.prompt.text(), *wanted, self._wrote)

    # What the process tells

    def _refresh(self, _news: object = None) -> None:
        if self.isVisible() and self.reads_text:
            self.asking.ask()

    def _show(self, reading: TextReading) -> None:
        if not self.reads_text:
            return
        self.reading = reading
        kind = self.session.plan.network.kind
        self.bar.show_reading(reading, kind)
        self.sheet.show_reading(reading, self.bar.unit, kind)
        self.expected.show_place(reading, self.sheet.paper.place)
        self.followers.show_following(reading.following)

    def _wrote(self, message: say.ToldWriting | say.Failed) -> None:
        if isinstance(message, say.Failed):
            self._refuse(message.words)
        else:
            self._writes = False
            self.writing.show_written(message.prompt, message.written, message.step)

    def _refuse(self, words: str) -> None:
        """Something could not be answered: say so where it was asked."""
        if self._writes:
            self._writes = False
            self.writing.show_trouble(words)
        else:
            self.bar.show_trouble(words)

    # Inside

    def _turn(self, _plan: object = None) -> None:
        """Show the room, or the way to it."""
        self.area.setVisible(self.reads_text)
        self.invitation.setVisible(not self.reads_text)
        self._refresh()

    def _fold(self) -> None:
        """A narrow room has its cards one below the other, and scrolls."""
        beside = self.width() >= self.style_now.px(_WIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._both.direction() is not way:
            self._both.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.reads_text:
            self.session.prepare()
        self._refresh()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any window: it folds and scrolls."""
        return QSize(round(self.style_now.px(320)), round(self.style_now.px(240)))
