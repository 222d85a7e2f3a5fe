"""The scenes that are listed: those of a topic that a search finds, in the order of teaching."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from lstm_gui.gui.quiz.row_list import Index, RowModel
from lstm_gui.lessons.scene_search import Found

EVERY_TOPIC = ""


class SceneModel(RowModel[Found]):
    """Rows are scenes; `show_found` says which."""

    def __init__(self, scenes: Sequence[Found], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(scenes)
        self.show_rows(self._all)

    @property
    def rows(self) -> Sequence[Found]:
        """The scenes that are listed."""
        return tuple(self._rows)

    def show_found(self, topic: str, query: str) -> None:
        """List the scenes of a topic, or of every one, in which every word of the query is found."""
        found = [row for row in self._all if topic in (EVERY_TOPIC, row.topic) and row.has(query)]
        if found != self._rows:
            self.show_rows(found)

    def counts(self, query: str) -> dict[str, int]:
        """How many scenes of each topic a query finds, and of all together first."""
        found = {EVERY_TOPIC: 0, **{row.topic: 0 for row in self._all}}
        for row in self._all:
            if row.has(query):
                found[row.topic] += 1
                found[EVERY_TOPIC] += 1
        return found

    def row_of(self, name: str) -> int:
        """Where a scene is listed; -1 where it is not."""
        return next((n for n, row in enumerate(self._rows) if row.entry.name == name), -1)

    def words(self, row: Found) -> str:
        """Its title."""
        return row.scene.title

    def spoken(self, row: Found) -> str:
        """Its title and the kind of its cell."""
        return f"{row.scene.title}, {kind_words(row)}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What it claims too, for a tooltip and for who cannot see the card."""
        if (
            role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)
            and index.isValid()
        ):
            return self._rows[index.row()].scene.caption
        return super().data(index, role)


def kind_words(row: Found) -> str:
    """The kind of cell, and how many units where there are several."""
    cell = row.scene.cell
    return f"{cell.graph.title} × {cell.units}" if cell.units > 1 else cell.graph.title
