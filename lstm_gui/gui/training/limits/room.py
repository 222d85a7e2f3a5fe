"""The room "Limits": a task of growing size, and the size at which a cell gives up."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.simulator.compare.words import kind_title
from lstm_gui.gui.simulator.controls import Picker, set_popup_colours
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.slim_bar import WIDTH
from lstm_gui.gui.statistics.table_view import NumberTable
from lstm_gui.gui.stock_look import dress_buttons
from lstm_gui.gui.training.limits.chart import LimitsChart
from lstm_gui.gui.training.limits.desk import LimitsDesk, limits_of
from lstm_gui.gui.training.limits.words import limit_words, progress_words, size_words, table_of
from lstm_gui.gui.training.room import Room
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.task_words import task_sentence, task_title
from lstm_gui.training.tasks.catalogue import BY_NAME, made
from lstm_gui.training.tasks.struggle.growth import GROWTHS, SEEDS, gives_up

_GAP, _ROW, _FRAME = 8.0, 26.0, 8  # px
_LEAST_ROWS = 2  # of the table, its head among them


class LimitsRoom(Room):
    """A task, a button, the picture, and its numbers."""

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(session, style, parent)
        self.desk: LimitsDesk = limits_of(session)
        self.go = QPushButton(self)
        self.go.clicked.connect(self._go)
        dress_buttons(self.go)
        self.task = Picker(style, self)
        self.task.setAccessibleName(self.tr("Task"))
        self.task.setToolTip(self.tr("What grows"))
        for name in GROWTHS:
            self.task.addItem(self._title(name), name)
        self.task.activated.connect(lambda row: self.desk.take_task(self.task.itemData(row)))
        self.network = plain_label(self, wraps=True)
        self.said = plain_label(self, wraps=True)
        self.said.setAccessibleName(self.tr("Where it gives up"))
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chart = LimitsChart(style, self)
        self.table = NumberTable(style, self.tr("The score at each size"), self)
        self._lay_out()
        self.desk.plan_changed.connect(self._show_plan)
        self.desk.growing_changed.connect(self._show_growing)
        self.desk.running_changed.connect(self._show_running)
        self.setAccessibleName(self.tr("Limits"))
        self.set_style(style)
        self._show_plan()
        self._show_running()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        super().set_style(style)
        self.go.setFont(style.font(TEXT))
        self.task.set_style(style)
        set_popup_colours(self.task, style)
        self.task.setMinimumWidth(max(self.task.wide_for(self._title(name)) for name in GROWTHS))
        ink(self.said, style.palette.text, style.font(TEXT))
        ink(self.network, style.palette.muted, style.font(TEXT))
        self.said.setMinimumHeight(round(style.px(38)))
        self.chart.set_style(style)
        self.table.set_style(style)
        self._fit_table()
        for box in (self._column, self._row):
            box.setSpacing(round(style.px(_GAP)))

    def told(self) -> str:
        """Where it gives up and the scores, for a screen reader."""
        return f"{self.said.text()} {self.chart.accessibleDescription()}"

    # Inside

    def _title(self, name: str) -> str:
        return task_title(BY_NAME[name])

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        for part in (self.go, self.task):
            self._row.addWidget(part)
        self._row.addWidget(self.network, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self.said)
        self._column.addWidget(self.chart, 3)
        self._column.addWidget(self.table, 2)

    def _fit_table(self) -> None:
        """At most as tall as its rows, and a bar below them; where there is less room, they are scrolled."""
        for rows, bound in (
            (_LEAST_ROWS, self.table.setMinimumHeight),
            (len(self.desk.growth.sizes) + 1, self.table.setMaximumHeight),
        ):
            bound(round(self.style_now.px(rows * _ROW)) + WIDTH + _FRAME)

    def _show_plan(self) -> None:
        plan = self.desk.plan
        self.task.setCurrentIndex(self.task.findData(plan.task.name))
        words = self.tr("{cell}, {units} units, {steps} updates at most, {seeds} seeds each")
        self.network.setText(
            words.format(
                cell=kind_title(plan.network.kind),
                units=plan.network.units,
                steps=plan.learning.steps,
                seeds=SEEDS,
            )
        )
        self._fit_table()
        self._show_growing()

    def _show_growing(self) -> None:
        desk = self.desk
        now, growth = desk.growing, desk.growth
        results = () if now is None else now.results
        across = size_words(growth.option)
        up = made(desk.plan.task).score_name
        limit = gives_up(results)
        self.said.setText(self._words())
        self.chart.show_sizes(growth.sizes, results, limit, across, up[:1].upper() + up[1:])
        self.table.show_table(table_of(growth.sizes, results, across))

    def _words(self) -> str:
        desk = self.desk
        now = desk.growing
        if desk.trouble or now is None:
            return desk.trouble or task_sentence(desk.entry)
        parts = [limit_words(now.limit), "" if now.over else progress_words(now), now.trouble]
        return " ".join(part for part in parts if part)

    def _show_running(self) -> None:
        running = self.desk.running
        self.go.setText(self.tr("Stop") if running else self.tr("Start"))
        self.go.setToolTip(
            self.tr("Give up the runs that have not ended")
            if running
            else self.tr("Train the same cell at every size")
        )

    def _go(self) -> None:
        (self.desk.stop if self.desk.running else self.desk.start)()
