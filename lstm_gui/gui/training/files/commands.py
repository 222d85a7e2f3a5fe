"""What the actions do with a trained network as it is shown: files, the simulator, a card."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

if TYPE_CHECKING:  # loaded at the first use
    from lstm_gui.gui.jobs import Job
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.training.session import Session
    from lstm_gui.lessons.scene import Scene
    from lstm_gui.training.plan import Plan
    from lstm_gui.training.portrait import Portrait
    from lstm_gui.training.run import RunState

    Shown = Callable[[Plan, RunState, Portrait], None]

MODEL_SUFFIX, ONNX_SUFFIX, TABLE_SUFFIX = ".safetensors", ".onnx", ".csv"
CELL_TAB = "cell"
_USES = (
    "model_to_simulator", "ask_about_model", "", "save_model", "open_model", "", "export_onnx", "export_run",
)  # fmt: skip


class ModelCommands(QObject):
    """What a checkpoint is, is asked of the training process; meanwhile nothing waits."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._reading: Job | None = None
        self._visits = 0
        window.closed.connect(self._end)

    @property
    def session(self) -> "Session":
        """The run of the window."""
        return self._window.training.session

    def menu(self, parent: QWidget) -> QMenu:
        """What can be done with what was learnt, as a menu."""
        made = QMenu(self.tr("Model"), parent)
        made.setToolTipsVisible(True)
        for name in _USES:
            if name:
                made.addAction(self._window.actions_by_id[name])
            else:
                made.addSeparator()
        return made

    # Out

    def save_model(self) -> None:
        """Ask for a name, and write the checkpoint that is shown."""
        if (
            path := self._ask(self.tr("Save the model"), MODEL_SUFFIX, self.tr("Models (*.safetensors)"))
        ) is None:
            return

        def write(plan: "Plan", state: "RunState", portrait: "Portrait") -> None:
            from lstm_gui.training.model_file import model_bytes

            if self._write(path, lambda: model_bytes(plan, state, portrait)):
                self._window.files.remember(path)

        self._when_told(write)

    def export_onnx(self) -> None:
        """Ask for a name, and write the network for other programs; a cell that ONNX has not is said."""
        if self.session.state is None:
            self._nothing()
            return
        from lstm_gui.training.model_onnx import model_onnx, refusal

        if words := refusal(self.session.plan.network):
            self._window.errors.notice(words)
            return
        if (
            path := self._ask(self.tr("Export as ONNX"), ONNX_SUFFIX, self.tr("ONNX models (*.onnx)"))
        ) is None:
            return

        def write(plan: "Plan", state: "RunState", portrait: "Portrait") -> None:
            self._write(path, lambda: model_onnx(plan, state, portrait))

        self._when_told(write)

    def export_run(self) -> None:
        """Ask for a name, and write the run as a table."""
        path = self._ask(self.tr("Export the run"), TABLE_SUFFIX, self.tr("CSV table (*.csv)"))
        if path is not None:
            from lstm_gui.training.run_table import run_table

            self._write(path, lambda: run_table(self.session.history))

    # To the simulator and the cards

    def model_to_simulator(self) -> None:
        """Show the trained cell in the simulator; the way back leads here again."""

        def show(plan: "Plan", state: "RunState", portrait: "Portrait") -> None:
            if (scene := self._scene(plan, state, portrait)) is not None:
                self.visit(scene)

        self._when_told(show)

    def ask_about_model(self) -> None:
        """Ask about what the trained cell computes, first of all at the end of what it reads."""

        def ask(plan: "Plan", state: "RunState", portrait: "Portrait") -> None:
            if (scene := self._scene(plan, state, portrait)) is not None:
                from lstm_gui.simulator.state import SimState

                ended = replace(scene, step=scene.steps)
                self._window.asking.ask_about(SimState.of(ended), scene.title)

        self._when_told(ask)

    def visit(self, scene: "Scene") -> None:
        """Show a scene in the simulator as a visit, from which one comes back."""
        window = self._window
        window.graded.leave()
        self._visits += 1
        window.visit.toggle(f"trained {self._visits}", self.tr("go back from the trained cell"), scene)
        if window.stage.tab != CELL_TAB:
            window.live.change(tab=CELL_TAB)

    # In

    def open_model(self) -> None:
        """Ask for a file and open it."""
        filters = self.tr("Models (*.safetensors);;All files (*)")
        start = self._window.files.folder()
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a model"), start, filters)
        if name:
            self.bring(Path(name))

    def bring(self, path: Path) -> None:
        """Open a file of weights, read on a worker; what is under way stays until it is known to fit."""
        from lstm_gui.gui.jobs import Job
        from lstm_gui.gui.training.files.opening import Opening, read

        if self._reading is None:
            opening = Opening(self._window, self)
            self._reading = Job(self._window.decks.files_worker(), self)
            self._reading.succeeded.connect(opening.take)
            self._reading.failed.connect(self._refused)
        self._reading.start(lambda _task: read(path))

    # Inside

    def _scene(self, plan: "Plan", state: "RunState", portrait: "Portrait") -> "Scene | None":
        from lstm_gui.bounded_file import FileRefused
        from lstm_gui.gui.commands.files import showable
        from lstm_gui.simulator.trained_scene import trained_scene

        try:
            scene = trained_scene(plan, state, portrait)
            return showable(scene, scene.title)
        except FileRefused as refusal:
            self._refused(refusal)
        except ValueError as refusal:
            self._window.errors.notice(str(refusal))
        return None

    def _when_told(self, use: "Shown") -> None:
        """Ask what the checkpoint that is shown is, and use that."""
        from lstm_gui.training.messages import AskPortrait

        session = self.session
        if (state := session.state) is None:
            self._nothing()
            return
        session.ask(AskPortrait(session.plan, state), partial(self._told, use, session.plan, state))

    def _told(self, use: "Shown", plan: "Plan", state: "RunState", answer: Any) -> None:
        from lstm_gui.training.messages import ToldPortrait

        if isinstance(answer, ToldPortrait):
            use(plan, state, answer.portrait)
        else:
            self._window.errors.notice(answer.words)

    def _ask(self, title: str, ending: str, filters: str) -> Path | None:
        """A name for what is shown; None where there is nothing, or none was chosen."""
        from lstm_gui.gui.commands.file_names import name_to_write

        if self.session.state is None:
            self._nothing()
            return None
        start = self._window.files.folder(f"{self.session.plan.task.name}{ending}".replace("_", "-"))
        return name_to_write(self._window, title, start, (filters, (ending,)), self._window.errors.notice)

    def _write(self, path: Path, content: Callable[[], bytes]) -> bool:
        from lstm_gui.durable_file import write_durably

        try:
            made = content()
        except ValueError as problem:
            self._window.errors.notice(
                self.tr("{name} was not written: {why}").format(name=path.name, why=problem)
            )
            return False
        return self._window.files.written(lambda: write_durably(path, made), path)

    def _nothing(self) -> None:
        self._window.toast.say(self.tr("There is no network yet: start one in the Train tab."))

    def _refused(self, error: Exception) -> None:
        from lstm_gui.bounded_file import FileRefused

        if not isinstance(error, FileRefused):
            raise error
        self._window.errors.refused(error)

    def _end(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
