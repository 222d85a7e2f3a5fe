"""What the actions do by which a view leaves the window: as a picture, on the clipboard, as an animation."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from lstm_gui.durable_file import write_durably
from lstm_gui.gui.actions.table import spec
from lstm_gui.gui.export.card_menu import CardMenu, Entry

if TYPE_CHECKING:
    from lstm_gui.gui.export.film_dialog import FilmDialog
    from lstm_gui.gui.export.picture_dialog import PictureDialog
    from lstm_gui.gui.main_window import MainWindow


class PictureCommands(QObject):
    """What goes wrong is told in the banner, and no file is touched by it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.film: FilmDialog | None = None  # while it is open
        window.closed.connect(self._close_film)

    def furnish(self) -> None:
        """Give the cards their menu, once all actions are there."""
        entries = (
            Entry(self.tr("Copy a picture"), self.copy_card, spec("copy_picture").shown_keys[0]),
            Entry(self.tr("Export a picture of this card…"), self.export_card),
        )
        code = self._window.menus.submenu("code")
        actions = self._window.actions_by_id
        self.card_menu = CardMenu(
            self._window.simulator, entries, (actions["ask_about_this"], actions["copy_scene"], code)
        )

    def export_picture(self) -> None:
        """Show what there is to export as a picture."""
        self.export_card(None)

    def export_card(self, card: QWidget | None) -> None:
        """The same, one card being chosen at first."""
        from lstm_gui.gui.export.picture_dialog import PictureDialog

        dialog = PictureDialog(self._window.simulator, card, self._window)
        self._dress_form(dialog)
        dialog.save_wanted.connect(lambda: self._save(dialog))
        dialog.copied.connect(self._say_copied)
        self._window.commands.show_dialog(dialog)

    def copy_picture(self) -> None:
        """Copy a picture of the card that the keyboard is in, or of everything shown."""
        from lstm_gui.gui.simulator.drawing import card_around

        focused = QApplication.focusWidget()
        inside = focused is not None and self._window.simulator.isAncestorOf(focused)
        self.copy_card(card_around(focused) if inside else None)

    def copy_card(self, card: QWidget | None) -> None:
        """Copy a picture of a card, or of everything shown."""
        from lstm_gui.gui.export.views import copied_words, copy_drawing, drawing_of

        drawing = drawing_of(self._window.simulator, card)
        copy_drawing(drawing)
        self._window.toast.say(copied_words(drawing))

    def export_animation(self) -> None:
        """Show what there is to choose about an animation; the window can be used meanwhile."""
        from lstm_gui.gui.export.film_dialog import FilmDialog

        if self.film is None:
            window = self._window
            rate = float(window.simulator.transport.speeds.currentData())
            state, all_units = window.controller.state, window.simulator.timeline.all_units
            self.film = FilmDialog(state, window.simulator.tab, rate, window, all_units=all_units)
            self._dress_form(self.film)
            self.film.save_wanted.connect(self._record)
            self.film.refused.connect(window.errors.notice)
            self.film.written.connect(window.toast.say)
            self.film.finished.connect(self._forget_film)
        self.film.show()
        self.film.raise_()
        self.film.activateWindow()

    # Inside

    def _save(self, dialog: "PictureDialog") -> None:
        kinds = {
            ".png": self.tr("PNG picture (*.png)"),
            ".svg": self.tr("SVG drawing (*.svg)"),
            ".pdf": self.tr("PDF page (*.pdf)"),
        }
        path = self._ask(self.tr("Export a picture"), dialog, kinds, dialog.ending)
        if path is None:
            return
        content = dialog.content(path.suffix)
        if self._window.files.written(lambda: write_durably(path, content), path):
            dialog.accept()

    def _record(self) -> None:
        from lstm_gui.gui.export.film_dialog import file_kinds

        if self.film is not None:
            path = self._ask(self.tr("Export an animation"), self.film, file_kinds(), self.film.ending)
            if path is not None:
                self.film.record(path)

    def _ask(self, title: str, parent: QWidget, kinds: dict[str, str], ending: str) -> Path | None:
        """A name for a file; the kind that was chosen stands first among those it may be of."""
        from lstm_gui.gui.commands.file_names import name_to_write

        files = self._window.files
        filters = ";;".join([kinds[ending], *(words for name, words in kinds.items() if name != ending)])
        start = files.folder(f"{files.file_stem()}{ending}")
        endings = (ending, *(name for name in kinds if name != ending))
        return name_to_write(parent, title, start, (filters, endings), self._window.errors.notice)

    def _say_copied(self, name: str) -> None:
        from lstm_gui.gui.export.views import words_of_copy

        self._window.toast.say(words_of_copy(name))

    def _close_film(self) -> None:
        if self.film is not None:
            self.film.close()

    def _forget_film(self) -> None:
        if self.film is not None:
            self.film.deleteLater()
            self.film = None

    def _dress_form(self, dialog: QWidget) -> None:
        from lstm_gui.gui.stock_look import dress_form

        dress_form(dialog, self._window.theme.colours)
