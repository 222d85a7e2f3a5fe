"""The room "Limits": a task of growing size, and the size at which a cell gives up."""

from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.compare.words import kind_title
from lstm_gui.gui.simulator.controls import Picker, set_popup_colours
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.flow import Flow
from lstm_gui.gui.training.limits.chart import LimitsChart
from lstm_gui.gui.training.limits.desk import LimitsDesk, limits_of
from lstm_gui.gui.training.limits.words import limit_words, progress_words, size_words, table_of
from lstm_gui.gui.training.numbers_block import NumbersBlock
from lstm_gui.gui.training.run_words import step_words
from lstm_gui.gui.training.said import SaidCard
from lstm_gui.gui.training.scrolled import ScrolledRoom
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.start_button import StartButton, stop_sign
from lstm_gui.gui.training.task_words import task_sentence, task_title
from lstm_gui.training.limits.growth import GROWTHS, SEEDS, gives_up
from lstm_gui.training.tasks.catalogue import BY_NAME, made

_GAP = 8.0  # px at 100 %


class LimitsRoom(ScrolledRoom):
    """A task, a button, the picture, and its numbers."""

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(session, style, parent)
        self.desk: LimitsDesk = limits_of(session)
        self.bar = QWidget(self.inner)
        longest = max((self.tr("Start"), self.tr("Stop")), key=len)
        self.go = StartButton(longest, style, self.bar, stop_sign)
        self.go.clicked.connect(self.play_or_pause)
        self.task = Picker(style, self.bar)
        self.task.setAccessibleName(self.tr("Task"))
        self.task.setToolTip(self.tr("What grows"))
        for name in GROWTHS:
            self.task.addItem(self._title(name), name)
        self.task.activated.connect(lambda row: self.desk.take_task(self.task.itemData(row)))
        self.said = SaidCard(self.tr("Where it gives up"), style, self.inner)
        self.chart = LimitsChart(style, self.inner)
        self.numbers = NumbersBlock(self.tr("The score at each size"), "limits.csv", style, self.inner)
        self._lay_out()
        self.desk.plan_changed.connect(self._show_plan)
        self.desk.growing_changed.connect(self._show_growing)
        self.desk.running_changed.connect(self._show_running)
        self.numbers.refused.connect(self.said.add)
        self.setAccessibleName(self.tr("Limits"))
        self.set_style(style)
        self._show_plan()
        self._show_running()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        super().set_style(style)
        self.go.set_style(style)
        self.task.set_style(style)
        set_popup_colours(self.task, style)
        self.task.setFixedWidth(max(self.task.wide_for(self._title(name)) for name in GROWTHS))
        self.said.set_style(style)
        self.chart.set_style(style)
        self.numbers.set_style(style)
        self._row.apart = round(style.px(_GAP))

    def play_or_pause(self) -> None:
        """Run what this room shows, or give up what has not ended."""
        (self.desk.stop if self.desk.running else self.desk.start)()

    def told(self) -> str:
        """Where it gives up and the scores, for a screen reader."""
        return f"{self.said.text()} {self.chart.accessibleDescription()}"

    # Inside

    def _title(self, name: str) -> str:
        return task_title(BY_NAME[name])

    def _lay_out(self) -> None:
        self._row = Flow(self.bar)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self.go, self.task):
            self._row.addWidget(part)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.said)
        self.column.addWidget(self.chart, 1)
        self.column.addWidget(self.numbers)

    def _show_plan(self) -> None:
        rows = len(self.desk.growth.sizes)
        self.task.setCurrentIndex(self.task.findData(self.desk.plan.task.name))
        self.numbers.hold(rows, rows)
        self.said.begin()
        self._show_growing()

    def _network_words(self) -> str:
        plan = self.desk.plan
        words = self.tr("{cell}, {units} units, {steps} updates at most, {seeds} seeds each.")
        return words.format(
            cell=kind_title(plan.network.kind),
            units=plan.network.units,
            steps=step_words(plan.learning.steps),
            seeds=SEEDS,
        )

    def _show_growing(self) -> None:
        desk = self.desk
        now, growth = desk.growing, desk.growth
        results = () if now is None else now.results
        across = size_words(growth.option)
        up = made(desk.plan.task).score_name
        limit = gives_up(results)
        self.said.say(*self._words())
        self.chart.show_sizes(growth.sizes, results, limit, across, up[:1].upper() + up[1:])
        self.numbers.show_table(table_of(growth.sizes, results, across), full=bool(results))

    def _words(self) -> tuple[str, str]:
        """What is read first, and what comes after it."""
        desk = self.desk
        now = desk.growing
        if desk.trouble or now is None:
            return desk.trouble or task_sentence(desk.entry), self._network_words()
        parts = [self._network_words(), "" if now.over else progress_words(now), now.trouble]
        said = limit_words(now.limit, size_words(desk.growth.option))
        return said, " ".join(part for part in parts if part)

    def _show_running(self) -> None:
        running = self.desk.running
        if not running:
            self.said.begin()
        self.go.show_state(self.tr("Stop") if running else self.tr("Start"), runs=running)
        self.go.setToolTip(
            self.tr("Give up the runs that have not ended")
            if running
            else self.tr("Train the same cell at every size (Space)")
        )
