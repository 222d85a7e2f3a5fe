"""About LSTM Lab: what it is, its version, what it stands on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lstm_gui import __version__
from lstm_gui.gui.fonts import ui_font
from lstm_gui.gui.lifetime.report import versions
from lstm_gui.gui.window.close_box import close_box
from lstm_gui.gui.window.icons import window_icon

_ICON = 72  # px


class About(QDialog):
    """A small dialog with the version and the licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About LSTM Lab"))
        sign = QLabel()
        sign.setPixmap(window_icon().pixmap(_ICON, _ICON))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(sign)
        row.addLayout(self._texts(), 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(22, 22, 22, 14)
        box.setSpacing(16)
        box.addLayout(row)
        box.addWidget(self._buttons())

    def _texts(self) -> QVBoxLayout:
        column = QVBoxLayout()
        name = QLabel(self.tr("LSTM Lab"))
        name.setFont(ui_font(15, QFont.Weight.Bold))
        version = QLabel(self.tr("Version {number}").format(number=__version__))
        claim = QLabel(
            self.tr("Flashcards beside a live LSTM cell: learn how it works by recalling and by moving it.")
        )
        offline = QLabel(self.tr("Everything stays on this computer. Nothing is sent anywhere."))
        licences = QLabel(
            self.tr(
                "LSTM Lab is under the MIT licence. It stands on Qt for Python (LGPL), NumPy (BSD), "
                "pyqtgraph (MIT), fsrs (MIT), ziamath (MIT), Pillow (MIT-CMU) and the typeface Inter "
                "(SIL Open Font License)."
            )
        )
        self.versions = QLabel(versions())
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, colours.color(QPalette.ColorRole.PlaceholderText))
        for label in (name, version, claim, offline, licences, self.versions):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
            column.addWidget(label)
        for label in (version, licences, self.versions):
            label.setPalette(colours)
        self.versions.setMinimumWidth(420)
        return column

    def _buttons(self) -> QDialogButtonBox:
        buttons = close_box(self, self.tr("Close (Esc)"))
        self.copy = QPushButton(self.tr("Copy versions"))
        self.copy.setToolTip(self.tr("Copy the versions, to send with a question"))
        self.copy.clicked.connect(self._copy)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.versions.text())
