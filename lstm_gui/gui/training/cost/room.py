"""The room "Cost": a sentence, time against units and against length, and the numbers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lstm_gui.gui.jobs import Progress
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.statistics.table_view import NumberTable
from lstm_gui.gui.stock_look import dress_buttons
from lstm_gui.gui.training.cost.chart import CostChart, time_axis
from lstm_gui.gui.training.cost.desk import CostDesk, cost_desk_of
from lstm_gui.gui.training.cost.words import sentence, table_of
from lstm_gui.gui.training.room import Room
from lstm_gui.gui.training.session import Session
from lstm_gui.training.cost.growth import LENGTHS, UNITS, ordered

_GAP = 8.0  # px at 100 %


class CostRoom(Room):
    """Training is expensive, as a picture."""

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(session, style, parent)
        self.desk: CostDesk = cost_desk_of(session)
        self.said = plain_label(self, wraps=True)
        self.said.setAccessibleName(self.tr("What it costs"))
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.go = QPushButton(self)
        dress_buttons(self.go)
        self.go.clicked.connect(lambda _checked=False: self._go())
        self.progress = plain_label(self)
        self.units = CostChart(self.tr("Time an update, by units"), self.tr("units"), "o", style, self)
        self.lengths = CostChart(self.tr("Time an update, by length"), self.tr("steps"), "c", style, self)
        self.table = NumberTable(style, self.tr("The numbers of what was measured"), self)
        self._lay_out()
        self.desk.changed.connect(self._show_costs)
        self.desk.progressed.connect(self._show_progress)
        self.desk.running_changed.connect(self._show_running)
        session.plan_changed.connect(self._show_costs)
        self.setAccessibleName(self.tr("Cost"))
        self.set_style(style)
        self._show_costs()
        self._show_running()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        super().set_style(style)
        ink(self.said, style.palette.text, style.font(TEXT))
        ink(self.progress, style.palette.muted, style.font(TEXT))
        self.go.setFont(style.font(TEXT))
        self.said.setMinimumHeight(round(style.px(54)))
        for chart in (self.units, self.lengths):
            chart.set_style(style)
        self.table.set_style(style)
        for box in (self._column, self._row, self._charts):
            box.setSpacing(round(style.px(_GAP)))

    def told(self) -> str:
        """What it costs, for a screen reader."""
        return self.said.text()

    # Building

    def _lay_out(self) -> None:
        self._row, self._charts = QHBoxLayout(), QHBoxLayout()
        self._row.addWidget(self.go)
        self._row.addWidget(self.progress, 1)
        for chart in (self.units, self.lengths):
            self._charts.addWidget(chart, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self.said)
        self._column.addLayout(self._charts, 3)
        self._column.addWidget(self.table, 2)

    # What is shown

    def _show_costs(self) -> None:
        costs, plan = self.desk.costs, self.session.plan
        self.table.show_table(table_of(costs))
        if costs is None:
            for chart, sizes in ((self.units, UNITS), (self.lengths, LENGTHS)):
                chart.show_points(sizes, (), None, time_axis(()))
            self.said.setText(self.desk.trouble or self._first_words())
            return
        here = costs.here
        by_units = ordered((*costs.by_units, here), lambda cost: cost.units)
        by_length = ordered((*costs.by_length, here), lambda cost: cost.length)
        axis = time_axis((*by_units, *by_length))
        self.units.show_points(UNITS, by_units, (here.units, dict(by_units)[here.units]), axis)
        self.lengths.show_points(LENGTHS, by_length, (here.length, dict(by_length)[here.length]), axis)
        self.said.setText(f"{sentence(costs, plan.learning.steps)} {self.desk.trouble}".strip())

    def _first_words(self) -> str:
        return self.tr(
            "Training is expensive: every update reads a whole batch forward and goes all the way back. "
            "Measure shows what that takes here, for networks and sequences of other sizes too."
        )

    def _show_progress(self, progress: object) -> None:
        assert isinstance(progress, Progress)
        words = self.tr("measuring {size} (units × steps): {done} of {total}")
        self.progress.setText(words.format(size=progress.words, done=progress.done + 1, total=progress.total))

    def _show_running(self) -> None:
        running = self.desk.running
        self.go.setText(self.tr("Stop") if running else self.tr("Measure"))
        self.go.setToolTip(
            self.tr("Measure no further; what was measured stays")
            if running
            else self.tr("Measure how long updates take here, of this network and of other sizes")
        )
        if not running:
            self.progress.setText("")

    def _go(self) -> None:
        (self.desk.stop if self.desk.running else self.desk.measure)()
