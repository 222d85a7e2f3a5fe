"""Choosing the deck to review, or bringing another."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.deck_list import ROW_HEIGHT, DeckDelegate, DeckModel
from lstm_gui.gui.quiz.row_list import row_list
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.store.collection import DeckSummary


class DeckPicker(QDialog):
    """The list of decks. Enter, a click or a double click chooses; Esc leaves things as they are.

    Signals:
    chosen(object)   -- the deck's name, None for all decks
    import_wanted()  -- a deck from a file
    """

    chosen = Signal(object)
    import_wanted = Signal()

    def __init__(
        self, decks: Sequence[DeckSummary], current: str | None, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Decks"))
        self.setPalette(style.qt_palette())
        self._model = DeckModel(self)
        self._model.show_decks(decks)
        self.list = row_list(self._model, DeckDelegate(style), self)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Decks"))
        self.list.setToolTip(self.tr("Choose the deck to review (Enter)"))
        self.list.setCurrentIndex(self._model.index(self._model.row_of(current), 0))
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.bring = Button(Kind.SOFT, self.tr("Import a deck…"), self.tr("Add the cards of a file"), self)
        self.bring.set_style(style)
        self.bring.clicked.connect(self._import)
        self._build(style)

    def show_decks(self, decks: Sequence[DeckSummary]) -> None:
        """List these decks, keeping the row."""
        row = self.list.currentIndex().row()
        self._model.show_decks(decks)
        self.list.setCurrentIndex(self._model.index(max(0, row), 0))

    def _build(self, style: Style) -> None:
        title = plain_label(self)
        title.setText(self.tr("Which deck?"))
        ink(title, style.palette.text, style.font(16, QFont.Weight.DemiBold))
        layout = QVBoxLayout(self)
        pad = style.gap(16)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(style.gap(10))
        for widget in (title, self.list, self.bring):
            layout.addWidget(widget)
        rows = min(6, max(2, self._model.rowCount()))
        self.resize(style.px(380), rows * style.px(ROW_HEIGHT) + style.px(130))
        self.list.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        if self.isVisible():  # a double click says it twice
            self.chosen.emit(self._model.name_at(index.row()))
            self.accept()

    def _import(self) -> None:
        self.reject()
        self.import_wanted.emit()
