"""The card on top of "Learn": what is learnt, by which network, how, and the buttons that start it."""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from lstm_gui.gui.shown_kinds import BY_NAME as KINDS
from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.cell_picker import CellPicker
from lstm_gui.gui.simulator.gradients.press import WordButton
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style
from lstm_gui.gui.stock_look import dress_form
from lstm_gui.gui.training.fields import SettingField
from lstm_gui.gui.training.flow import Flow
from lstm_gui.gui.training.plan_changes import with_kind, with_task
from lstm_gui.gui.training.plan_settings import Setting, learning_settings, network_settings, task_settings
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.task_picker import TaskPicker
from lstm_gui.gui.training.task_words import task_sentence
from lstm_gui.gui.training.transport import TrainTransport
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import Data
from lstm_gui.training.tasks.catalogue import BY_NAME

if TYPE_CHECKING:  # loaded at the first use
    from lstm_gui.training.presets.preset import Preset

translate = QCoreApplication.translate


class TrainHead(QWidget):
    """Shows a plan, and gives the session another. Nothing is ever locked.

    Signals: `room_changed()`, when it is higher or lower than before; `comparison_wanted()`, of a preset.
    """

    room_changed = Signal()
    comparison_wanted = Signal()

    def __init__(self, session: Session, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self.style_now = session, style
        self.tasks = TaskPicker(style, self)
        self.tasks.task_chosen.connect(self._choose_task)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        tip = translate("Train", "Plans that are known to show something: each says what")
        self.presets = WordButton(translate("Train", "Presets ▾"), tip, style, self)
        self.presets.setAccessibleName(translate("Train", "Presets"))
        self.presets.clicked.connect(self._open_presets)
        self.preset_menu: QMenu | None = None  # made when it is first opened
        self.transport = TrainTransport(session, style, self)
        self.cells = CellPicker(style, self)
        self.cells.cell_chosen.connect(self._choose_cell)
        self.cells.menu.removeAction(self.cells.both)  # a tick box beside it says the same
        self.fold = WordButton(
            "", translate("Train", "Optimiser, rate, batch, clipping and when it ends"), style, self
        )
        self.fold.setCheckable(True)
        self.fold.clicked.connect(self._turn_fold)
        self.network = [self._field(setting) for setting in network_settings()]
        self.learning = [self._field(setting) for setting in learning_settings()]
        self.options: list[SettingField] = []
        self._options_of = ""
        self._lay_out()
        session.plan_changed.connect(self.show_plan)
        self.show_plan()
        self._turn_fold()
        self.set_style(style)

    def show_plan(self) -> None:
        """Show what is planned."""
        plan = self._session.plan
        if plan.task.name != self._options_of and plan.task.name in BY_NAME:
            self._make_options(plan)
            self.sentence.setText(task_sentence(BY_NAME[plan.task.name]))
        self.tasks.show_task(plan.task.name)
        self.cells.show_kind(plan.network.kind)
        for field in (*self.options, *self.network, *self.learning):
            field.show_plan(plan)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        dress_form(self, style.palette, style.zoom)
        for part in (self.tasks, self.presets, self.transport, self.cells, self.fold):
            part.set_style(style)
        for field in (*self.options, *self.network, *self.learning):
            field.set_style(style)
        for button in (self.fold, self.presets):
            button.setFixedSize(button.sizeHint())
        self.sentence.setFont(style.font(TEXT))
        colours = self.sentence.palette()
        colours.setColor(QPalette.ColorRole.WindowText, style.palette.muted)
        self.sentence.setPalette(colours)
        self.more.setFont(style.font(SMALL))
        for flow in self._flows:
            flow.apart = round(style.px(8))
        margin = round(style.px(12))
        self._column.setContentsMargins(margin, round(style.px(8)), margin, round(style.px(8)))
        self._column.setSpacing(round(style.px(8)))
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, self.rect().toRectF(), self.style_now)
        painter.end()

    # Inside

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        rows = [QWidget(self) for _ in range(3)]
        self._flows = self._top, self._middle, self._low = tuple(Flow(row) for row in rows)
        self.more = rows[2]
        for flow in self._flows:
            flow.setContentsMargins(0, 0, 0, 0)
        top: tuple[QWidget, ...] = (self.tasks, self.presets, self.transport, self.fold)
        for part in top:
            self._top.addWidget(part)
        for part in (self.cells, *self.network):
            self._middle.addWidget(part)
        self._middle.second = self.cells
        for field in self.learning:
            self._low.addWidget(field)
        self._column.addWidget(rows[0])
        self._column.addWidget(self.sentence)
        for row in rows[1:]:
            self._column.addWidget(row)

    def _make_options(self, plan: Plan) -> None:
        """The fields of another task, after the task itself."""
        self._options_of = plan.task.name
        for field in self.options:
            self._middle.removeWidget(field)
            field.deleteLater()
        self.options = [self._field(setting) for setting in task_settings(plan)]
        shown: list[SettingField] = []
        for field in self.options:
            self._middle.insert(len(shown), field)
            field.show()
            shown.append(field)
        self._order_keys()
        self.set_style(self.style_now)
        self.room_changed.emit()

    def _order_keys(self) -> None:
        """The Tab key goes as one reads."""
        turns, cells = self.transport, self.cells
        parts: list[QWidget] = [
            self.tasks,
            self.presets,
            turns.play,
            turns.one,
            turns.stop,
            turns.seed,
            self.fold,
        ]
        parts += [field.control for field in self.options]
        parts += [*cells.buttons.values(), cells.more]
        parts += [field.control for field in (*self.network, *self.learning)]
        for one, other in pairwise(parts):
            QWidget.setTabOrder(one, other)

    def _field(self, setting: Setting) -> SettingField:
        field = SettingField(setting, self.style_now, self)
        words = translate("Train", "change “{name}”").format(name=setting.words)
        field.changed.connect(lambda value: self._change(setting.put(self._session.plan, value), words))
        return field

    def _choose_task(self, name: str) -> None:
        if BY_NAME[name].wants:
            self._ask_for_data(name)
        else:
            self._change(with_task(self._session.plan, name), translate("Train", "choose another task"))

    def _open_presets(self) -> None:
        from lstm_gui.gui.training.preset_menu import preset_menu

        if self.preset_menu is None:
            self.preset_menu = preset_menu(self, self._take_preset, self._compare)
        self.preset_menu.popup(self.presets.mapToGlobal(QPoint(0, self.presets.height())))

    def _take_preset(self, plan: Plan, title: str) -> None:
        words = translate("Train", "take the preset “{name}”").format(name=title)
        self._change(replace(plan, seed=self._session.plan.seed), words)

    def _compare(self, preset: "Preset") -> None:
        from lstm_gui.gui.training.compare.desk import desk_of

        desk_of(self._session).open(preset)
        self.comparison_wanted.emit()

    def _ask_for_data(self, name: str) -> None:
        """A task on a person's own data begins once that was read, and looked at."""
        from lstm_gui.gui.training.data.choose import choose_data

        self.tasks.show_task(self._session.plan.task.name)
        dialog = choose_data(BY_NAME[name], self, self.style_now)
        if dialog is not None:
            dialog.chosen.connect(partial(self._take_data, name))

    def _take_data(self, name: str, data: Data) -> None:
        plan = with_task(self._session.plan, name, data)
        self._change(plan, translate("Train", "take data of one’s own"))

    def _choose_cell(self, name: str) -> None:
        self._change(with_kind(self._session.plan, KINDS[name]), translate("Train", "choose another cell"))

    def _change(self, plan: Plan, words: str) -> None:
        self._session.change(plan, words)

    def _turn_fold(self) -> None:
        opened = self.fold.isChecked()
        text = translate("Train", "How it learns ▴") if opened else translate("Train", "How it learns ▾")
        self.fold.setText(text)
        self.fold.setAccessibleName(translate("Train", "How it learns"))
        self.more.setVisible(opened)
        self.room_changed.emit()
