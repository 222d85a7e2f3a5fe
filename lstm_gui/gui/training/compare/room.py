"""The room "Compare": the verdict, the settings, their curves and their numbers."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.simulator.controls import Picker, set_popup_colours
from lstm_gui.gui.simulator.gradients.press import WordButton
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.compare.card import NARROW, SettingCard
from lstm_gui.gui.training.compare.chart import CompareChart, Drawn
from lstm_gui.gui.training.compare.desk import Desk, desk_of
from lstm_gui.gui.training.compare.numbers import table_of
from lstm_gui.gui.training.compare.preset_words import preset_words
from lstm_gui.gui.training.compare.words import verdict_words
from lstm_gui.gui.training.flow import Flow
from lstm_gui.gui.training.numbers_block import NumbersBlock
from lstm_gui.gui.training.said import SaidCard
from lstm_gui.gui.training.scrolled import ScrolledRoom
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.start_button import StartButton, stop_sign
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

_GAP = 8.0  # px at 100 %


class CompareRoom(ScrolledRoom):
    """Settings beside each other, over several seeds."""

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(session, style, parent)
        self.desk: Desk = desk_of(session)
        self._build_bar(style)
        self.said = SaidCard(self.tr("Verdict"), style, self.inner)
        self.cards = [SettingCard(place, style, self.inner) for place in range(MOST_SETTINGS)]
        self.chart = CompareChart(style, self.inner)
        self.numbers = NumbersBlock(
            self.tr("The numbers of the comparison"), "comparison.csv", style, self.inner
        )
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Compare"))
        self.set_style(style)
        self._show_settings()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        super().set_style(style)
        for picker in (self.seeds, self.presets):
            picker.set_style(style)
            set_popup_colours(picker, style)
        titles = (self.presets.itemText(row) for row in range(self.presets.count()))
        self.presets.setFixedWidth(max(self.presets.wide_for(title) for title in titles))
        self.seeds.setFixedWidth(self.seeds.wide_for(self._seed_words(MOST_SEEDS)))
        for button in (self.go, self.add):
            button.set_style(style)
        for card in self.cards:
            card.set_style(style)
        self.said.set_style(style)
        self.chart.set_style(style)
        self.numbers.set_style(style)
        self.add.setFixedSize(self.add.sizeHint().expandedTo(self.seeds.minimumSize()))
        self._row.apart = round(style.px(_GAP))
        self._settings.setSpacing(round(style.px(_GAP)))
        self._arrange()

    def play_or_pause(self) -> None:
        """Run what this room shows, or give up what has not ended."""
        (self.desk.stop if self.desk.running else self.desk.start)()

    def told(self) -> str:
        """The verdict and the ends of the lines, for a screen reader."""
        return f"{self.said.text()} {self.chart.accessibleDescription()}"

    # Building

    def _build_bar(self, style: Style) -> None:
        self.bar = QWidget(self.inner)
        longest = max((self.tr("Start"), self.tr("Stop")), key=len)
        self.go = StartButton(longest, style, self.bar, stop_sign)
        self.go.clicked.connect(self.play_or_pause)
        self.presets = Picker(style, self.bar)
        self.presets.setAccessibleName(self.tr("Presets"))
        self.presets.setToolTip(
            self.tr("Your own settings, or comparisons that are ready to run and claim something")
        )
        self.presets.addItem(self.tr("Settings of your own, from Learn"))
        for preset in PRESETS:
            self.presets.addItem(preset_words(preset.title))
            row = self.presets.count() - 1
            self.presets.setItemData(row, preset_words(preset.claim), Qt.ItemDataRole.ToolTipRole)
        self.presets.activated.connect(self._open)
        self.seeds = Picker(style, self.bar)
        self.seeds.setAccessibleName(self.tr("Seeds"))
        self.seeds.setToolTip(self.tr("How many runs of each setting, each with random numbers of its own"))
        self.seeds.addItems([self._seed_words(count) for count in range(1, MOST_SEEDS + 1)])
        self.seeds.activated.connect(lambda row: self.desk.set_seeds(row + 1))
        tip = self.tr("One more setting, with one thing changed; up to four")
        self.add = WordButton(self.tr("+ Setting"), tip, style, self.bar)
        self.add.clicked.connect(lambda _checked=False: self.desk.add())

    def _lay_out(self) -> None:
        self._row, self._settings = Flow(self.bar), QGridLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self.go, self.presets, self.seeds, self.add):
            self._row.addWidget(part)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.said)
        self.column.addLayout(self._settings)
        self.column.addWidget(self.chart, 1)
        self.column.addWidget(self.numbers)

    def _arrange(self) -> None:
        """The cards beside each other, in two rows where they would be too narrow, or one below the other."""
        count = len(self.desk.plans)
        wide = self.room_across + self.style_now.px(_GAP)
        fitting = max(1, int(wide // self.style_now.px(NARROW + _GAP)))
        each = -(-count // -(-count // fitting))
        for place, card in enumerate(self.cards):
            self._settings.removeWidget(card)
            if place < count:
                self._settings.addWidget(card, place // each, place % each)
        for column in range(MOST_SETTINGS):
            self._settings.setColumnStretch(column, 1 if column < each else 0)
        self.numbers.hold(count, count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        desk = self.desk
        desk.settings_changed.connect(self._show_settings)
        desk.comparison_changed.connect(self._follow)
        desk.running_changed.connect(self._show_running)
        self.numbers.refused.connect(self.said.add)
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
        self._arrange()
        self.said.begin()
        self.add.setEnabled(desk.can_add)
        named = [preset.name for preset in PRESETS]
        self.presets.setCurrentIndex(0 if desk.preset is None else named.index(desk.preset.name) + 1)
        self._show_comparison()
        self._show_running()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_comparison()

    def _follow(self) -> None:
        """Show how far the runs have come; nothing while nobody sees it."""
        if self.isVisible():
            self._show_comparison()

    def _show_comparison(self) -> None:
        desk = self.desk
        now = desk.comparison or new_comparison(desk.settings, desk.seeds)
        self.said.say(*self._verdict_words(desk.comparison), self._claim_words())
        if desk.comparison is not None and not desk.running:
            announce(self.said, self.said.text())
        for place, card in enumerate(self.cards[: len(now.settings)]):
            steps = now.settings[place].plan.learning.steps
            card.show_runs(now.of(place) if desk.comparison else (), steps)
        self._show_chart(now)
        self.numbers.show_table(table_of(now), full=desk.comparison is not None)

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

    def _verdict_words(self, now: Comparison | None) -> tuple[str, str]:
        """What is read first, and what comes after it."""
        if self.desk.trouble:
            return self.desk.trouble, ""
        if now is None:
            words = self.tr("{task}: press Start to run these settings with every seed.")
            more = "" if len(self.desk.plans) > 1 else self._first_words()
            return words.format(task=task_title(self.desk.entry)), more
        failed = next((one.words for one in now.outcomes if one.ended == "failed"), "")
        first, others = verdict_words(verdict(now))
        if self.desk.running:
            first = self.tr("So far: {verdict}").format(verdict=first)
        return first, f"{others} {failed}".strip()

    def _first_words(self) -> str:
        return self.tr(
            "Add a setting in which one thing is another, up to four; or choose a comparison that is ready."
        )

    def _claim_words(self) -> str:
        """What the preset claims, whether these runs bear it out, and what else has to be known."""
        preset, borne_out = self.desk.preset, self.desk.borne_out()
        if preset is None:
            return ""
        words = {
            None: self.tr("Claim, to be seen: {claim}"),
            True: self.tr("Borne out by these runs: {claim}"),
            False: self.tr("Not borne out by these runs: {claim}"),
        }
        said = words[borne_out].format(claim=preset_words(preset.claim))
        return f"{said}\n{preset_words(preset.remark)}"

    def _show_running(self) -> None:
        running = self.desk.running
        if not running:
            self.said.begin()
        self.go.show_state(self.tr("Stop") if running else self.tr("Start"), runs=running)
        self.go.setToolTip(
            self.tr("Give up the runs that have not ended")
            if running
            else self.tr("Run every setting with every seed (Space)")
        )

    # What a person does

    def _open(self, row: int) -> None:
        if row == 0:
            self.desk.take_present()
        else:
            self.desk.open(PRESETS[row - 1])
