"""What a random person does in the Train tab: tasks, settings, runs, rooms, files, a killed process."""

import multiprocessing
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from lstm_gui.gui.shown_kinds import BY_NAME as KINDS
from lstm_gui.gui.training.rooms import ROOMS
from lstm_gui.training.messages import LookAt
from lstm_gui.training.option import Choice, Value
from lstm_gui.training.task_choice import OwnColumns, OwnText, TaskChoice
from lstm_gui.training.tasks.catalogue import ENTRIES
from lstm_gui.training.tasks.entry import Entry
from lstm_gui.training.tasks.usual import usual_plan

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.training.page import TrainPage
    from lstm_gui.gui.training.session import Session
    from lstm_gui.training.plan import Plan

COLUMNS = (
    OwnColumns("wind.csv", ("wind",), tuple((float(day * day % 7),) for day in range(200))),
    OwnColumns("short.csv", ("a", "b"), tuple((float(day), 1e15 - day % 3) for day in range(20))),
    OwnColumns("<b>x</b>.csv", ("$\\frac{1}{2}$",), tuple((1.0 if day < 90 else 2.0,) for day in range(99))),
)
TEXTS = (OwnText("ab.txt", "ab" * 200), OwnText("gate.txt", "A gate opens, שלום 😀\u0301 and shuts.\n" * 40))
FILES: tuple[tuple[str, bytes], ...] = (
    ("empty.safetensors", b""),
    ("lies.safetensors", (2).to_bytes(8, "little") + b"{}"),
    ("pickle.pt", b"\x80\x04."),
    ("other.onnx", b"\x08\x08"),
)
LEARNING: dict[str, tuple[Any, ...]] = {
    "batch": (1, 2, 32, 200),
    "steps": (1, 5, 2000, 1_000_000),
    "schedule": ("constant", "cosine", "halving", "warm-up"),
    "clipping": ("none", "norm", "value"),
    "limit": (0.01, 1.0, 1000.0),
    "window": (None, 1, 3, 1000),
    "feeding": ("teacher", "free"),
    "validate_every": (1, 25, 10_000),
    "patience": (None, 1, 20),
    "stop_when_solved": (False, True),
}
NETWORK: dict[str, tuple[Any, ...]] = {
    "units": (1, 2, 8, 12),
    "layers": (1, 1, 2, 4),
    "bidirectional": (False, True),
    "initialiser": ("uniform", "glorot", "orthogonal"),
    "forget_bias": (None, -3.0, 1.0, 10.0),
    "longest_memory": (None, 2, 1000),
}
RATES = (0.0, 0.00001, 0.01, 10.0)
STORM = 10  # things done at once, before the window comes to draw


class TrainingWishes:
    """Does one thing or another in the Train tab, which is turned to first."""

    def __init__(
        self, window: "MainWindow", chance: random.Random, say: Callable[[str], None], folder: Path
    ) -> None:
        self._window, self._chance, self._say, self._folder = window, chance, say, folder
        self.ways: tuple[tuple[Callable[[], None], int], ...] = (
            (self.turn_to_a_room, 6),
            (self.run, 10),
            (self.go_through_time, 6),
            (self.pick_a_task, 3),
            (self.change_learning, 5),
            (self.change_the_network, 4),
            (self.storm, 1),
            (self.work_at_a_desk, 3),
            (self.use_the_model, 2),
            (self.bring_a_model, 2),
            (self.kill, 1),
            (self.look_elsewhere, 1),
        )

    def one(self) -> None:
        """Do any of them; nothing while something modal stands before the window."""
        if QApplication.activeModalWidget() is not None or self.page is None:
            return
        ways, weights = zip(*self.ways, strict=True)
        self._chance.choices(ways, weights)[0]()

    @property
    def session(self) -> "Session":
        """The run of the window."""
        return self._window.training.session

    @property
    def page(self) -> "TrainPage | None":
        """The page, once it was made."""
        stage = self._window.stage
        if stage.tab != "train" and self._window.presenter is None:
            self._say("turn to train")
            self._window.actions_by_id["tab_train"].trigger()
        return stage.page

    def rest(self) -> None:
        """Let nothing go on by itself."""
        self.session.pause()
        for desk in self._desks():
            desk.stop()

    def undo_and_redo(self, story: str) -> None:
        """Every change of the plan is taken back and brought back, each of them exact."""
        session, plans = self.session, [self.session.plan]
        while session.changes.undo_label:
            session.undo()
            plans.append(session.plan)
        for plan in reversed(plans[:-1]):
            assert session.changes.redo_label, story
            session.redo()
            assert session.plan == plan, story

    # Rooms and runs

    def turn_to_a_room(self) -> None:
        """Any room."""
        name = self._chance.choice(tuple(ROOMS))
        self._say(f"room {name}")
        assert self.page is not None
        self.page.show_room(name)

    def run(self) -> None:
        """Start, wait, step, stop."""
        session = self.session
        way = self._chance.choice(
            (session.start, session.start, session.pause, session.one_step, session.stop)
        )
        self._say(way.__name__)
        way()

    def go_through_time(self) -> None:
        """Show a checkpoint, or learn on from one."""
        session, step = self.session, self._chance.choice((-5, 0, 3, 40, 10**7))
        self._say(f"to {step}")
        ways = (
            lambda: session.show_checkpoint(step),
            lambda: session.show_by(self._chance.choice((-1, 1, -(10**6), 10**6))),
            session.show_best,
            session.show_now,
            lambda: session.resume_from(step),
        )
        self._chance.choice(ways)()

    # The plan

    def pick_a_task(self) -> None:
        """Any task, as it is usual, perhaps with odd options."""
        self.session.change(self._some_plan(), "pick a task")

    def change_learning(self) -> None:
        """How it learns."""
        plan = self.session.plan
        if self._chance.random() < 0.3:
            rate = self._chance.choice(RATES)
            self._say(f"rate {rate}")
            learning = replace(plan.learning, optimiser=replace(plan.learning.optimiser, rate=rate))
        else:
            name = self._chance.choice(tuple(LEARNING))
            value = self._chance.choice(LEARNING[name])
            self._say(f"{name} {value}")
            learning = replace(plan.learning, **{name: value})
        self.session.change(replace(plan, learning=learning), "change how it learns")

    def change_the_network(self) -> None:
        """Its cell, its size, its first weights."""
        plan = self.session.plan
        name = self._chance.choice((*NETWORK, "kind"))
        kinds = tuple(KINDS.values())
        value = self._chance.choice(kinds if name == "kind" else NETWORK[name])
        self._say(f"{name} {value}")
        self.session.change(replace(plan, network=replace(plan.network, **{name: value})), f"change {name}")

    def storm(self) -> None:
        """Much at once."""
        self._say("a storm")
        session = self.session
        ways = (self.pick_a_task, self.change_learning, self.run, session.undo, session.redo)
        for _ in range(STORM):
            self._chance.choice((*ways, self.go_through_time, session.new_seed))()

    def _some_plan(self) -> "Plan":
        entry = self._chance.choice(ENTRIES)
        self._say(f"task {entry.name}")
        chosen: dict[str, Value] = {}
        for option in entry.options if self._chance.random() < 0.4 else ():
            held: tuple[Value, ...] = (
                option.words if isinstance(option, Choice) else (option.low, option.usual)
            )
            chosen[option.name] = self._chance.choice(held)
        return usual_plan(TaskChoice(entry.name, tuple(sorted(chosen.items())), self._data(entry)))

    def _data(self, entry: Entry) -> OwnColumns | OwnText | None:
        if entry.wants == "columns":
            return self._chance.choice((*COLUMNS, None))
        return self._chance.choice((*TEXTS, None)) if entry.wants == "text" else None

    # Beside the run

    def work_at_a_desk(self) -> None:
        """Compare, measure, or let a task grow; or stop that."""
        desks = self._desks()
        if desks:
            desk = self._chance.choice(desks)
            names = [
                name for name in ("start", "measure", "add", "stop", "take_present") if hasattr(desk, name)
            ]
            name = self._chance.choice(names)
            self._say(f"{type(desk).__name__}: {name}")
            getattr(desk, name)()

    def _desks(self) -> list[Any]:
        return [each for each in self.session.children() if type(each).__name__.endswith("Desk")]

    def use_the_model(self) -> None:
        """Do something with what was learnt."""
        name = self._chance.choice(("save_model", "export_onnx", "export_run", "model_to_simulator"))
        self._say(name)
        self._window.actions_by_id[name].trigger()

    def bring_a_model(self) -> None:
        """Open a model: one of ours, or none at all."""
        saved = sorted(self._folder.glob("*.safetensors"))
        name, content = self._chance.choice(FILES)
        path = self._chance.choice((*saved, self._folder / name))
        if path.name == name:
            path.write_bytes(content)
        self._say(f"bring {path.name}")
        self._window.models.bring(path)

    def kill(self) -> None:
        """A process that trains is killed, perhaps with a question under way."""
        found = [each for each in multiprocessing.active_children() if each.name == "lstm-lab-training"]
        state = self.session.state
        if state is not None and self._chance.random() < 0.5:
            self.session.ask(LookAt(self.session.plan, state, 0), lambda _answer: None)
        if found:
            self._say("kill a process")
            self._chance.choice(found).kill()

    def look_elsewhere(self) -> None:
        """Draw it anew in another look."""
        name = self._chance.choice(("theme_light", "theme_dark", "zoom_in", "zoom_out", "zoom_reset"))
        self._say(name)
        self._window.actions_by_id[name].trigger()
