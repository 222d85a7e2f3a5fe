"""The room "Compare": the verdict, the settings, their curves and their numbers."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lstm_gui.durable_file import write_durably
from lstm_gui.formats.number_table import write_numbers
from lstm_gui.gui.commands.file_names import name_to_write
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.simulator.controls import Picker, set_popup_colours
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.slim_bar import WIDTH
from lstm_gui.gui.statistics.table_view import NumberTable
from lstm_gui.gui.stock_look import dress_buttons
from lstm_gui.gui.training.compare.card import SettingCard
from lstm_gui.gui.training.compare.chart import CompareChart, Drawn
from lstm_gui.gui.training.compare.desk import Desk, desk_of
from lstm_gui.gui.training.compare.numbers import csv_text, table_of
from lstm_gui.gui.training.compare.preset_words import preset_words
from lstm_gui.gui.training.compare.words import verdict_words
from lstm_gui.gui.training.room import Room
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.task_words import task_title
from lstm_gui.training.comparison.comparison import (
    MOST_SEEDS,
    MOST_SETTINGS,
    Comparison,
    new_comparison,
)
from lstm_gui.training.comparison.spread import band
from lstm_gui.training.comparison.verdict import verdict
from lstm_gui.training.presets.catalogue import PRESETS

_GAP, _ROW, _NARROWEST = 8.0, 26.0, 120.0  # px at 100 %
_FRAME = 8  # px around the table


class CompareRoom(Room):
    """Settings beside each other, over several seeds."""

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(session, style, parent)
        self.desk: Desk = desk_of(session)
        self.said = plain_label(self, wraps=True)
        self.said.setAccessibleName(self.tr("Verdict"))
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.go = self._button(self.tr("Start"), self.tr("Run every setting with every seed"), self._go)
        self.seeds = Picker(style, self)
        self.seeds.setAccessibleName(self.tr("Seeds"))
        self.seeds.setToolTip(self.tr("How many runs of each setting, each with random numbers of its own"))
        self.seeds.addItems([self._seed_words(count) for count in range(1, MOST_SEEDS + 1)])
        self.seeds.activated.connect(lambda row: self.desk.set_seeds(row + 1))
        self.add = self._button(
            self.tr("+ Setting"),
            self.tr("One more setting, with one thing changed; up to four"),
            self.desk.add,
        )
        self.presets = Picker(style, self)
        self.presets.setAccessibleName(self.tr("Presets"))
        self.presets.setToolTip(self.tr("Comparisons that are ready to run, and claim something"))
        self.presets.addItem(self.tr("The plan of Learn"))
        self.presets.addItems([preset_words(preset.title) for preset in PRESETS])
        self.presets.activated.connect(self._open)
        self.copy = self._button(self.tr("Copy"), self.tr("Copy the table for a spreadsheet"), self._copy)
        self.export = self._button(self.tr("Export…"), self.tr("The table as a CSV file"), self._export)
        self.cards = [SettingCard(place, style, self) for place in range(MOST_SETTINGS)]
        self.chart = CompareChart(style, self)
        self.table = NumberTable(style, self.tr("The numbers of the comparison"), self)
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Compare"))
        self.set_style(style)
        self._show_settings()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        super().set_style(style)
        ink(self.said, style.palette.text, style.font(TEXT))
        for button in (self.go, self.add, self.copy, self.export):
            button.setFont(style.font(TEXT))
        for picker in (self.seeds, self.presets):
            picker.set_style(style)
            set_popup_colours(picker, style)
        self.presets.setMinimumWidth(round(style.px(_NARROWEST)))
        self.seeds.setMinimumWidth(self.seeds.wide_for(self._seed_words(MOST_SEEDS)))
        for card in self.cards:
            card.set_style(style)
        self.chart.set_style(style)
        self.table.set_style(style)
        self.said.setMinimumHeight(round(style.px(38)))
        self._fit_table()
        for box in (self._column, self._row, self._settings):
            box.setSpacing(round(style.px(_GAP)))

    def told(self) -> str:
        """The verdict and the ends of the lines, for a screen reader."""
        return f"{self.said.text()} {self.chart.accessibleDescription()}"

    # Building

    def _button(self, words: str, tip: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(tip)
        button.clicked.connect(lambda _checked=False: act())
        dress_buttons(button)
        return button

    def _lay_out(self) -> None:
        self._row, self._settings = QHBoxLayout(), QHBoxLayout()
        for part in (self.go, self.seeds, self.add, self.presets):
            self._row.addWidget(part)
        self._row.addStretch(1)
        for part in (self.copy, self.export):
            self._row.addWidget(part)
        for card in self.cards:
            self._settings.addWidget(card, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self.said)
        self._column.addLayout(self._settings)
        self._column.addWidget(self.chart, 1)
        self._column.addWidget(self.table)

    def _connect(self) -> None:
        desk = self.desk
        desk.settings_changed.connect(self._show_settings)
        desk.comparison_changed.connect(self._show_comparison)
        desk.running_changed.connect(self._show_running)
        for place, card in enumerate(self.cards):
            card.changed.connect(lambda plan, place=place: desk.change(place, plan))
            card.removed.connect(lambda place=place: desk.remove(place))

    def _seed_words(self, count: int) -> str:
        return self.tr("1 seed") if count == 1 else self.tr("{count} seeds").format(count=count)

    # What is shown

    def _show_settings(self) -> None:
        desk = self.desk
        settings = desk.settings
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(settings))
            if place < len(settings):
                one = settings[place]
                alone = len(settings) == 1
                card.show_setting(one.name, one.plan, settings[0].plan, desk.entry, alone=alone)
        self.seeds.setCurrentIndex(desk.seeds - 1)
        self._fit_table()
        self.add.setEnabled(desk.can_add)
        named = [preset.name for preset in PRESETS]
        self.presets.setCurrentIndex(0 if desk.preset is None else named.index(desk.preset.name) + 1)
        self._show_comparison()
        self._show_running()

    def _show_comparison(self) -> None:
        desk = self.desk
        now = desk.comparison or new_comparison(desk.settings, desk.seeds)
        self.said.setText(self._verdict_words(desk.comparison))
        for place, card in enumerate(self.cards[: len(now.settings)]):
            steps = now.settings[place].plan.learning.steps
            card.show_runs(now.of(place) if desk.comparison else (), steps)
        self._show_chart(now)
        self.table.show_table(table_of(now))
        for button in (self.copy, self.export):
            button.setEnabled(desk.comparison is not None)

    def _show_chart(self, now: Comparison) -> None:
        bands = [band(now.of(place)) for place in range(len(now.settings))]
        drawn = [
            Drawn(place, now.settings[place].name, found)
            for place, found in enumerate(bands)
            if found is not None
        ]
        known = {one.setting: one.baselines[-1] for one in now.outcomes if one.baselines}
        beaten = {(one.name, one.loss): one for one in known.values()}  # of several tasks, several
        steps = max(setting.plan.learning.steps for setting in now.settings)
        self.chart.show_bands(drawn, tuple(beaten.values()), steps)

    def _fit_table(self) -> None:
        """As tall as its rows, and a bar below them."""
        rows = len(self.desk.plans) + 1
        self.table.setFixedHeight(round(self.style_now.px(rows * _ROW)) + WIDTH + _FRAME)

    def _verdict_words(self, now: Comparison | None) -> str:
        if self.desk.trouble:
            return self.desk.trouble
        claim = self._claim_words()
        if now is None:
            words = self.tr("{task}: press Start to run these settings with every seed.")
            return f"{words.format(task=task_title(self.desk.entry))}{claim}"
        failed = next((one.words for one in now.outcomes if one.ended == "failed"), "")
        said = verdict_words(verdict(now))
        if self.desk.running:
            said = self.tr("So far: {verdict}").format(verdict=said)
        return f"{said} {failed}".strip() + claim

    def _claim_words(self) -> str:
        """What the preset claims, and whether these runs bear it out, on a line of its own."""
        preset, borne_out = self.desk.preset, self.desk.borne_out()
        if preset is None:
            return ""
        words = {
            None: self.tr("Claim, to be seen: {claim}"),
            True: self.tr("Borne out by these runs: {claim}"),
            False: self.tr("Not borne out by these runs: {claim}"),
        }
        return "\n" + words[borne_out].format(claim=preset_words(preset.claim))

    def _show_running(self) -> None:
        running = self.desk.running
        self.go.setText(self.tr("Stop") if running else self.tr("Start"))
        self.go.setToolTip(
            self.tr("Give up the runs that have not ended")
            if running
            else self.tr("Run every setting with every seed")
        )

    # What a person does

    def _go(self) -> None:
        (self.desk.stop if self.desk.running else self.desk.start)()

    def _open(self, row: int) -> None:
        if row == 0:
            self.desk.take_present()
        else:
            self.desk.open(PRESETS[row - 1])

    def _copy(self) -> None:
        if self.desk.comparison is not None:
            QGuiApplication.clipboard().setText(csv_text(table_of(self.desk.comparison)))

    def _export(self) -> None:
        now = self.desk.comparison
        if now is None:
            return
        kinds = (self.tr("CSV table (*.csv)"), (".csv",))
        path = name_to_write(self, self.tr("Export the table"), "comparison.csv", kinds, self.said.setText)
        if path is None:
            return
        told = table_of(now)
        try:
            write_durably(path, write_numbers(told.columns, told.numbers))
        except OSError as error:
            words = self.tr("{name} could not be written: {why}.")
            self.said.setText(words.format(name=path.name, why=error.strerror or error))
