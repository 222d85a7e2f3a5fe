"""A file of weights that was read, on its way to the training lab or the simulator."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject

from lstm_gui.bounded_file import FileRefused, shown_name
from lstm_gui.formats.safetensors import read_tensors
from lstm_gui.gui.training.run_words import loss_words, step_words
from lstm_gui.simulator.trained_scene import scene_of
from lstm_gui.training.messages import AskPortrait, ToldPortrait
from lstm_gui.training.model_elsewhere import Elsewhere, network_in
from lstm_gui.training.model_file import UNBOUNDED, SavedModel, is_ours, model_in
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import Portrait
from lstm_gui.training.run import RunState
from lstm_gui.training.task_choice import OwnColumns
from lstm_gui.training.tasks.catalogue import BY_NAME

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.training.files.commands import ModelCommands

TRAIN_TAB = "train"


@dataclass(frozen=True, eq=False)
class ModelFile:
    """What a file holds: a run of ours, or a network of another tool."""

    path: Path
    found: SavedModel | Elsewhere

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return shown_name(self.path)


def read(path: Path) -> ModelFile:
    """What a file of weights holds. Raises FileRefused."""
    name = shown_name(path)
    if path.suffix.lower() == ".onnx":
        raise FileRefused(f"{name} is an ONNX model; those are written here and not read.")
    tensors = read_tensors(path, unbounded=UNBOUNDED)
    return ModelFile(path, model_in(tensors, name) if is_ours(tensors) else network_in(tensors, name))


def _bare(name: str) -> str:
    """A file's name out of a file: no folder is looked into, and no other machine asked, on its word."""
    return PureWindowsPath(name).name  # which knows both kinds of slashes


class Opening(QObject):
    """Nothing that is under way is left before what was read is known to fit its task."""

    def __init__(self, window: "MainWindow", commands: "ModelCommands") -> None:
        super().__init__(commands)
        self._window, self._commands = window, commands

    def take(self, read: object) -> None:
        """Show what was read."""
        assert isinstance(read, ModelFile)
        if isinstance(read.found, Elsewhere):
            self._take_elsewhere(read, read.found)
        elif read.found.data is None:
            self._weigh(read, read.found.plan, read.found.state)
        else:
            self._ask_for_data(read, read.found)

    # A run of ours

    def _ask_for_data(self, read: ModelFile, saved: SavedModel) -> None:
        """The person's own data did not leave with the model: it has to be chosen again."""
        from lstm_gui.gui.simulator.style import Style
        from lstm_gui.gui.training.data.choose import choose_data

        assert saved.data is not None
        window = self._window
        words = self.tr("{model} learnt from “{data}”, which is not in it: choose that file to open it.")
        window.errors.notice(words.format(model=read.name, data=saved.data.name))
        style = Style(window.theme.colours, window.live.now.zoom / 100)
        entry = BY_NAME[saved.plan.task.name]
        dialog = choose_data(entry, window, style, window.files.folder(_bare(saved.data.name)))
        if dialog is not None:
            dialog.chosen.connect(partial(self._take_data, read, saved))

    def _take_data(self, read: ModelFile, saved: SavedModel, data: Any) -> None:
        assert saved.data is not None
        if isinstance(data, OwnColumns) and data.columns != saved.data.columns:
            words = self.tr("{model} learnt from the columns {wanted}, and {found} were chosen.")
            wanted, found = ", ".join(saved.data.columns), ", ".join(data.columns)
            self._window.errors.notice(words.format(model=read.name, wanted=wanted, found=found))
            return
        plan = replace(saved.plan, task=replace(saved.plan.task, data=data))
        self._weigh(read, plan, saved.state, saved.portrait)

    def _weigh(
        self, read: ModelFile, plan: Plan, state: RunState, known: Portrait | None = None, words: str = ""
    ) -> None:
        """Let the training process say whether it fits; `known` is what it read when it was saved."""
        answer = partial(self._weighed, read, plan, state, known, words)
        self._commands.session.ask(AskPortrait(plan, state), answer)

    def _weighed(
        self, read: ModelFile, plan: Plan, state: RunState, known: Portrait | None, words: str, answer: Any
    ) -> None:
        if not isinstance(answer, ToldPortrait):
            self._window.errors.notice(self.tr("{model}: {why}").format(model=read.name, why=answer.words))
            return
        told = answer.portrait
        if known is not None and (known.input_names, known.output_names) != (
            told.input_names,
            told.output_names,
        ):
            said = self.tr("{model} learnt from other data: what it read does not stand in this file.")
            self._window.errors.notice(said.format(model=read.name))
            return
        self._commands.session.take_up(plan, state)
        self._window.live.change(tab=TRAIN_TAB)
        self._window.files.remember(read.path)
        if words:
            self._window.errors.notice(words)
        else:
            self._window.toast.say(self._words(read, plan, state, told))

    def _words(self, read: ModelFile, plan: Plan, state: RunState, told: Portrait) -> str:
        words = self.tr(
            "{model}: “{task}” with seed {seed} after {step} updates, {score} {value} on the test set"
        )
        return words.format(
            model=read.name,
            task=BY_NAME[plan.task.name].title,
            seed=plan.seed,
            step=step_words(state.step),
            score=told.score_name,
            value=loss_words(told.test.score),
        )

    # A network of another tool

    def _take_elsewhere(self, read: ModelFile, found: Elsewhere) -> None:
        """Let it learn on with the task that is chosen, where it fits; else show its cell."""
        session, network, look = self._commands.session, found.network, self._commands.session.look
        sizes = (network.layer.inputs, network.readout.outputs)
        if look is None or not found.has_readout or sizes != (look.x.shape[1], look.y.shape[1]):
            self._simulate(read, found)
            return
        plan = replace(session.plan, network=found.choice)
        said = self.tr("{assumed} It learns on with the task that was chosen.").format(assumed=found.assumed)
        self._weigh(read, plan, RunState(0, network.vector), words=said)

    def _simulate(self, read: ModelFile, found: Elsewhere) -> None:
        """Show the first layer, which reads a 1 at one input after the other."""
        from lstm_gui.gui.commands.files import showable

        inputs = found.layer.inputs
        x = np.concatenate([np.eye(inputs), np.zeros((inputs, inputs))])
        try:
            scene = scene_of(found.layer, found.choice.kind, x, title=read.name, about=found.assumed)
            self._commands.visit(showable(scene, read.name))
        except FileRefused as refusal:
            self._window.errors.refused(refusal)
            return
        except ValueError as refusal:
            said = self.tr("{model} fits no task that is chosen, and not the simulator: {why}")
            self._window.errors.notice(said.format(model=read.name, why=refusal))
            return
        self._window.files.remember(read.path)
        self._window.errors.notice(found.assumed)
