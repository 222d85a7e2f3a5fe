"""The cells of a table with the columns tinted that are learnt from."""

from PySide6.QtCore import Qt

from lstm_gui.gui.simulator.inputs.column_model import ColumnModel, Index


class ColumnsModel(ColumnModel):
    """Shows a Table; several columns can be tinted."""

    _chosen: frozenset[int] = frozenset()

    def tint(self, places: frozenset[int]) -> None:
        """Tint the columns at these places, from 0."""
        self._chosen = places
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.BackgroundRole])

    def _is_marked(self, index: Index) -> bool:
        return index.column() in self._chosen
