"""The card editor: fields at the left, and beside them the card as a review will show it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QSplitter, QVBoxLayout, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.editor.complaints import complaints, missing
from lstm_gui.gui.editor.draft import Draft
from lstm_gui.gui.editor.fields import CardFields, Known
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.card_view import CardView
from lstm_gui.gui.quiz.scroll import column_scroll_area
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.stock_look import dress_form, dress_question

SIZE = (1010, 690)  # px of the design
FRAME_MS = 16
_BESIDE = QSize(40, 60)  # px of the screen that it leaves free
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardEditor(QDialog):
    """Stands beside the window and keeps nobody from using it. It saves nothing itself.

    Signals:
    save_wanted(Draft) -- this is to be saved; `saved` or `show_trouble` follows
    written(Draft)     -- something was changed: keep it for the case of a crash
    left()             -- the editor closes, and what was not saved is not wanted any more
    """

    save_wanted = Signal(object)
    written = Signal(object)
    left = Signal()

    def __init__(
        self, draft: Draft, known: Known, shelf: FormulaShelf, look: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shelf, self._look = shelf, look
        self._is_new, self._saving, self._touched = draft.is_new, False, False
        self.setWindowTitle(self.tr("New card") if draft.is_new else self.tr("Edit the card"))
        self.fields = CardFields(known, look, self)
        self.preview = CardView(shelf, self)
        self._soon = QTimer(self)
        self._soon.setObjectName("preview soon")
        self._soon.setSingleShot(True)
        self._soon.setInterval(FRAME_MS)
        self._soon.timeout.connect(self._show_preview)
        self._build()
        self.fields.show_card(draft.card, draft.deck)
        self._begun = self.draft
        self.fields.changed.connect(self._note)
        shelf.arrived.connect(self._formula_tried)
        self.set_style(look)
        self._show_preview()
        self.fields.begin()

    @property
    def draft(self) -> Draft:
        """The card as it is written now."""
        return Draft(self.fields.card, self.fields.deck_name, self._is_new)

    @property
    def is_changed(self) -> bool:
        """Whether something would be lost."""
        return self.draft != self._begun

    def go_on_with(self, draft: Draft) -> None:
        """Show what was written before and never saved."""
        self.fields.show_card(draft.card, draft.deck)
        self._note()
        self.say(self.tr("This is what you wrote last time and did not save."))

    def save(self) -> None:
        """Ask for it to be saved, when nothing is missing."""
        sentences = missing(self.fields.card, self.fields.deck_name)
        self._touched = True
        self._complain()
        if sentences:
            name = next(iter(sentences))
            getattr(self.fields, name).setFocus()
            announce(self.fields, sentences[name])
        elif not self._saving:
            self._saving = True
            self.agree.setEnabled(False)
            self.save_wanted.emit(self.draft)

    def saved(self, draft: Draft) -> None:
        """This is saved: close, unless more was written meanwhile."""
        self._is_new, self._saving = False, False
        self._begun = replace(draft, is_new=False)
        self.agree.setEnabled(True)
        if self.is_changed:
            self.say(self.tr("The card is saved, but for what you have written since."))
        else:
            self.accept()

    def show_trouble(self, sentence: str) -> None:
        """It could not be saved; all that was written stays."""
        self._saving = False
        self.agree.setEnabled(True)
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Say something at the foot."""
        self.sentence.setText(sentence)
        announce(self.sentence, sentence)

    def set_style(self, look: Style) -> None:
        """Draw in this theme at this zoom."""
        self._look = look
        self.setPalette(look.qt_palette())
        dress_form(self.fields, look.palette, look.scale)
        self.fields.set_style(look)
        self.preview.set_style(look)
        ink(self.caption, look.palette.muted, look.font(12.5))
        ink(self.sentence, look.palette.text, look.font(12.5, QFont.Weight.Medium))
        for button in (self.leave, self.agree):
            button.set_style(look)
        self.update()

    # Qt's own

    def reject(self) -> None:
        """Leave; ask first when something would be lost."""
        if not self.is_changed:
            self._leave()
        elif not self._saving:
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves from any field; Enter alone never does."""
        if event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.save()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window leaves as Esc does."""
        if self.isVisible() and self.is_changed:
            event.ignore()
        self.reject()

    # Inside

    def _ask(self) -> None:
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.windowTitle(),
            self.tr("Save what you wrote?"),
            parent=self,
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        answers: tuple[tuple[str, QMessageBox.ButtonRole, Callable[[], None]], ...] = (
            (self.tr("&Save"), QMessageBox.ButtonRole.AcceptRole, self.save),
            (self.tr("&Throw it away"), QMessageBox.ButtonRole.DestructiveRole, self._leave),
            (self.tr("&Go on writing"), QMessageBox.ButtonRole.RejectRole, self.fields.setFocus),
        )
        for words, role, do in answers:
            button = box.addButton(words, role)
            button.clicked.connect(do)
            if role is QMessageBox.ButtonRole.RejectRole:
                box.setEscapeButton(button)
            elif role is QMessageBox.ButtonRole.AcceptRole:
                box.setDefaultButton(button)
        dress_question(box, self._look)
        box.open()

    def _leave(self) -> None:
        self._begun = self.draft
        self.left.emit()
        super().reject()

    def _note(self) -> None:
        self._soon.start()
        self.sentence.clear()
        self.written.emit(self.draft)

    def _show_preview(self) -> None:
        """Show the answer too, scrolled as it was: the eye is on the words that are being written."""
        bar = self.preview.scrolled.verticalScrollBar()
        place = bar.value()
        self.preview.show_card(self.fields.card, revealed=True, aloud=False)
        bar.setValue(place)
        self._complain()

    def _complain(self) -> None:
        """A formula is found wrong once it was tried; that a question is missing is said when it is saved."""
        card, deck = self.fields.card, self.fields.deck_name
        found = complaints(card, deck, self._shelf.is_text)
        if not self._touched:
            found = {name: words for name, words in found.items() if name not in missing(card, deck)}
        self.fields.show_complaints(found)

    def _formula_tried(self, _latex: str) -> None:
        self._complain()

    def _build(self) -> None:
        self.caption, self.sentence = plain_label(self), plain_label(self, wraps=True)
        self.caption.setText(self.tr("As a review shows it"))
        self.leave = Button(Kind.QUIET, self.tr("Cancel"), self.tr("Leave the card as it was (Esc)"), self)
        self.agree = Button(Kind.PRIMARY, self.tr("Save"), self.tr("Save the card (Ctrl+Enter)"), self)
        self.leave.clicked.connect(self.reject)
        self.agree.clicked.connect(self.save)
        self.preview.setAccessibleName(self.tr("Preview of the card"))
        self.preview.scene_button.setEnabled(False)
        beside = QWidget(self)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.caption)
        column.addWidget(self.preview, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(column_scroll_area(self.fields))
        self.split.addWidget(beside)
        self._lay_out()

    def _lay_out(self) -> None:
        look = self._look
        foot = QHBoxLayout()
        foot.addWidget(self.sentence, 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.agree)
        layout = QVBoxLayout(self)
        pad = look.gap(18)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(look.gap(12))
        layout.addWidget(self.split, 1)
        layout.addLayout(foot)
        self.split.setHandleWidth(pad)
        self.split.setStyleSheet("QSplitter::handle { background: transparent; }")
        wide, tall = (look.px(length) for length in SIZE)
        self.resize(QSize(wide, tall).boundedTo(self.screen().availableSize() - _BESIDE))
        self.split.setSizes([round(self.width() * 0.55), round(self.width() * 0.45)])
