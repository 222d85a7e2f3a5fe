"""What a lane is called: a text that can be written over."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.simulator.compare.edit import LONGEST

_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDS = (*_TAKES, Qt.Key.Key_Escape)  # the writing


class LaneTitle(QLineEdit):
    """The title. Signal: `renamed(str)`, when another one was written."""

    renamed = Signal(str)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setFrame(False)
        self.setMaxLength(LONGEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editingFinished.connect(self._finish)
        self.set_style(style)

    def show_title(self, title: str, *, fixed: bool) -> None:
        """Show a title, unless another is just being written; `fixed` lets none be written."""
        self.setReadOnly(fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if fixed else Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, fixed)
        if title == self._shown:
            return
        self._shown = title
        self._put_back()
        name = QCoreApplication.translate("Compare", "Name of the cell “{title}”").format(title=title)
        self.setAccessibleName(name)
        if not fixed:
            self.setToolTip(
                QCoreApplication.translate("Compare", "{title}\nWrite another name").format(title=title)
            )

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self.setFont(style.font(TEXT, bold=True))
        colours = QPalette(self.palette())
        colours.setColor(QPalette.ColorRole.Text, style.palette.text)
        colours.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        colours.setColor(QPalette.ColorRole.Highlight, style.palette.accent)
        colours.setColor(QPalette.ColorRole.HighlightedText, style.palette.panel)
        self.setPalette(colours)
        self.setFixedHeight(round(style.px(22)))

    def event(self, event: QEvent) -> bool:
        """The keys that end the writing are no shortcuts meanwhile."""
        match event:
            case QKeyEvent() if event.type() == QEvent.Type.ShortcutOverride and event.key() in _ENDS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._put_back()
            self.clearFocus()
        elif event.key() in _TAKES:
            self.clearFocus()  # that ends the writing
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.deselect()
        self.setCursorPosition(0)

    def _put_back(self) -> None:
        self.setText(self._shown)
        self.setCursorPosition(0)

    def _finish(self) -> None:
        written = " ".join(self.text().split())
        if written and written != self._shown:
            self.renamed.emit(written)
        else:
            self._put_back()
