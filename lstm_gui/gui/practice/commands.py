"""What the window does about practice: opening it, its scenes, and its result on paper or in a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QDialog

from lstm_gui.gui.window.review import ALL_DECKS

if TYPE_CHECKING:  # made when practice is first asked for
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.practice.dialog import PracticeDialog
    from lstm_gui.store.collection import DeckSummary


EXAM_NEAR = 14  # days before an exam, from which on cramming is proposed


def exams_near(decks: "Sequence[DeckSummary]", day: int) -> dict[str | None, int]:
    """How many days after a study day the next exam of each deck is, its own or of a deck around it.

    None is all decks together; those without an exam within two weeks are left out.
    """
    from lstm_gui.quiz.deck_tree import path
    from lstm_gui.quiz.exam import next_exam

    said = {deck.name: deck.rules.exam_day for deck in decks}
    found: dict[str | None, int | None] = {
        name: next_exam((said.get(outer) for outer in path(name)), day) for name in said
    }
    found[None] = next_exam(said.values(), day)
    return {name: exam - day for name, exam in found.items() if exam is not None and exam - day <= EXAM_NEAR}


class PracticeCommands(QObject):
    """One window of practice at a time."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.dialog: PracticeDialog | None = None  # while it is open
        window.closed.connect(self._close)

    def practise(self) -> None:
        """Open the window of practice, or come back to it."""
        if self._window.decks.collection is None:
            return
        if self.dialog is None:
            self.dialog = self._made()
            self.dialog.show()
        else:
            self.dialog.raise_()
            self.dialog.activateWindow()

    def _made(self) -> "PracticeDialog":
        from lstm_gui.gui.practice.dialog import PracticeDialog
        from lstm_gui.gui.quiz.review import local_now
        from lstm_gui.gui.quiz.style import Style
        from lstm_gui.quiz.study_day import study_day

        window, collection = self._window, self._window.decks.collection
        assert collection is not None
        style = Style(window.theme.colours, window.live.now.zoom)
        dialog = PracticeDialog(collection, window.review.shelf, local_now, style, window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.move(
            window.mapToGlobal(QPoint(0, window.bar.height()))
        )  # over the cards, beside the simulator
        deck = window.review.deck
        exams = exams_near(window.decks.decks, study_day(local_now()))
        names = [one.name for one in window.decks.decks]
        dialog.show_decks(names, None if deck == ALL_DECKS else deck, exams)
        dialog.scene_wanted.connect(self._visit)
        dialog.print_wanted.connect(self._print)
        dialog.save_wanted.connect(self._save)
        dialog.finished.connect(self._forget)
        window.theme.changed.connect(dialog.set_palette)
        dialog.take_settings(window.live.now)
        window.live.changed.connect(dialog.take_settings)
        return dialog

    def _visit(self, name: str) -> None:
        """Open the scene of the card beside the window of practice, or go back from it."""
        self._window.commands.visit_scene(name)
        if self.dialog is not None:
            self.dialog.set_open_scene(self._window.visit.scene_name)

    def _print(self, result: object) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from lstm_gui.gui.practice.report import Result, document_of

        assert isinstance(result, Result)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self.dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: document_of(result, self._window.review.shelf).print_(printer))
        QDialog.open(dialog)

    def _save(self, result: object) -> None:
        from lstm_gui.gui.commands.file_names import name_to_write
        from lstm_gui.gui.practice.report import Result, pdf_of

        assert isinstance(result, Result)
        kinds = self.tr("PDF (*.pdf)"), (".pdf",)
        name = self.tr("practice {date}").format(date=f"{result.at:%Y-%m-%d}") + ".pdf"
        path = name_to_write(
            self.dialog or self._window,
            self.tr("Save the result"),
            self._window.files.folder(name),
            kinds,
            self._tell,
        )
        if path is not None:
            self._write(path, pdf_of(result, self._window.review.shelf))

    def _write(self, path: Path, content: bytes) -> None:
        from lstm_gui.durable_file import write_durably

        try:
            write_durably(path, content)
        except OSError as error:
            words = self.tr("The result was not saved: {reason}.")
            self._tell(words.format(reason=error.strerror or error))
        else:
            self._window.toast.say(self.tr("Saved as {name}").format(name=path.name))

    def _tell(self, words: str) -> None:
        """Where the person looks: the window of practice may cover the other."""
        if self.dialog is not None:
            self.dialog.tell(words)

    def _forget(self) -> None:
        self.dialog = None

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.close()
