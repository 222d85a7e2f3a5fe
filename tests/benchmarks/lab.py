"""The window while networks learn: its frames, a drag in the simulator, closing, and what it holds."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from multiprocessing import Pipe
from pathlib import Path
from statistics import quantiles

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lstm_gui.gui.errors import Errors
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.lifetime.garbage import GarbageClock
from lstm_gui.gui.lifetime.settings import LiveSettings
from lstm_gui.gui.main_window import MainWindow
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.theme import Theme
from lstm_gui.gui.training.compare.desk import Desk
from lstm_gui.gui.training.page import TrainPage
from lstm_gui.gui.training.session import Session
from lstm_gui.settings import Settings
from lstm_gui.training import messages as say
from lstm_gui.training.crew import Crew
from lstm_gui.training.learning import Learning
from lstm_gui.training.look import Look, look_at
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import RunState, Update, Validation, train
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from tests.benchmarks.memory import megabytes
from tests.benchmarks.row import Row

SIZE = (1440, 900)
WATCHED = 6.0  # seconds of each room
ADDING = TaskChoice("adding", (("length", 100.0),))
LASTING = Learning(steps=100_000, stop_when_solved=False)
PLAN = Plan(ADDING, NetworkChoice(units=16), LASTING)
READING = replace(PLAN, task=TaskChoice("characters"))
ROOMS = {"learn": PLAN, "inside": PLAN, "compare": PLAN, "text": READING}
SEEDS = 10
MOVES = 300
HALF_AN_HOUR = 1800  # seconds
Taken = tuple[float, float]  # ms on the clock, and of the processor
MOST_UPDATES = 1_000_000  # of a run
AT_ONCE = 6  # seconds of it


def measure() -> list[Row]:
    """With two runs training: frames of each room, a drag, closing; then half an hour in fast motion."""
    app = QApplication([])
    install_fonts(app)
    return [*_while_two_train(app), _half_an_hour(app)]


@contextmanager
def window(app: QApplication, tab: str) -> Iterator[MainWindow]:
    """The window as the app has it, without a collection; garbage is collected on the GUI thread alone."""
    with tempfile.TemporaryDirectory() as folder:
        live = LiveSettings(Path(folder), Settings(tab=tab))
        shown = MainWindow(live, Theme(app, "light"), Errors())
        shown.resize(*SIZE)
        shown.show()
        garbage = GarbageClock()
        _until(lambda: shown.stage.tab != "train" or shown.stage.page is not None)
        yield shown
        garbage.stop()
        shown.close()
        shown.review.stop()
        live.save_now()


def _until(wanted: Callable[[], bool], longest: float = 60.0) -> None:
    """Process events until it is so. Raises TimeoutError."""
    end = time.monotonic() + longest
    while not wanted():
        QApplication.processEvents()
        time.sleep(0.001)
        if time.monotonic() > end:
            raise TimeoutError("it never was so")


# Two runs


def _while_two_train(app: QApplication) -> list[Row]:
    rows = []
    with window(app, "train") as shown:
        page, session = shown.stage.page, shown.training.session
        assert page is not None
        session.set_plan(PLAN)
        desk = Desk(session, partial(Crew, processes=1))  # the other run
        for _ in range(3):
            desk.add()
        desk.set_seeds(SEEDS)
        desk.start()
        for room, plan in ROOMS.items():
            if plan != session.plan:
                session.set_plan(plan)
            session.start()
            page.show_room(room)
            _until(lambda: len(session.history.now) > 100)
            rows.append(_row(f"two runs train: a frame of {room}", watched_frames(app), 25))
        shown.live.change(tab="cell")
        rows.append(_row("two runs train: a step of a drag", dragged(shown), 16))
        began = time.perf_counter()
        shown.close()
        rows.append(Row("the window closed while two runs train", time.perf_counter() - began, "s", 1))
    return rows


class Painted(QObject):
    """Notes whether anything in the window was painted."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.something = False
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note it; nothing is kept from anybody."""
        self.something = self.something or event.type() == QEvent.Type.Paint
        return False


def watched_frames(app: QApplication, seconds: float = WATCHED) -> list[Taken]:
    """How long the window is busy each time that it paints something, in ms: so long a click would wait."""
    painted, frames, end = Painted(app), [], time.monotonic() + seconds
    while time.monotonic() < end:
        painted.something = False
        began = _now()
        app.processEvents()
        if painted.something:
            frames.append(_since(began))
        time.sleep(0.001)
    app.removeEventFilter(painted)
    return frames


def dragged(shown: MainWindow, moves: int = MOVES) -> list[Taken]:
    """A dial of the cell's diagram pulled with the mouse: each move until all is painted, in ms."""
    knob = shown.simulator.diagram.knobs["x"]
    start, times = knob.rect().center(), []
    QTest.mousePress(knob, Qt.MouseButton.LeftButton, pos=start)
    for move in range(moves):
        began = _now()
        QTest.mouseMove(knob, start - QPoint(0, (7 * move) % 60 - 30))
        QApplication.processEvents()
        times.append(_since(began))
        time.sleep(0.004)
    QTest.mouseRelease(knob, Qt.MouseButton.LeftButton, pos=start)
    return times


def _now() -> Taken:
    return time.perf_counter() * 1e3, time.thread_time() * 1e3


def _since(began: Taken) -> Taken:
    now = _now()
    return now[0] - began[0], now[1] - began[1]


def _row(name: str, times: list[Taken], promise: float) -> Row:
    """The p95; beside it what the window itself was at work, which a busy machine does not change as much."""
    taken, worked = (quantiles(column, n=20)[-1] for column in zip(*times, strict=True))
    return Row(f"{name}, p95 of {len(times)} (the processor: {worked:.3g} ms)", taken, "ms", promise)


# Half an hour in fast motion


class Told:
    """What stands in the place of a process: it says what it is given, and hears nothing."""

    def __init__(self) -> None:
        self.pipe, self.far = Pipe()

    def end(self, _patience: float = 0.0) -> None:
        """Close both ends. Safe to call twice."""
        self.pipe.close()
        self.far.close()


def _half_an_hour(app: QApplication) -> Row:
    """What the window holds after all that a run tells in half an hour, against what it held before.

    As many updates as a run may have, and more checkpoints than are kept.
    """
    told = Told()
    session = Session(PLAN, lambda: told)
    page = TrainPage(session, Style(palette("light")))
    page.resize(*SIZE)
    page.show()
    task = made(PLAN.task)
    states = [state for state, _ in islice(train(PLAN, task), 60)]
    told.far.send(say.Begun(1, task.baselines, states[0], len(states[0].vector)))
    looks = [look_at(PLAN, task, state) for state in (states[0], states[-1])]
    _hear(app, session, told, looks, states, range(120))  # every store of pictures and texts is filled
    before = megabytes()
    _hear(app, session, told, looks, states, range(120, HALF_AN_HOUR))
    more, kept = megabytes() - before, session.checkpoints.size / 1e6
    session.end()
    page.close()
    updates = f"{len(session.history.now):,} updates, {kept:.0f} MB of checkpoints"
    return Row(f"half an hour of training ({updates}): memory more than before", more, "MB", 100.0)


def _hear(
    app: QApplication, session: Session, told: Told, looks: list[Look], states: list[RunState], when: range
) -> None:
    """All that is told in these seconds, several of them at once."""
    each, validation = MOST_UPDATES * AT_ONCE // HALF_AN_HOUR, Validation(0.1, 0.5, solved=False)
    for first in range(when.start // AT_ONCE * each, when.stop // AT_ONCE * each, each):
        steps = range(first + 1, first + each + 1)
        updates = [Update(step, 1 / step, 0.1, True, 0.01) for step in steps]
        told.far.send(say.Updates(1, (*updates[:-1], replace(updates[-1], validation=validation))))
        for number, step in enumerate(steps[each // 5 - 1 :: each // 5]):
            told.far.send(say.Kept(1, replace(states[step % len(states)], step=step)))
            told.far.send(say.Looked(1, replace(looks[number % 2], step=step)))
        _until(partial(_told_of, session, steps[-1]))
        app.processEvents()


def _told_of(session: Session, step: int) -> bool:
    return session.history.now.last_step == step
