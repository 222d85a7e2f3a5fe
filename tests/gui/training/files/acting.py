"""What a person does with models in the window, and what is told."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lstm_gui.training.model_file import model_bytes
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import portrait_of
from lstm_gui.training.run import begin
from lstm_gui.training.task_choice import OwnColumns
from lstm_gui.training.tasks.catalogue import made
from tests.gui.conftest import Lab

OWN = OwnColumns("wind.csv", ("wind",), tuple((float(day * day % 7),) for day in range(200)))


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    """What a person answers when they are asked for the name of a file."""
    for dialog in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, dialog, lambda *_: (str(path), ""))


def act(lab: Lab, name: str) -> None:
    """Choose an action."""
    lab.window.actions_by_id[name].trigger()


def said(lab: Lab, qtbot: QtBot, words: str) -> None:
    """Wait until it is told, in the banner or the toast."""

    def told() -> bool:
        problem = lab.window.banner.shown
        return words in lab.window.toast.text() or (problem is not None and words in problem.sentence)

    qtbot.waitUntil(told)


def file_of(folder: Path, plan: Plan, data: Any = None) -> Path:
    """A model that somebody saved."""
    whole = replace(plan, task=replace(plan.task, data=data))
    task = made(whole.task)
    _, state = begin(whole, task)
    path = folder / "saved.safetensors"
    path.write_bytes(model_bytes(whole, replace(state, step=42), portrait_of(whole, task, state)))
    return path
