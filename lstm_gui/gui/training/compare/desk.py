"""What is compared, and the runs of it: one for all pages that show the same session."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.training.compare.preset_words import preset_words
from lstm_gui.gui.training.compare.words import setting_name
from lstm_gui.gui.training.crew_job import CrewJob
from lstm_gui.gui.training.session import Session
from lstm_gui.training.comparison.aspects import CELLS, different
from lstm_gui.training.comparison.comparison import (
    MOST_SETTINGS,
    Comparison,
    Setting,
    new_comparison,
)
from lstm_gui.training.crew import Crew
from lstm_gui.training.plan import Plan
from lstm_gui.training.presets.preset import SEEDS as PRESET_SEEDS
from lstm_gui.training.presets.preset import Preset
from lstm_gui.training.tasks.catalogue import BY_NAME
from lstm_gui.training.tasks.entry import Entry

SEEDS = 5  # to begin with
MOST_KNOWN = 20  # comparisons whose numbers are there again when their settings are
Compared = tuple[tuple[Setting, ...], tuple[Plan, ...]]


class Desk(QObject):
    """Settings, seeds and runs. Lives on the GUI thread, with its session.

    Signals
    -------
    settings_changed()
        Other plans, or another number of seeds; what was run for others is dropped.
    comparison_changed()
        The runs have come further: `comparison`.
    running_changed(bool)
        Runs are under way, or none.
    """

    settings_changed = Signal()
    comparison_changed = Signal()
    running_changed = Signal(bool)

    def __init__(self, session: Session, hire: Callable[..., Crew] = Crew) -> None:
        super().__init__(session)
        self._session = session
        self.plans: tuple[Plan, ...] = (session.plan_anew,)
        self.preset: Preset | None = None
        self.seeds = SEEDS
        self.comparison: Comparison | None = None
        self.running = False
        self.trouble = ""
        self._touched = False  # a person chose what is compared: the session's plan does not replace it
        self._own: tuple[tuple[Plan, ...], int] | None = None  # plans and seeds, while a preset is shown
        self._known: dict[Compared, Comparison] = {}  # what was run, the newest last
        self._crew = CrewJob("training-compare", hire, self)
        self._crew.told.connect(self._show)
        self._crew.failed.connect(self._fail)
        session.plan_changed.connect(self._take_plan)
        session.ending.connect(self.stop)
        session.closed.connect(self.end)

    @property
    def entry(self) -> Entry:
        """The row of the task that all of them learn."""
        return BY_NAME[self.plans[0].task.name]

    @property
    def settings(self) -> tuple[Setting, ...]:
        """The plans with their names, of which no two are the same."""
        if self.preset is not None:
            return tuple(
                Setting(preset_words(one.name), one.plan) for one in self.preset.settings[:MOST_SETTINGS]
            )
        names = [setting_name(plan, self.plans[0], self.entry) for plan in self.plans]
        before = [names[:place].count(name) for place, name in enumerate(names)]
        return tuple(
            Setting(f"{name} ({count + 1})" if count else name, plan)
            for name, count, plan in zip(names, before, self.plans, strict=True)
        )

    @property
    def can_add(self) -> bool:
        """Whether there is room for one more."""
        return len(self.plans) < MOST_SETTINGS

    def add(self) -> None:
        """One more setting: a copy of the first with a cell that none has yet."""
        if self.can_add:
            taken = {plan.network.kind for plan in self.plans}
            kind = next((kind for kind in CELLS if kind not in taken), CELLS[0])
            first = self.plans[0]
            self._set((*self.plans, replace(first, network=replace(first.network, kind=kind))))

    def remove(self, place: int) -> None:
        """Leave one out; one always stays."""
        if len(self.plans) > 1:
            self._set(self.plans[:place] + self.plans[place + 1 :])

    def change(self, place: int, plan: Plan) -> None:
        """Another plan in the place of one. Where it is the first, the others keep what they differ in."""
        plans = [*self.plans]
        plans[place] = plan
        if place == 0:
            for other in range(1, len(plans)):
                changed = different(self.plans[other], self.plans[0], self.entry)
                plans[other] = plan
                for aspect, value in changed:
                    plans[other] = aspect.write(plans[other], value)
        self._set(tuple(plans))

    def take_present(self) -> None:
        """After a preset what was compared before it; else begin again with the plan of the session alone."""
        if self.preset is not None and self._own is not None:
            plans, self.seeds = self._own
            self._set(plans)
        else:
            self._set((self._session.plan_anew,))
            self._touched = False

    def open(self, preset: Preset) -> None:
        """Compare what a preset does, with its seeds; once something is changed, it claims nothing."""
        if self.preset is None:
            self._own = (self.plans, self.seeds) if self._touched else None
        self.seeds = PRESET_SEEDS
        self._set(preset.plans, preset)

    def borne_out(self) -> bool | None:
        """Whether the runs bear out what the preset claims; None without one, and before all have ended."""
        if self.preset is None or self.comparison is None:
            return None
        return self.preset.borne_out(self.comparison)

    def set_seeds(self, seeds: int) -> None:
        """How many runs of each."""
        self.seeds = seeds
        self._set(self.plans, self.preset)

    def start(self) -> None:
        """Run all of it from the beginning; what was under way is dropped."""
        self.trouble = ""
        self.comparison = new_comparison(self.settings, self.seeds)
        self._crew.start(self.comparison)
        self._set_running(True)
        self.comparison_changed.emit()

    def stop(self) -> None:
        """Give up what has not ended; what has stays."""
        if not self.running:
            return
        self._crew.cancel()
        if self.comparison is not None:
            self.comparison = self.comparison.stopped()
        self._set_running(False)
        self.comparison_changed.emit()

    def end(self) -> None:
        """End every process and the thread that listens to them. Safe to call twice."""
        self.stop()
        self._crew.end()

    # Inside

    def _show(self, comparison: object) -> None:
        assert isinstance(comparison, Comparison)
        self.comparison = comparison
        if comparison.over:
            self._set_running(False)
        self.comparison_changed.emit()

    def _fail(self, error: Exception) -> None:
        self.trouble = str(error)
        self.stop()

    def _set(self, plans: tuple[Plan, ...], preset: Preset | None = None) -> None:
        self.stop()
        self._touched = True
        if self.comparison is not None:
            self._known[_key(self.comparison)] = self.comparison
            self._known = dict([*self._known.items()][-MOST_KNOWN:])
        self.plans, self.preset = plans, preset
        self.comparison = self._known.get(_key(new_comparison(self.settings, self.seeds)))
        self.settings_changed.emit()

    def _take_plan(self) -> None:
        """The session's plan is compared, as long as nobody chose anything else."""
        plan = self._session.plan_anew
        if not self._touched and not self.running and self.plans != (plan,):
            self._set((plan,))
            self._touched = False

    def _set_running(self, running: bool) -> None:
        if running != self.running:
            self.running = running
            self.running_changed.emit(running)


def _key(comparison: Comparison) -> Compared:
    """By what a comparison is found again: its settings, and every run of it."""
    return comparison.settings, tuple(comparison.plans)


def desk_of(session: Session) -> Desk:
    """The desk of a session, made when it is first asked for."""
    found: Desk | None = session.findChild(Desk)
    return Desk(session) if found is None else found
