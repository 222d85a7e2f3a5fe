"""What an import would bring, shown before anything is changed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from lstm_gui.gui.fonts import ui_font
from lstm_gui.gui.frame_decks import Offer

SHOWN = 500  # rows of a table; a deck may have a hundred thousand cards


class ImportDialog(QDialog):
    """The cards of a file and what was left out, with Import and Cancel."""

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import a deck"))
        self.resize(720, 520)
        deck, report = offer.preview.deck, offer.report
        name = _plain(deck.name)
        name.setFont(ui_font(13, QFont.Weight.Bold))
        counts = _plain(
            self.tr(
                "{added} new cards, {changed} with changed text, {same} as they are. No progress is lost."
            ).format(added=len(report.added), changed=len(report.changed), same=len(report.unchanged))
        )
        self.tabs = QTabWidget()
        self.tabs.addTab(self._cards(offer), self.tr("Cards ({n})").format(n=len(deck.cards)))
        skipped = offer.preview.skipped
        self.tabs.addTab(self._skipped(offer), self.tr("Left out ({n})").format(n=len(skipped)))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = self.buttons.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setEnabled(bool(deck.cards))
        self.take.setToolTip(self.tr("Bring these cards into the collection (Enter)"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 14)
        box.setSpacing(12)
        for part in (name, _plain(offer.path.name), counts, self.tabs, self.buttons):
            box.addWidget(part)

    def _cards(self, offer: Offer) -> QTableWidget:
        fresh, changed = set(offer.report.added), set(offer.report.changed)
        states = {True: self.tr("new"), False: self.tr("changed")}
        rows = [
            (
                states[card.uid in fresh] if card.uid in fresh | changed else self.tr("as it is"),
                card.front,
                card.back,
            )
            for card in offer.preview.deck.cards[:SHOWN]
        ]
        return _table((self.tr("State"), self.tr("Question"), self.tr("Answer")), rows)

    def _skipped(self, offer: Offer) -> QTableWidget:
        rows = [(str(part.line), part.reason, part.text) for part in offer.preview.skipped[:SHOWN]]
        return _table((self.tr("Line"), self.tr("Why"), self.tr("Text")), rows)


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _table(heads: tuple[str, ...], rows: list[tuple[str, str, str]]) -> QTableWidget:
    table = QTableWidget(len(rows), len(heads))
    table.setHorizontalHeaderLabels(heads)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            item = QTableWidgetItem(" ".join(text.split()))
            table.setItem(row, column, item)
    return table
