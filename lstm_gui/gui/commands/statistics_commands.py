"""The window "Statistics": opened, dressed as the rest, told of ratings; what it shows leaves as files."""

from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:  # made when it is asked for
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.simulator.style import Style
    from lstm_gui.gui.statistics.window import StatisticsWindow


class StatisticsCommands(QObject):
    """Opens the window of statistics, one at a time."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._open: StatisticsWindow | None = None
        window.theme.changed.connect(self._dress)
        window.live.changed.connect(self._dress)

    @property
    def open_window(self) -> "StatisticsWindow | None":
        """The window, while it is open."""
        there = self._open
        return there if there is not None and shiboken6.isValid(there) else None  # type: ignore[no-untyped-call]

    def show_statistics(self) -> None:
        """Show the statistics; a window that is open comes to the front."""
        if (there := self._raised()) is not None:
            there.activateWindow()

    def explain_due_date(self) -> None:
        """Show how the due date of the card on screen came about, or of the one that was there last."""
        card = self._window.review.last_card
        if card is not None:
            self.explain_card(card.uid)
        else:
            self.show_statistics()

    def explain_card(self, uid: str) -> None:
        """Show how the due date of a card came about."""
        if (there := self._raised()) is not None:
            there.explain(uid)
            there.activateWindow()

    # Inside

    def _raised(self) -> "StatisticsWindow | None":
        there = self.open_window
        if there is not None:
            there.raise_()
        elif self._window.decks.collection is not None:
            there = self._made()
            there.show()
        return there

    def _made(self) -> "StatisticsWindow":
        from lstm_gui.gui.quiz.review import local_now
        from lstm_gui.gui.statistics.window import StatisticsWindow

        main, collection = self._window, self._window.decks.collection
        assert collection is not None
        chosen = main.live.now
        self._open = made = StatisticsWindow(
            collection, chosen.retention, chosen.reviews_per_day or None, local_now, self._style(), main
        )
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.picture_wanted.connect(self._export_picture)
        made.numbers_wanted.connect(self._export_numbers)
        main.closed.connect(made.close)
        main.review.rated.connect(made.note_change)
        main.keeper.replaced.connect(made.note_change)
        collection.edited.connect(made.note_change)
        made.count()
        return made

    def _dress(self) -> None:
        if (there := self.open_window) is not None:
            there.set_style(self._style())

    def _export_picture(self) -> None:
        there = self.open_window
        picture = there.page.picture if there is not None else None
        if there is None or picture is None:
            return
        from lstm_gui.durable_file import write_durably
        from lstm_gui.gui.simulator.drawing import Drawing
        from lstm_gui.gui.simulator.picture import PNG_RATIO, encoder_for

        kinds = self.tr("PNG picture (*.png);;SVG drawing (*.svg);;PDF page (*.pdf)")
        path = self._ask(self.tr("Export the picture"), picture.name, kinds, (".png", ".svg", ".pdf"))
        if path is not None:
            drawing = Drawing(there.page.chart, there.of_what, picture.title, picture.sum)
            content = encoder_for(path.suffix)(drawing, drawing.size, PNG_RATIO)
            self._window.files.written(lambda: write_durably(path, content), path)

    def _export_numbers(self) -> None:
        there = self.open_window
        told = there.numbers if there is not None else None
        if told is None:
            return
        from lstm_gui.durable_file import write_durably
        from lstm_gui.formats.number_table import write_numbers

        name, head, rows = told
        path = self._ask(self.tr("Export the numbers"), name, self.tr("CSV table (*.csv)"), (".csv",))
        if path is not None:
            content = write_numbers(head, rows)
            self._window.files.written(lambda: write_durably(path, content), path)

    def _ask(self, title: str, name: str, filters: str, endings: tuple[str, ...]) -> Path | None:
        from lstm_gui.gui.commands.file_names import name_to_write

        files, parent = self._window.files, self.open_window
        assert parent is not None
        start = files.folder(f"{name}{endings[0]}")
        return name_to_write(parent, title, start, (filters, endings), self._window.errors.notice)

    def _style(self) -> "Style":
        from lstm_gui.gui.simulator.style import Style

        return Style(self._window.theme.colours, self._window.live.now.zoom / 100)
