"""What the actions do: a method for each handler named in the table of actions."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QCursor, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu

from lstm_gui.durable_file import write_durably
from lstm_gui.gui.frame_files import is_scene, read_showable
from lstm_gui.gui.frame_review import ALL_DECKS
from lstm_gui.gui.undo import Place
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import Scene
from lstm_gui.settings import with_recent
from lstm_gui.strict_json import FileRefused

if TYPE_CHECKING:  # made at the first use, to paint the first window sooner
    from lstm_gui.gui.frame_decks import DeckImports, Offer
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.store.decks import DeckSummary

FIRST_SCENE = "remember"
ZOOMS = (100, 300)  # per cent
PICTURE = (1440, 900)  # px


class Commands(QObject):
    """The handlers of one window. What goes wrong with a file is told in the banner and changes nothing."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.log_folder: Path | None = None
        self.imports: DeckImports | None = None  # once the collection is open
        self.decks: list[DeckSummary] = []

    # Scenes

    def open_first_scene(self) -> None:
        """Open the scene last shown, or the first one there is to see."""
        wanted = self._window.live.now.scene
        try:
            scene = self._bundled_or_file(wanted or FIRST_SCENE)
        except FileRefused as error:
            self._window.errors.refused(error)
            scene = load(FIRST_SCENE)
        self._window.controller.open(scene)

    def open_named(self, name: str) -> None:
        """Open a bundled scene."""
        try:
            self._window.controller.open(load(name))
        except FileRefused as error:
            self._window.errors.refused(error)
            return
        self._window.live.change(scene=name)

    def open_file(self, path: Path) -> None:
        """Open a scene, or show what a deck would bring."""
        if is_scene(path):
            self._open_scene_file(path)
        elif self.imports is not None:
            self.imports.read(path)

    def open_scene(self) -> None:
        """Ask for a scene file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a scene"), self._folder(), self.tr("Scenes (*.json);;All files (*)")
        )
        if name:
            self._open_scene_file(Path(name))

    def save_scene_as(self) -> None:
        """Ask for a name and write what the simulator shows."""
        from lstm_gui.lessons.scene_file import scene_to_json

        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the scene"), self._folder("scene.json"), self.tr("Scenes (*.json)")
        )
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(name).with_suffix(".json")
        text = scene_to_json(self._window.controller.state.scene)
        if self._written(lambda: write_durably(path, text.encode()), path):
            self._remember(path)

    def export_picture(self) -> None:
        """Ask for a name and draw what the simulator shows, light, as PNG, SVG or PDF."""
        from lstm_gui.gui.simulator.picture import render_scene

        kinds = self.tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF page (*.pdf)")
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export a picture"), self._folder("scene.png"), kinds
        )
        if name:
            path = Path(name) if Path(name).suffix else Path(name).with_suffix(".png")
            scene = self._window.controller.state.scene
            self._written(lambda: render_scene(scene, path, PICTURE, "light"), path)

    def show_scene(self) -> None:
        """Go to the scene of the card on screen, or back from it."""
        if self._window.visit.scene_name:
            self.visit_scene("")
        else:
            self._window.review.panel.show_scene()

    def visit_scene(self, name: str) -> None:
        """Go to a scene as a visit; the scene visited now, or "", leads back."""
        try:
            self._window.visit.toggle(name, self.tr("go back from the card's scene"))
        except FileRefused as error:
            self._window.errors.refused(error)

    # Decks

    def import_deck(self) -> None:
        """Ask for a deck file and show what it would bring."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import a deck"),
            self._folder(),
            self.tr("Decks and saved pages (*.toml *.txt *.md);;All files (*)"),
        )
        if name and self.imports is not None:
            self.imports.read(Path(name))

    def offer_import(self, offer: "Offer") -> None:
        """Show what a file would bring; import it when the person agrees."""
        from lstm_gui.gui.frame_import_dialog import ImportDialog

        dialog = ImportDialog(offer, self._window)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if agreed and self.imports is not None:
            self.imports.take(offer)
            self._remember(offer.path)

    def choose_deck(self) -> None:
        """Offer the decks where the pointer is, and review the one chosen."""
        menu = QMenu(self._window)
        for name, words in [
            (ALL_DECKS, self.tr("All decks")),
            *((deck.name, deck.name) for deck in self.decks),
        ]:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name == self._window.review.deck)
            action.triggered.connect(partial(self._review_deck, name))
        menu.exec(QCursor.pos())
        menu.deleteLater()

    def _review_deck(self, name: str, _checked: bool = False) -> None:
        self._window.live.change(deck=name)

    def take_decks(self, decks: object) -> None:
        """Know these decks (list[DeckSummary]) from now on."""
        self.decks = list(decks) if isinstance(decks, list) else []

    # Cards

    def reveal(self) -> None:
        """Show the answer of the card."""
        self._window.review.panel.reveal()

    def rate(self, rating: int) -> None:
        """Say how well the card was known."""
        self._window.review.panel.rate(rating)

    # The simulator

    def undo(self) -> None:
        """Take back what was done last in the panel used last."""
        if self._window.places.place is Place.REVIEW:
            self._window.review.panel.undo()
        else:
            self._window.controller.undo()

    def redo(self) -> None:
        """Bring back what was taken back in the simulator."""
        self._window.controller.redo()

    def reset(self) -> None:
        """Put every value back."""
        self._window.controller.reset()

    def play(self) -> None:
        """Let the steps run, or stop them."""
        self._window.simulator.transport.play_or_pause()

    def step_by(self, steps: int) -> None:
        """Show the step before or after."""
        transport = self._window.simulator.transport
        (transport.step_forward if steps > 0 else transport.step_back)()

    def first_step(self) -> None:
        """Go to the start."""
        self._window.simulator.transport.go_to_first()

    def last_step(self) -> None:
        """Go to the end."""
        self._window.simulator.transport.go_to_last()

    def change_speed(self, way: int) -> None:
        """Play faster or more slowly."""
        transport = self._window.simulator.transport
        (transport.faster if way > 0 else transport.slower)()

    # Looks

    def choose_theme(self, choice: str) -> None:
        """Switch to a theme."""
        self._window.live.change(theme=choice)

    def zoom_by(self, percent: int) -> None:
        """Make the content larger or smaller."""
        low, high = ZOOMS
        self._window.live.change(zoom=max(low, min(high, self._window.live.now.zoom + percent)))

    def zoom_reset(self) -> None:
        """Show the content at 100 %."""
        self._window.live.change(zoom=100)

    def set_motion(self, on: bool) -> None:
        """Let changes move, or not."""
        self._window.live.change(motion=on)

    def present(self) -> None:
        """Show the simulator over the whole screen."""
        self._window.present()

    # Help

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        from lstm_gui.gui.shortcut_sheet import ShortcutSheet

        self._show(ShortcutSheet(self._window))

    def show_about(self) -> None:
        """Say what this is."""
        from lstm_gui.gui.about import About

        self._show(About(self._window))

    def show_preferences(self) -> None:
        """Show everything that can be set."""
        self._preferences(at_scenes=False)

    def choose_class_scenes(self) -> None:
        """Show the preferences, at the scenes for class."""
        self._preferences(at_scenes=True)

    def copy_report(self) -> None:
        """Copy versions and the last lines of the log."""
        self.copy_text(self._window.errors.report_text())

    def copy_text(self, text: str) -> None:
        """Put a report on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def open_log_folder(self) -> None:
        """Open the folder of the log files in the system's own window."""
        folder = self.log_folder
        if folder is None or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            where = str(folder) if folder is not None else self.tr("memory only")
            self._window.errors.notice(self.tr("The log is kept in {folder}.").format(folder=where))

    def quit(self) -> None:
        """Close the window, which ends the app."""
        self._window.close()

    # Inside

    def _preferences(self, *, at_scenes: bool) -> None:
        from lstm_gui.gui.preferences import Preferences

        scenes = [(name, load(name).title) for name in scene_names()]
        dialog = Preferences(self._window.live.now, scenes, self._window)
        dialog.chosen.connect(self._window.live.take)
        if at_scenes:
            dialog.choose_scenes()
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()

    def _open_scene_file(self, path: Path) -> None:
        try:
            scene = read_showable(path)
        except FileRefused as error:
            self._window.errors.refused(error)
            return
        self._window.controller.open(scene)
        self._remember(path)
        self._window.live.change(scene=str(path.absolute()))

    def _bundled_or_file(self, wanted: str) -> Scene:
        return load(wanted) if wanted in scene_names() else read_showable(Path(wanted))

    def _written(self, write: Callable[[], None], path: Path) -> bool:
        """Write a file; what goes wrong is told in a sentence."""
        try:
            write()
        except OSError as error:
            words = self.tr("{name} was not written: {why}. Choose another folder, or free some space.")
            self._window.errors.notice(words.format(name=path.name, why=error.strerror or error))
            return False
        return True

    def _remember(self, path: Path) -> None:
        self._window.live.take(with_recent(self._window.live.now, path))

    def _folder(self, name: str = "") -> str:
        recent = self._window.live.now.recent_files
        folder = Path(recent[0]).parent if recent else Path.home()
        return str(folder / name)
