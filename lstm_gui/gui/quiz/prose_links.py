"""The links of a card's text: found, gone through by keys, and opened after a question."""

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QAbstractTextDocumentLayout, QDesktopServices, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMessageBox, QWidget

from lstm_gui.gui.palette import Palette

translate = QCoreApplication.translate
_CUT, _LINES = 44, 10  # letters of an address in one line of the question, and lines


class Links:
    """The links of a document, of which one may be the current one."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._found: list[tuple[int, int, str]] = []  # from where to where, and the address
        self._at = 0

    @property
    def any(self) -> bool:
        """Whether there is a link."""
        return bool(self._found)

    @property
    def current(self) -> str:
        """The address of the link that the keys are at; "" where there is none."""
        return self._found[self._at][2] if self._found else ""

    def find(self) -> None:
        """Look for the links anew."""
        self._found = []
        block = self._document.begin()
        while block.isValid():
            for each in block.textFormats() if block.text() else ():
                if each.format.isAnchor():
                    start = block.position() + each.start
                    self._add(start, start + each.length, each.format.anchorHref())
            block = block.next()
        self._at = min(self._at, max(0, len(self._found) - 1))

    def enter(self, *, last: bool) -> None:
        """Go to the first link, or to the last."""
        self._at = len(self._found) - 1 if last and self._found else 0

    def step(self, by: int) -> bool:
        """Go to the next link or the one before; False where there is none."""
        if not 0 <= self._at + by < len(self._found):
            return False
        self._at += by
        return True

    def shown(self, palette: Palette) -> list[QAbstractTextDocumentLayout.Selection]:
        """The current link as a selection to be painted."""
        if not self._found:
            return []
        start, end, _ = self._found[self._at]
        made = QAbstractTextDocumentLayout.Selection()
        made.cursor = QTextCursor(self._document)
        made.cursor.setPosition(start)
        made.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made.format.setBackground(palette.accent)
        made.format.setForeground(palette.panel)
        return [made]

    def _add(self, start: int, end: int, address: str) -> None:
        """A link whose words look different is one."""
        if self._found and self._found[-1][1:] == (start, address):
            start = self._found.pop()[0]
        self._found.append((start, end, address))


def ask_to_open(address: str, parent: QWidget) -> None:
    """Show the whole address, and open it in the browser or the mail program when the person says so."""
    from lstm_gui.gui.stock_look import dress_buttons  # not before the first paint

    lines = [address[at : at + _CUT] for at in range(0, len(address), _CUT)]
    box = QMessageBox(
        QMessageBox.Icon.NoIcon,
        translate("Prose", "Open a link"),
        translate("Prose", "The card leads out of LSTM Lab, to:")
        + "\n\n"
        + "\n".join(lines if len(lines) <= _LINES else [*lines[:_LINES], "…"]),
        parent=parent.window(),
    )
    if len(lines) > _LINES:
        box.setDetailedText(address)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    agree = box.addButton(translate("Prose", "&Open"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(translate("Prose", "&Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(leave)
    box.setDefaultButton(leave)
    dress_buttons(box)
    agree.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(address)))
    box.open()
