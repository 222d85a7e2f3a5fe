"""Making a card of what the simulator shows."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from lstm_gui.gui.actions.table import spec
from lstm_gui.gui.simulator.timeline.input_tools import HeaderButton
from lstm_gui.gui.window.review import ALL_DECKS

if TYPE_CHECKING:  # made when it is asked for
    from lstm_gui.gui.ask.dialog import AskDialog
    from lstm_gui.gui.jobs import Job
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.simulator.state import SimState


class AskCommands(QObject):
    """Every state of the simulator can become a card; nothing is written before the person agrees."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._adding: Job | None = None

    def furnish(self) -> None:
        """Once the window has its parts: the cell's card has a button for it, resting as the action does."""
        action, diagram = self._window.actions_by_id["ask_about_this"], self._window.simulator.diagram
        button = HeaderButton(self.tr("Ask"), _question, action.toolTip(), diagram.style_now, diagram)
        button.setAccessibleName(spec("ask_about_this").title)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        diagram.head.hold(button)

    def ask_about_this(self) -> None:
        """Ask about what the simulator shows."""
        self.ask_about(self._window.controller.state)

    def ask_about(self, state: "SimState", about: str = "") -> None:
        """Ask what is to be asked of a state, and put the card into a deck; `about` begins the question."""
        from lstm_gui.gui.ask.dialog import AskDialog
        from lstm_gui.gui.quiz.style import Style
        from lstm_gui.lessons.catalogue import topics

        window = self._window
        if window.decks.collection is None:
            return
        window.simulator.transport.pause()
        decks = [deck.name for deck in window.decks.decks]
        now = window.review.deck
        # Where nothing else is reviewed, a deck of one's own.
        chosen = self.tr("My questions") if now in ("", ALL_DECKS) else now
        look = Style(window.theme.colours, window.live.now.zoom)
        known = [topic.title for topic in topics()]
        dialog = AskDialog(state, decks, known, chosen, look, window)
        dialog.fields.introduce(about)
        dialog.asked.connect(lambda question: self._add(dialog, question))
        window.commands.show_dialog(dialog)

    def _add(self, dialog: "AskDialog", question: object) -> None:
        from lstm_gui.gui.ask.dialog import Question
        from lstm_gui.gui.operations.ask import add_question
        from lstm_gui.gui.quiz.review import local_now

        collection = self._window.decks.collection
        assert isinstance(question, Question)
        assert collection is not None
        asked, deck, tags, now = question.asked, question.deck, question.tags, local_now()
        self._adding = collection.job(self)
        self._adding.succeeded.connect(lambda _edited: self._added(dialog, deck))
        self._adding.failed.connect(lambda error: self._not_added(dialog, error))
        collection.run(self._adding, lambda opened: add_question(opened, asked, deck, tags, now))

    def _added(self, dialog: "AskDialog", deck: str) -> None:
        if shiboken6.isValid(dialog):  # type: ignore[no-untyped-call] # it may have been closed meanwhile
            dialog.added()
        self._window.toast.say(self.tr("The card is in “{deck}”").format(deck=deck))

    def _not_added(self, dialog: "AskDialog", error: Exception) -> None:
        """The question stays where it was written."""
        if shiboken6.isValid(dialog) and dialog.isVisible():  # type: ignore[no-untyped-call]
            dialog.refuse(str(error))
        else:
            self._window.errors.refused(error)


def _question(painter: QPainter, middle: QPointF, half: float) -> None:
    """A question mark in a ring."""
    reach = half * 0.9
    painter.drawEllipse(middle, reach, reach)
    bow = QPainterPath(middle + QPointF(-0.3, -0.25) * half)
    bow.cubicTo(
        middle + QPointF(-0.3, -0.72) * half,
        middle + QPointF(0.62, -0.6) * half,
        middle + QPointF(0.2, -0.08) * half,
    )
    bow.quadTo(middle + QPointF(0.02, 0.04) * half, middle + QPointF(0.0, 0.2) * half)
    painter.drawPath(bow)
    dot = half * 0.11
    painter.fillRect(
        QRectF(middle + QPointF(-dot, 0.42 * half), middle + QPointF(dot, 0.42 * half + 2 * dot)),
        painter.pen().color(),
    )
