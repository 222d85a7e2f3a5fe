"""The row of buttons of a dialog that has only to be closed."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from lstm_gui.gui.stock_look import dress_buttons


def close_box(dialog: QDialog, tip: str) -> QDialogButtonBox:
    """A Close button without the sign that some systems put on it; Esc does the same."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    dress_buttons(box)
    button = box.button(QDialogButtonBox.StandardButton.Close)
    button.setIcon(QIcon())
    button.setToolTip(tip)
    box.rejected.connect(dialog.reject)
    return box
