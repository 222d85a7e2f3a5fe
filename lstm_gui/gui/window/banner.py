"""What the app has to say: one plain sentence above the panels, calm, in nobody's way."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from lstm_gui.gui.errors import Problem, Remedy
from lstm_gui.gui.palette import Palette
from lstm_gui.gui.theme import mix
from lstm_gui.gui.window.icons import icon

KEPT = 5  # sentences that wait behind the newest


class Banner(QWidget):
    """Shows the newest sentence; dismissing it shows the one before.

    A `lasting` banner has nothing to dismiss: it shows a state, until that is withdrawn.

    Signals
    -------
    report_wanted(str)
        The person wants this report copied.
    """

    report_wanted = Signal(str)

    def __init__(self, colours: Palette, parent: QWidget | None = None, *, lasting: bool = False) -> None:
        super().__init__(parent)
        self._colours = colours
        self._lasting = lasting
        self._waiting: list[Problem] = []
        self._sign = QLabel(self)
        self._sign.setAccessibleName(self.tr("Message"))
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)  # it may name a file
        self.sentence.setWordWrap(True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = QPushButton(self.tr("Copy report"), self)
        self.copy.setToolTip(self.tr("Copy versions and details, for someone who can help"))
        self.copy.clicked.connect(self._copy)
        self.remedy = QPushButton(self)
        self.remedy.clicked.connect(self._apply)
        self.dismiss = QToolButton(self)
        self.dismiss.setAutoRaise(True)
        self.dismiss.setIconSize(QSize(16, 16))
        self.dismiss.setAccessibleName(self.tr("Dismiss the message"))
        self.dismiss.setToolTip(self.tr("Dismiss the message"))
        self.dismiss.clicked.connect(self._dismiss)
        for button in (self.copy, self.remedy, self.dismiss):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the card
        self._lay_out()
        self.hide()

    @property
    def shown(self) -> Problem | None:
        """What is shown, or None."""
        return self._waiting[-1] if self._waiting else None

    def tell(self, problem: Problem) -> None:
        """Show a sentence, in front of those not yet dismissed; the same sentence twice is shown once."""
        kept = [old for old in self._waiting if old.sentence != problem.sentence]
        self._waiting = [*kept, problem][-KEPT:]
        self._show_newest()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, problem.sentence))

    def withdraw(self, sentence: str) -> None:
        """Take a sentence away that is no longer true."""
        self._waiting = [old for old in self._waiting if old.sentence != sentence]
        self._show_newest()

    def clear(self) -> None:
        """Take every sentence away."""
        self._waiting = []
        self._show_newest()

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme."""
        self._colours = colours
        self._show_newest()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(mix(self._colours.border, self._ink(), 0.4))
        painter.setBrush(mix(self._colours.panel, self._ink(), 0.07))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()

    def _ink(self) -> QColor:
        role = "c" if self.shown is not None and self.shown.report else "o"
        return self._colours.role(role).ink

    def _show_newest(self) -> None:
        newest = self.shown
        if newest is not None:
            sign = "problem" if newest.report else "notice"
            self._sign.setPixmap(icon(sign, self._ink()).pixmap(QSize(20, 20), self.devicePixelRatioF()))
            self.dismiss.setIcon(icon("close", self._colours.muted))
            self.sentence.setText(newest.sentence)
            self.copy.setVisible(bool(newest.report))
            self._show_remedy(newest.remedy)
        self.setVisible(newest is not None)
        self.update()

    def _show_remedy(self, remedy: Remedy | None) -> None:
        self.remedy.setVisible(remedy is not None)
        if remedy is not None:
            self.remedy.setText(remedy.words.replace("&", "&&"))
            self.remedy.setToolTip(remedy.words)

    def _apply(self) -> None:
        """Do what the button says; the sentence stays until it is no longer true."""
        if self.shown is not None and self.shown.remedy is not None:
            self.shown.remedy.apply()

    def _copy(self) -> None:
        if self.shown is not None:
            self.report_wanted.emit(self.shown.report)

    def _dismiss(self) -> None:
        self._waiting = self._waiting[:-1]
        self._show_newest()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.remedy)
        row.addWidget(self.copy)
        row.addWidget(self.dismiss)
        self.dismiss.setVisible(not self._lasting)
