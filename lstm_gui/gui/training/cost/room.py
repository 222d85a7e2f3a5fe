"""The room "Cost": a sentence, time against units, length and cell, and the numbers."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from lstm_gui.gui.jobs import Progress
from lstm_gui.gui.quiz.surface import ElidedLabel, ink
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.training.cost.cells_chart import CellsChart
from lstm_gui.gui.training.cost.chart import CostChart, time_axis
from lstm_gui.gui.training.cost.desk import CostDesk, cost_desk_of
from lstm_gui.gui.training.cost.words import cells, sentence, table_of
from lstm_gui.gui.training.numbers_block import NumbersBlock
from lstm_gui.gui.training.said import SaidCard
from lstm_gui.gui.training.scrolled import ScrolledRoom
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.start_button import StartButton, stop_sign
from lstm_gui.training.cost.growth import LENGTHS, UNITS, ordered

_GAP = 8.0  # px at 100 %
_LEAST, _MOST = 5, 16  # rows


class CostRoom(ScrolledRoom):
    """Training is expensive, as a picture."""

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(session, style, parent)
        self.desk: CostDesk = cost_desk_of(session)
        self.said = SaidCard(self.tr("What it costs"), style, self.inner)
        longest = max((self.tr("Measure"), self.tr("Stop")), key=len)
        self.go = StartButton(longest, style, self.inner, stop_sign)
        self.go.clicked.connect(self._go)
        self.progress = ElidedLabel(self.inner)
        self.units = CostChart(self.tr("Time an update, by units"), self.tr("units"), "o", style, self.inner)
        self.lengths = CostChart(
            self.tr("Time an update, by length"), self.tr("steps"), "c", style, self.inner
        )
        self.cells = CellsChart(style, self.inner)
        self.numbers = NumbersBlock(
            self.tr("The numbers of what was measured"), "cost.csv", style, self.inner
        )
        self._lay_out()
        self.desk.changed.connect(self._show_costs)
        self.desk.progressed.connect(self._show_progress)
        self.desk.running_changed.connect(self._show_running)
        self.numbers.refused.connect(self.said.add)
        session.plan_changed.connect(self._replanned)
        self.setAccessibleName(self.tr("Cost"))
        self.set_style(style)
        self._show_costs()
        self._show_running()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        super().set_style(style)
        ink(self.progress, style.palette.muted, style.font(TEXT))
        self.go.set_style(style)
        self.said.set_style(style)
        for chart in (self.units, self.lengths, self.cells):
            chart.set_style(style)
        self.numbers.set_style(style)
        self.numbers.hold(_LEAST, _MOST)
        for box in (self._row, self._charts):
            box.setSpacing(round(style.px(_GAP)))
        self._fold()

    def told(self) -> str:
        """What it costs, for a screen reader."""
        return self.said.text()

    # Building

    def _lay_out(self) -> None:
        self._row, self._charts = QHBoxLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self.go)
        self._row.addWidget(self.progress, 1)
        for chart in (self.units, self.lengths, self.cells):
            self._charts.addWidget(chart, 1)
        self.column.addLayout(self._row)
        self.column.addWidget(self.said)
        self.column.addLayout(self._charts, 3)
        self.column.addWidget(self.numbers, 2)

    def _fold(self) -> None:
        """A narrow room has its pictures one below the other."""
        needed = 3 * self.units.minimumSizeHint().width() + 2 * self.style_now.px(_GAP)
        beside = self.room_across >= needed
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._charts.setDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    # What is shown

    def _show_costs(self) -> None:
        costs, plan = self.desk.costs, self.session.plan
        self.numbers.show_table(table_of(costs), full=costs is not None)
        if costs is None:
            for chart, sizes in ((self.units, UNITS), (self.lengths, LENGTHS)):
                chart.show_points(sizes, (), None, time_axis(()))
            self.cells.show_cells((), None)
            self.said.say(*((self.desk.trouble,) if self.desk.trouble else self._first_words()))
            return
        here = costs.here
        by_units = ordered((*costs.by_units, here), lambda cost: cost.units)
        by_length = ordered((*costs.by_length, here), lambda cost: cost.length)
        axis = time_axis((*by_units, *by_length))
        self.units.show_points(UNITS, by_units, (here.units, dict(by_units)[here.units]), axis)
        self.lengths.show_points(LENGTHS, by_length, (here.length, dict(by_length)[here.length]), axis)
        self.cells.show_cells(cells(costs) if costs.by_kind else (), here.kind)
        head, others = sentence(costs, plan.learning.steps)
        self.said.say(head, f"{others} {self.desk.trouble}".strip())

    def _replanned(self) -> None:
        self.said.begin()
        self._show_costs()

    def _first_words(self) -> tuple[str, str]:
        return (
            self.tr("Training is expensive."),
            self.tr(
                "Every update reads a whole batch forward and goes all the way back. Measure shows what that "
                "takes here, for networks and sequences of other sizes, and other cells, too."
            ),
        )

    def _show_progress(self, progress: object) -> None:
        assert isinstance(progress, Progress)
        words = self.tr("measuring {size} (units × steps): {done} of {total}")
        self.progress.setText(words.format(size=progress.words, done=progress.done + 1, total=progress.total))

    def _show_running(self) -> None:
        running = self.desk.running
        self.go.show_state(self.tr("Stop") if running else self.tr("Measure"), runs=running)
        self.go.setToolTip(
            self.tr("Measure no further; what was measured stays")
            if running
            else self.tr("Measure how long updates take here, of this network and of other sizes")
        )
        if not running:
            self.progress.setText("")
            self.said.begin()

    def _go(self, _checked: bool = False) -> None:
        (self.desk.stop if self.desk.running else self.desk.measure)()
