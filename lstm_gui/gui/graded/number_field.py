"""A field for one number, with the words before it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from lstm_gui.gui.quiz.press import ENTER
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.simulator.number_text import number_text, typed_number

_WIDE = 96  # px of the design


class NumberEdit(QLineEdit):
    """Has Enter for itself, which elsewhere in the window reveals a card."""

    def event(self, event: QEvent) -> bool:
        enter = isinstance(event, QKeyEvent) and event.key() in ENTER
        if enter and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class NumberField(QWidget):
    """Takes a number with a point or a comma.

    Signals
    -------
    entered()
        Enter was pressed.
    typed(float)
        What is written is a number, and another than before.
    """

    entered = Signal()
    typed = Signal(float)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = plain_label(self)
        self.edit = NumberEdit(self)
        self.edit.setMaxLength(24)
        self.edit.setPlaceholderText(self.tr("0.00"))
        self.edit.setToolTip(self.tr("Type the number; Enter takes it"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label)
        row.addWidget(self.edit)
        row.addStretch(1)
        self.edit.textEdited.connect(self._edited)
        self.edit.returnPressed.connect(self.entered)
        self.set_style(style)

    @property
    def value(self) -> float | None:
        """The number that is written, if it is one."""
        return typed_number(self.edit.text())

    def ask_for(self, words: str, value: float | None = None) -> None:
        """Put words before the field, and a number, or none, in it."""
        self.label.setText(words)
        self.edit.setAccessibleName(words)
        if value is None or self.value is None or number_text(value, 3) != number_text(self.value, 3):
            self.edit.setText("" if value is None else number_text(value, 3).rstrip("0").rstrip("."))

    def begin(self, text: str) -> None:
        """Go on with what was begun to be typed elsewhere."""
        self.edit.setFocus()
        self.edit.clear()
        self.edit.insert(text)
        self._edited()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        calm = style.calm
        ink(self.label, style.palette.text, calm.font(13, QFont.Weight.Medium))
        self.edit.setFont(calm.font(13))
        self.edit.setPalette(style.qt_palette())
        self.edit.setFixedWidth(calm.px(_WIDE))

    def _edited(self) -> None:
        if (value := self.value) is not None:
            self.typed.emit(value)
