"""What the actions about the input do: presets, seeds, strokes, numbers from outside, and time in view."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from lstm_gui.gui.actions.inputs import PRESET
from lstm_gui.gui.actions.table import TABLE, spec, translated
from lstm_gui.lessons.scene import MAX_STEPS
from lstm_gui.sequences.presets import BY_ID
from lstm_gui.sequences.sequence import signal
from lstm_gui.simulator.inputs import fits, settings_of
from lstm_gui.strict_json import FileRefused

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.quiz.style import Style
    from lstm_gui.gui.simulator.inputs.dialog import InputDialog


class InputCommands(QObject):
    """What cannot be read is told in one sentence and changes nothing."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._refusal = ""  # told, and not yet overtaken by numbers that were read

    def furnish(self) -> None:
        """Once the window has its parts: offer the menu of inputs beside the timeline's title."""
        timeline = self._window.simulator.timeline
        menu = self._window.menus.submenu("inputs")
        menu.aboutToShow.connect(self.refresh)
        timeline.tools.set_menu(menu)
        timeline.drawing_changed.connect(self._window.actions_by_id["draw_input"].setChecked)
        timeline.all_units_changed.connect(self._window.actions_by_id["all_units"].setChecked)
        self._window.controller.on_change.append(self._offer_units)

    def refresh(self) -> None:
        """Say how many inputs a preset needs that the cell has not, and offer what there is to change."""
        state, actions = self._window.controller.state, self._window.actions_by_id
        needing = self.tr("{title} – needs {n} inputs")
        for row in TABLE:
            if row.handler == "choose_preset":
                name, text = str(row.argument), translated(row.text)
                suits = fits(state.scene, name)
                actions[row.id].setText(text if suits else needing.format(title=text, n=BY_ID[name].width))
        actions["new_seed"].setEnabled(bool(state.scene.drawn_as))
        actions["settings_of_input"].setEnabled(bool(settings_of(state)))

    def _offer_units(self) -> None:
        """Heat maps of all units, where there are several."""
        several = self._window.controller.state.scene.cell.units > 1
        self._window.actions_by_id["all_units"].setEnabled(several)

    def choose_preset(self, preset: str) -> None:
        """Read a preset; a cell that has too few inputs for it, or too many, is given as many."""
        controller = self._window.controller
        suited = fits(controller.state.scene, preset)
        controller.choose_preset(preset, spec(f"{PRESET}{preset}").title)
        if not suited:
            told = self.tr("The cell now reads {n} inputs; Undo takes that back")
            self._window.toast.say(told.format(n=BY_ID[preset].width))

    def show_settings(self) -> None:
        """Show the settings of the preset that the input was made as, where it has some."""
        if not settings_of(self._window.controller.state):
            self._window.toast.say(self.tr("This input has no settings; choose a preset that has"))
            return
        from lstm_gui.gui.simulator.inputs.preset_panel import open_settings

        open_settings(self._window.simulator.timeline, self._window.controller, self._window)

    def new_seed(self) -> None:
        """Draw the random input anew."""
        self._window.controller.new_seed()

    def draw_input(self, on: bool) -> None:
        """Let the mouse draw, or drag dots."""
        self._window.simulator.timeline.set_drawing(on)

    def paste_input(self) -> None:
        """Read the numbers that were copied."""
        from lstm_gui.formats.number_layout import numbers_in

        try:
            values = numbers_in(QGuiApplication.clipboard().text(), MAX_STEPS)
        except FileRefused as refusal:
            self._refuse(str(refusal))
            return
        self._read(self.tr("pasted numbers"), values)
        words = self.tr("{n} steps pasted") if len(values) > 1 else self.tr("1 step pasted")
        self._window.toast.say(words.format(n=len(values)))

    def type_input(self) -> None:
        """Show the numbers that are read as a text to edit."""
        from lstm_gui.gui.simulator.inputs.number_dialog import NumberDialog

        state = self._window.controller.state
        values = [row[state.source] for row in state.scene.inputs]
        self._show(NumberDialog(values, self._style(), self._window), self.tr("typed numbers"))

    def load_column(self) -> None:
        """Ask for a file and show its table."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Read a column of a file"),
            self._window.files.folder(),
            self.tr("Tables (*.csv *.tsv *.txt);;All files (*)"),
        )
        if name:
            self.bring(Path(name))

    def bring(self, path: Path) -> None:
        """Show the table in a file; a column of it is read when the person agrees."""
        from lstm_gui.gui.simulator.inputs.column_dialog import ColumnDialog

        dialog = ColumnDialog(self._style(), self._window)
        self._show(dialog, path.name)
        dialog.read(path)

    # Time in view

    def zoom_time(self, way: int) -> None:
        """Show fewer steps or more."""
        self._window.simulator.timeline_shown.zoom_time(way)

    def pan_time(self, way: int) -> None:
        """Show later steps or earlier ones."""
        self._window.simulator.timeline_shown.pan_time(way)

    def whole_time(self) -> None:
        """Show all steps."""
        self._window.simulator.timeline_shown.whole_time()

    def show_all_units(self, on: bool) -> None:
        """Show heat maps of every unit, or the curves of one."""
        self._window.simulator.timeline.show_all_units(on)

    # Inside

    def _show(self, dialog: "InputDialog", title: str) -> None:
        dialog.chosen.connect(partial(self._read, title))
        self._window.commands.show_dialog(dialog)

    def _read(self, title: str, values: object) -> None:
        assert isinstance(values, tuple)
        self._window.banner.withdraw(self._refusal)
        self._window.controller.set_sequence(signal(values), title)

    def _refuse(self, sentence: str) -> None:
        self._window.banner.withdraw(self._refusal)
        self._refusal = sentence
        self._window.errors.notice(sentence)

    def _style(self) -> "Style":
        from lstm_gui.gui.quiz.style import Style

        return Style(self._window.theme.colours, self._window.live.now.zoom)
