"""Files a person opens, saves and drops: scenes, pictures, decks."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from lstm_gui.durable_file import write_durably
from lstm_gui.gui.commands.files import (
    SCENE_SUFFIX,
    is_challenge,
    is_model,
    is_scene,
    is_table,
    read_showable,
)
from lstm_gui.gui.window.scenes import shown_scene, shown_scenes
from lstm_gui.lessons.catalogue import scene_names
from lstm_gui.lessons.scene import Scene
from lstm_gui.plain_text import in_one_line
from lstm_gui.settings import with_recent
from lstm_gui.simulator.state import scene_to_save
from lstm_gui.strict_json import FileRefused

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow

FIRST_SCENE = "remember"
LONGEST_STEM = 60  # characters of a file name that is offered


class FileCommands(QObject):
    """What goes wrong with a file is told in the banner and changes nothing."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._refusals: list[str] = []  # told, and not yet overtaken by a file that opened

    def open_first_scene(self) -> None:
        """Open the scene last shown, or the first one there is to see."""
        wanted = self._window.live.now.scene
        try:
            scene = self.bundled_or_file(wanted or FIRST_SCENE)
        except FileRefused as error:
            self._window.errors.refused(error)
            scene = shown_scene(FIRST_SCENE)
        self._window.controller.open(scene)

    def open_named(self, name: str) -> None:
        """Open a bundled scene."""
        try:
            self._window.controller.open(shown_scene(name))
        except FileRefused as error:
            self._refuse(error)
            return
        self._opened(name)

    def open_file(self, path: Path) -> None:
        """Open a scene, a challenge or a model, or show the table, or what a deck would bring."""
        if is_scene(path):
            self._open_scene_file(path)
        elif is_table(path):
            self._window.inputs.bring(path)
        elif is_model(path):
            self._window.models.bring(path)
        else:
            self._window.decks.bring(path)

    def open_scene(self) -> None:
        """Ask for a scene file, or a model, and open it."""
        filters = self.tr("Scenes (*.json);;Models (*.safetensors);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a scene"), self.folder(), filters)
        if name and is_model(Path(name)):
            self._window.models.bring(Path(name))
        elif name:
            self._open_scene_file(Path(name))

    def save_scene_as(self) -> None:
        """Ask for a name and write what the simulator shows."""
        from lstm_gui.gui.commands.file_names import name_to_write
        from lstm_gui.lessons.scene_file import MAX_TITLE, scene_to_json

        kinds = self.tr("Scenes (*.json)"), (SCENE_SUFFIX,)
        start, refuse = self.folder(f"scene{SCENE_SUFFIX}"), self._window.errors.notice
        path = name_to_write(self._window, self.tr("Save the scene"), start, kinds, refuse)
        if path is None:
            return
        scene = self.scene_as_shown()
        if self._is_no_longer_bundled(scene):
            scene = replace(scene, title=in_one_line(path.stem, MAX_TITLE) or scene.title)
        text = scene_to_json(scene)
        if self.written(lambda: write_durably(path, text.encode()), path):
            self.remember(path)

    def import_deck(self) -> None:
        """Ask for a deck file and show what it would bring."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import a deck"),
            self.folder(),
            self.tr("Decks (*.toml *.jsonl *.apkg *.colpkg *.csv *.tsv *.txt *.md);;All files (*)"),
        )
        if name:
            self._window.decks.bring(Path(name))

    def remember(self, path: Path) -> None:
        """Put a file at the top of the recent ones."""
        self._window.live.take(with_recent(self._window.live.now, path))

    def _open_scene_file(self, path: Path) -> None:
        if is_challenge(path):
            self._window.graded.open_file(path)
            return
        try:
            scene = read_showable(path)
        except FileRefused as error:
            self._refuse(error)
            return
        self._window.controller.open(scene)
        self.remember(path)
        self._opened(str(path.absolute()))

    def _refuse(self, error: FileRefused) -> None:
        self._refusals.append(str(error))
        self._window.errors.refused(error)

    def _opened(self, name: str) -> None:
        """Remember what is open; what was said of files that did not open is over."""
        self._window.live.change(scene=name)
        while self._refusals:
            self._window.banner.withdraw(self._refusals.pop())

    def bundled_or_file(self, wanted: str) -> Scene:
        """A bundled scene by its name, or the scene of a file. Raises FileRefused."""
        return shown_scene(wanted) if wanted in scene_names() else read_showable(Path(wanted))

    def written(self, write: Callable[[], None], path: Path) -> bool:
        """Write a file; what goes wrong is told in a sentence."""
        try:
            write()
        except OSError as error:
            words = self.tr("{name} was not written: {why}. Choose another folder, or free some space.")
            self._window.errors.notice(words.format(name=path.name, why=error.strerror or error))
            return False
        self._window.toast.say(self.tr("Saved as {name}").format(name=path.name))
        return True

    def scene_as_shown(self) -> Scene:
        """The scene as it goes into a file or a text: with what is looked at."""
        return scene_to_save(self._window.controller.state, self._window.simulator.tab)

    def _is_no_longer_bundled(self, scene: Scene) -> bool:
        """Whether it was changed, so that the title of a bundled scene would say what it does not show."""
        bundled = any(title == scene.title for _, title in shown_scenes())
        return bundled and self._window.controller.state.scene_changed

    def file_stem(self) -> str:
        """A file name to offer, made from the title of the scene."""
        words = re.findall(r"\w+", self._window.controller.state.scene.title.lower())
        return "-".join(words)[:LONGEST_STEM] or "scene"

    def folder(self, name: str = "") -> str:
        """Where a file is looked for, or put under a name: beside the last one."""
        recent = self._window.live.now.recent_files
        folder = Path(recent[0]).parent if recent else Path.home()
        return str(folder / name)
