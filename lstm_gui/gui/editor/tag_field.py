"""A line of tags with commas between them, in which the one being written is completed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class TagField(QLineEdit):
    """Completes the tag before the cursor, and leaves the others alone."""

    def __init__(self, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        self._completer = QCompleter(list(known), self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.activated.connect(self.complete)
        self.textEdited.connect(self._offer)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, each once, in their order; untouched, even those with commas in them."""
        if self.text() == ", ".join(self._shown):
            return self._shown
        parts = (part.strip() for part in self.text().split(","))
        return tuple(dict.fromkeys(part for part in parts if part))

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show these."""
        self._shown = tuple(tags)
        self.setText(", ".join(tags))

    def complete(self, tag: str) -> None:
        """Put a whole tag in the place of the one being written."""
        start, end = self._written()
        text = self.text()
        before = text[:start] + (" " if start else "")
        self.setText(f"{before}{tag}{text[end:]}")
        self.setCursorPosition(len(before) + len(tag))

    def _written(self) -> tuple[int, int]:
        """From where to where the tag before the cursor goes."""
        text, cursor = self.text(), self.cursorPosition()
        end = text.find(",", cursor)
        return text.rfind(",", 0, cursor) + 1, len(text) if end < 0 else end

    def _offer(self) -> None:
        start, _ = self._written()
        begun = self.text()[start : self.cursorPosition()].strip()
        self._completer.setCompletionPrefix(begun)
        if begun and self._completer.completionCount():
            self._completer.complete()
        else:
            popup = self._completer.popup()
            assert popup is not None  # it completes in a popup
            popup.hide()
