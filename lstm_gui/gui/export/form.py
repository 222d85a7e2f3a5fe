"""The ground of a dialog that exports: choices at the left, what comes of them at the right."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lstm_gui.gui.export.preview import Preview
from lstm_gui.gui.stock_look import dress_buttons

WIDE = 190  # px, of a choice


class ExportForm(QDialog):
    """A title, a preview, rows of choices with their names, a line about the result."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.preview = Preview(self)
        self.about = QLabel()  # what comes of the choices
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.about.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
        self.about.setMinimumHeight(
            2 * self.about.fontMetrics().lineSpacing()
        )  # nothing moves for more words
        self.form = QFormLayout()
        self.form.setVerticalSpacing(12)
        self.form.setHorizontalSpacing(14)

    def add_choice(self, words: str, tip: str, field: QWidget) -> None:
        """A row of the form."""
        label = QLabel(words)
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        field.setToolTip(tip)
        field.setMinimumWidth(WIDE)
        self.form.addRow(label, field)

    def lay_out(self, below: Iterable[QWidget], buttons: Iterable[QPushButton]) -> None:
        """Stand it all in its place; the last button is the one that Enter presses."""
        choices = QVBoxLayout()
        choices.addLayout(self.form)
        choices.addStretch(1)
        choices.addWidget(self.about)
        upper = QHBoxLayout()
        upper.setSpacing(22)
        upper.addLayout(choices)
        upper.addWidget(self.preview)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in buttons:
            button.setAutoDefault(False)
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(22, 20, 22, 14)
        box.setSpacing(14)
        box.addLayout(upper)
        for widget in below:
            box.addWidget(widget)
        box.addLayout(row)
        button.setDefault(True)
        box.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)


def chooser(choices: Iterable[tuple[str, object]]) -> QComboBox:
    """A list of words, each with what it stands for."""
    made = QComboBox()
    for words, meaning in choices:
        made.addItem(words, meaning)
    return made


def press_button(words: str, tip: str) -> QPushButton:
    """A button of such a dialog."""
    made = QPushButton(words)
    dress_buttons(made)
    made.setToolTip(tip)
    return made
