"""How sure are you? Asked before the answer is shown, when a person wants to be asked."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.quiz.fitting import fit_line
from lstm_gui.gui.quiz.press import Press
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label, round_rect
from lstm_gui.gui.quiz.words import percent

SURE = (20, 40, 60, 80, 100)  # per cent, by the keys 1 to 5
_WORDS = (
    QT_TRANSLATE_NOOP("Review", "a guess"),
    QT_TRANSLATE_NOOP("Review", "unsure"),
    QT_TRANSLATE_NOOP("Review", "half sure"),
    QT_TRANSLATE_NOOP("Review", "quite sure"),
    QT_TRANSLATE_NOOP("Review", "certain"),
)


class ConfidenceBar(QWidget):
    """Five shares under a question. What was said stays in sight once the answer is shown.

    Signals:
    said(int) -- 1..5, clicked
    """

    said = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, keys: str = "{n}") -> None:
        """`keys`: what is pressed for the share {n}, which the panel or window around it takes."""
        super().__init__(parent)
        self._style: Style | None = None
        self._keys = keys
        self._value: int | None = None
        self._open = True
        self.asked = plain_label(self, wraps=True)
        self.buttons = tuple(ShareButton(key, keys, self) for key in range(1, len(SURE) + 1))
        self._row = QHBoxLayout()
        for button in self.buttons:
            self._row.addWidget(button)
            button.clicked.connect(self._clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.asked)
        self._column.addLayout(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How sure are you?"))
        self._show()

    @property
    def value(self) -> int | None:
        """How sure the person said they were, in per cent."""
        return self._value

    def ask(self, said: int | None = None) -> None:
        """Ask of a new card, or show what was said of it before, in per cent."""
        self._value, self._open = said, True
        self._show()

    def say(self, key: int) -> None:
        """Take what was said, 1..5."""
        self._value = SURE[key - 1]
        self._show()
        announce(self, self.asked.text())

    def close_question(self) -> None:
        """The answer is shown: it is too late to say."""
        self._open = False
        self._show()

    def set_brief(self, on: bool) -> None:
        """Say in words alone what was said, where there is little room."""
        for button in self.buttons:
            button.setVisible(not on)

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        calm = style.calm
        ink(self.asked, style.palette.text, style.calm_font(13, QFont.Weight.DemiBold))
        self._row.setSpacing(calm.px(5))
        self._column.setSpacing(calm.gap(5))
        for button in self.buttons:
            button.set_style(calm)

    def _clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, ShareButton)
        self.said.emit(button.key)

    def _show(self) -> None:
        if self._value is not None:
            self.asked.setText(self.tr("You were {share} sure").format(share=percent(self._value / 100)))
        elif self._open:
            keys = self._keys.replace("{n}", "1–5")
            self.asked.setText(self.tr("How sure are you? ({keys})").format(keys=keys))
        else:
            self.asked.setText(self.tr("You did not say how sure you were"))
        for button in self.buttons:
            button.setEnabled(self._open)
            button.mark(chosen=SURE[button.key - 1] == self._value)


class ShareButton(Press):
    """One share, with its word as a tooltip."""

    def __init__(self, key: int, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._chosen = False
        share, word = percent(SURE[key - 1] / 100), _word(key)
        self.setText(share)
        press = keys.replace("{n}", str(key))
        self.setToolTip(self.tr("{word}, {share} sure ({key})").format(word=word, share=share, key=press))
        self.setAccessibleName(f"{word}, {share}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def mark(self, *, chosen: bool) -> None:
        """Show it as what was said, or not."""
        self._chosen = chosen
        self.setAccessibleDescription(self.tr("said") if chosen else "")
        self.update()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        self.setFont(style.font(12.5, QFont.Weight.Medium))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The text and room around it."""
        metrics = self.fontMetrics()
        pad = self._style.gap(6) if self._style else 0
        return QSize(metrics.horizontalAdvance(self.text()) + pad, metrics.height() + 2 * pad)

    def minimumSizeHint(self) -> QSize:
        """Any width will do: the text grows smaller."""
        return QSize(1, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button; what was said has a thick edge and a tint."""
        if self._style is None:
            return
        style, colours, painter = self._style, self._style.palette, QPainter(self)
        lively = self.isEnabled() and self.underMouse()
        ground = style.tint(colours.accent, 0.16 if self._chosen or lively else 0.05)
        edge = colours.accent if self._chosen or self.hasFocus() else colours.border
        thick = style.px(2) if self._chosen or self.hasFocus() else 1.0
        round_rect(painter, QRectF(self.rect()), style.px(6), ground, QPen(edge, thick))
        painter.setPen(colours.accent if self._chosen or self.isEnabled() else style.faint)
        painter.setFont(fit_line(self.font(), style.zoom, self.text(), self.width() - style.px(6)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def _word(key: int) -> str:
    return _translated(_WORDS[key - 1])


def _translated(text: str) -> str:
    return QCoreApplication.translate("Review", text)
