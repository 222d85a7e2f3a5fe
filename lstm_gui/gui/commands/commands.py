"""What the actions do that concern no file: cards, simulator, looks, help."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog

from lstm_gui.gui.shown_kinds import BY_NAME
from lstm_gui.gui.simulator.diagram.head import resize_inputs, resize_units
from lstm_gui.gui.undo import Place
from lstm_gui.gui.window.scenes import browsable_scenes, shown_scenes
from lstm_gui.settings import SCENE_TABS
from lstm_gui.strict_json import FileRefused

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.lessons.scene import Scene

ZOOMS = (100, 300)  # per cent


class Commands(QObject):
    """Handlers named in the table of actions, each a few lines."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.log_folder: Path | None = None

    # Cards

    def reveal(self) -> None:
        """Show the answer of the card, or answer it in the simulator where that grades it."""
        self._window.review.panel.go_on()

    def rate(self, rating: int) -> None:
        """Say how well the card was known."""
        self._window.review.panel.rate(rating)

    def show_scene(self) -> None:
        """Go to the scene of the card on screen, or back: from it, and while the card still hides its own."""
        if self._window.review.waits_for_answer:
            self._window.graded.answer_card()
            return
        offered = self._window.review.offered_scene
        if offered or self._window.visit.scene_name:
            self.visit_scene(offered)

    def leave_scene(self) -> None:
        """Come back from the scene of a card, whichever card is on screen."""
        if self._window.visit.scene_name:
            self.visit_scene("")

    def visit_scene(self, name: str, scene: "Scene | None" = None) -> None:
        """Go to a scene as a visit; the scene visited now, or "", leads back. `scene` is one of one's own."""
        if scene is None and self._window.own_scenes.bring(name):  # and come back here with it
            return
        self._window.graded.leave()  # the state to come back to is the person's own
        try:
            self._window.visit.toggle(name, self.tr("go back from the card's scene"), scene)
        except FileRefused as error:
            self._window.errors.refused(error)

    def practise(self) -> None:
        """Open the window of practice."""
        self._window.practice.practise()

    def ask_confidence(self, on: bool) -> None:
        """Ask before each answer how sure the person is, or not."""
        self._window.live.change(ask_confidence=on)

    # The simulator

    def show_tab(self, name: str) -> None:
        """Turn to a tab."""
        self._window.live.change(tab=name)
        self._window.places.use(Place.SIMULATOR if name in SCENE_TABS else Place.TRAINING)

    def undo(self) -> None:
        """Take back what was done last."""
        if self._window.places.undo_place is Place.REVIEW:
            if not self._window.decks.importing.undo():
                self._window.review.panel.undo()
        elif self._window.places.undo_place is Place.TRAINING:
            self._window.training.session.undo()
        elif self._window.graded.covers and self._window.graded.run is not None:
            self._window.graded.run.undo()
        else:
            self._window.controller.undo()
            self._window.refresh_undo()  # now, not with the next frame: the next key may come before it

    def redo(self) -> None:
        """Bring back what was taken back in the simulator, or where a network learns."""
        if self._window.places.undo_place is Place.TRAINING:
            self._window.training.session.redo()
        elif self._window.graded.covers and self._window.graded.run is not None:
            self._window.graded.run.redo()
        else:
            self._window.controller.redo()
        self._window.refresh_undo()

    def reset(self) -> None:
        """Put every value back; where a network learns, begin its run again."""
        if self._window.training.shown:
            self._window.training.session.stop()
        else:
            self._window.controller.reset()

    def switch_cell(self, name: str) -> None:
        """Put another kind of cell into the scene, and say what did not carry over."""
        if words := self._window.controller.switch(BY_NAME[name]):
            self._window.toast.say(words[0].upper() + words[1:])

    def pin_run(self) -> None:
        """Keep the run as it stands behind what is changed, in the tab that compares too."""
        from lstm_gui.gui.simulator.compare.changes import pin

        if not pin(self._window.controller):
            self._window.toast.say(self.tr("Four cells stand side by side: remove one before you pin."))

    def change_units(self, by: int) -> None:
        """Give the cell more units, or fewer."""
        controller = self._window.controller
        resize_units(controller, controller.state.scene.cell.units + by)

    def change_inputs(self, by: int) -> None:
        """Let the cell read more numbers a step, or fewer."""
        controller = self._window.controller
        resize_inputs(controller, controller.state.scene.cell.inputs + by)

    def look_by(self, by: int) -> None:
        """Show the numbers of a unit after the one shown, or before."""
        state = self._window.controller.state
        self._window.controller.look_at(state.unit + by, state.source)

    def look_at_input_by(self, by: int) -> None:
        """Show an input after the one shown, or before."""
        state = self._window.controller.state
        self._window.controller.look_at(state.unit, state.source + by)

    def play(self) -> None:
        """Let the steps run, or stop them."""
        self._window.stage.play()

    def step_by(self, steps: int) -> None:
        """Show the step before or after."""
        self._window.stage.step_by(steps)

    def first_step(self) -> None:
        """Go to the start."""
        self._window.stage.go_to_end(last=False)

    def last_step(self) -> None:
        """Go to the end."""
        self._window.stage.go_to_end(last=True)

    def change_speed(self, way: int) -> None:
        """Play faster or more slowly."""
        transport = self._window.simulator.transport
        (transport.faster if way > 0 else transport.slower)()

    def show_origins(self) -> None:
        """Show where the number pointed at comes from."""
        self._window.simulator.pins.pin_pointed()

    def show_explanation(self) -> None:
        """Explain the scene that is open, beside the window; say where those are that are, if it is not."""
        from lstm_gui.gui.explanation import Explanation
        from lstm_gui.lessons.catalogue import topic_of
        from lstm_gui.lessons.program import program_of

        scene = self._window.controller.state.origin
        program = program_of(scene)
        if program is None:
            words = self.tr("No explanation of this scene: see “{topic}” under Ctrl+L.")
            self._window.toast.say(words.format(topic=topic_of("latch")))
            return
        dialog = Explanation(scene, program, self._window.live.now.zoom / 100, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()  # not open(): one reads it and moves the cell

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

        self.show_dialog(ShortcutSheet(self._window))

    def show_about(self) -> None:
        """Say what this is."""
        from lstm_gui.gui.about import About

        self.show_dialog(About(self._window))

    def show_preferences(self) -> None:
        """Show everything that can be set."""
        self._preferences(at_scenes=False)

    def browse_scenes(self) -> None:
        """Show every bundled scene, by topic and by search."""
        from lstm_gui.gui.scenes.browser import SceneBrowser

        now, theme = self._window.live.now, self._window.theme
        dialog = SceneBrowser(browsable_scenes(), theme.colours, now.zoom, self._window)
        theme.changed.connect(dialog.set_palette)
        dialog.wanted.connect(self._window.files.open_named)
        dialog.begin_at(now.scene)
        self.show_dialog(dialog)

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

    def show_dialog(self, dialog: QDialog) -> None:
        """Show a dialog over the window; nothing waits for it."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _preferences(self, *, at_scenes: bool) -> None:
        from lstm_gui.gui.preferences import Preferences

        dialog = Preferences(self._window.live.now, shown_scenes(), self._window.theme.colours, self._window)
        self._window.theme.changed.connect(dialog.set_palette)
        dialog.chosen.connect(self._window.live.take)
        if at_scenes:
            dialog.choose_scenes()
        self.show_dialog(dialog)
