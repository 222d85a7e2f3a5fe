"""Asks for a name, or several, where those that there are can be chosen: of a deck, of tags."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.stock_look import dress_form

LONGEST = 200  # letters


class NameDialog(QDialog):
    """Enter agrees, Esc leaves everything as it is.

    Signals
    -------
    named(str)
        What was typed or chosen, without spaces around it.
    """

    named = Signal(str)

    def __init__(
        self,
        title: str,
        words: str,
        agree: str,
        names: Sequence[str],
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        """`words` says what to type, `agree` stands on the button, `names` are offered."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setPalette(style.qt_palette())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        heading, said = plain_label(self), plain_label(self, wraps=True)
        heading.setText(title)
        said.setText(words)
        ink(heading, style.palette.text, style.font(16, QFont.Weight.DemiBold))
        ink(said, style.palette.muted, style.font(13))
        self.name = self._made_name(words, names, style)
        self.agree = Button(Kind.PRIMARY, agree, self.tr("{what} (Enter)").format(what=agree), self)
        self.leave = Button(Kind.QUIET, self.tr("Cancel"), self.tr("Leave everything as it is (Esc)"), self)
        self.agree.set_style(style)
        self.leave.set_style(style)
        self._lay_out((heading, said, self.name), style)
        self.agree.clicked.connect(self._agree)
        self.leave.clicked.connect(self.reject)
        self.name.editTextChanged.connect(self._look)
        self._look()
        self.name.setFocus()

    def _look(self) -> None:
        self.agree.setEnabled(bool(self.name.currentText().strip()))

    def _agree(self) -> None:
        if name := self.name.currentText().strip():
            self.accept()
            self.named.emit(name)

    def _made_name(self, words: str, names: Sequence[str], style: Style) -> QComboBox:
        made = QComboBox(self)
        made.setEditable(True)
        made.addItems(list(names))
        made.setCurrentIndex(-1)
        made.setEditText("")
        made.setFont(style.font(13))
        made.setFixedHeight(style.px(32))
        made.setMaxVisibleItems(12)
        made.setAccessibleName(words)
        made.setToolTip(words)
        line = made.lineEdit()
        assert line is not None
        line.setMaxLength(LONGEST)
        line.returnPressed.connect(self._agree)
        return made

    def _lay_out(self, parts: Sequence[QWidget], style: Style) -> None:
        box, row = QVBoxLayout(self), QHBoxLayout()
        pad = style.gap(18)
        box.setContentsMargins(pad, pad, pad, pad)
        box.setSpacing(style.gap(10))
        for part in parts:
            box.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.agree)
        box.addLayout(row)
        dress_form(self, style.palette, style.scale)
        self.setMinimumWidth(style.px(400))
