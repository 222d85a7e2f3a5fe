"""The card on which the network writes: prompt, temperature, seed and length, and what came of them."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style
from lstm_gui.gui.slim_bar import SlimBar
from lstm_gui.gui.stock_look import dress_buttons
from lstm_gui.gui.training.flow import Flow
from lstm_gui.training.text_lab.generation import HOTTEST, MOST

translate = QCoreApplication.translate
_SEEDS = 999_999
_USUAL = 300  # characters
_WARM = 0.7
_LONGEST = 500  # characters of a prompt
_WIDE = 720.0  # px at 100 %, from which on the fields stand in one row


class WritingCard(QWidget):
    """Signals: `asked()`, when it is to write."""

    asked = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_now = style
        self._build_fields()
        self._build_page()
        for before, after in pairwise((self.prompt, self.write, self.copy, *self._numbers(), self.page)):
            QWidget.setTabOrder(before, after)
        self._column = QVBoxLayout(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first, self._rest = QHBoxLayout(), QWidget(self)
        self._second = Flow(self._rest)
        self._pairs: list[QHBoxLayout] = []
        self._labels = [self._labelled(*named) for named in self._named()]
        self._first.addWidget(self.write)
        self._first.addWidget(self.copy)
        self._row.addLayout(self._first, 1)
        self._row.addWidget(self._rest)
        self._column.addLayout(self._row)
        self._column.addWidget(self.page, 1)
        self.set_style(style)

    def show_written(self, prompt: str, written: str, step: int) -> None:
        """Show what was written after a prompt."""
        self.page.setPlainText(prompt + written)
        self.copy.setEnabled(True)
        self.page.setAccessibleDescription(
            translate("TextLab", "Written after {step} updates").format(step=step)
        )
        announce(self.page, translate("TextLab", "Written: {text}").format(text=written[:200]))

    def show_trouble(self, words: str) -> None:
        """Say why nothing was written."""
        self.page.setPlainText(words)
        announce(self.page, words)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        margin = round(style.margin)
        self._column.setContentsMargins(margin, round(style.header), margin, round(style.px(10)))
        self._column.setSpacing(round(style.px(6)))
        for row in (self._row, self._first, *self._pairs):
            row.setSpacing(round(style.px(6)))
        self._second.apart = round(style.px(8))
        for label in self._labels:
            label.setFont(style.font(SMALL))
        for field in (
            self.prompt,
            self.temperature,
            self.seed,
            self.length,
            self.write,
            self.copy,
            self.page,
        ):
            field.setFont(style.font(TEXT))
        self._fold()
        self.update()

    def sizeHint(self) -> QSize:
        high = self.minimumSizeHint().height() + round(self.style_now.px(10))
        return QSize(super().sizeHint().width(), high)

    def hasHeightForWidth(self) -> bool:
        """What was written takes no room from the text above it."""
        return False

    def minimumSizeHint(self) -> QSize:
        """The fields, in as many rows as they need, and three lines."""
        style = self.style_now
        across = 2 * round(style.margin)
        least = max(self._first.minimumSize().width(), self._widest_pair()) + across
        if self._is_wide(self.width()):
            return QSize(least, round(style.px(146)))
        rows = self._second.heightForWidth(max(least, self.width()) - across)
        return QSize(least, round(style.px(152)) + rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow card has its fields in two rows."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        wide = self._is_wide(self.width())
        pairs = [pair.minimumSize().width() for pair in self._pairs]
        between = self._second.apart * (len(pairs) - 1)
        self._rest.setMinimumWidth(sum(pairs) + between if wide else 0)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self.updateGeometry()

    def _is_wide(self, wide: int) -> bool:
        """Whether all fields stand in one row."""
        return wide >= self.style_now.px(_WIDE)

    def _widest_pair(self) -> int:
        return max(pair.minimumSize().width() for pair in self._pairs)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        hints = (
            translate(
                "TextLab",
                "temperature 0: always the likeliest · 1: as the network has it · same seed, same text",
            ),
            translate("TextLab", "temperature 0: always the likeliest"),
        )
        title = translate("TextLab", "Let it write")
        paint_card(painter, self.rect().toRectF(), self.style_now, title, hints)
        painter.end()

    # Building

    def _build_fields(self) -> None:
        self.prompt = QLineEdit(translate("TextLab", "The gate "), self)
        self.prompt.setMaxLength(_LONGEST)
        self.prompt.setToolTip(translate("TextLab", "What it goes on from; Enter lets it write"))
        self.prompt.returnPressed.connect(self.asked)
        self.temperature = QDoubleSpinBox(self)
        self.temperature.setRange(0.0, HOTTEST)
        self.temperature.setSingleStep(0.1)
        self.temperature.setDecimals(1)
        self.temperature.setValue(_WARM)
        self.temperature.setToolTip(
            translate("TextLab", "How much it dares: 0 takes the likeliest each time")
        )
        self.seed = QSpinBox(self)
        self.seed.setRange(0, _SEEDS)
        self.seed.setToolTip(translate("TextLab", "The same seed writes the same text"))
        self.length = QSpinBox(self)
        self.length.setRange(1, MOST)
        self.length.setValue(_USUAL)
        self.length.setSingleStep(50)
        self.length.setToolTip(translate("TextLab", "How many characters it writes"))

    def _build_page(self) -> None:
        self.page = QPlainTextEdit(self)
        self.page.setReadOnly(True)
        self.page.setTabChangesFocus(True)
        self.page.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
        self.page.setAccessibleName(translate("TextLab", "What it wrote"))
        self.page.setPlaceholderText(
            translate(
                "TextLab", "Press Write: what the network makes up, character by character, will stand here."
            )
        )
        self.write = QPushButton(translate("TextLab", "Write"), self)
        self.write.setToolTip(
            translate("TextLab", "Let the network that is shown write (Enter in the prompt)")
        )
        self.write.clicked.connect(self.asked)
        self.copy = QPushButton(translate("TextLab", "Copy"), self)
        self.copy.setToolTip(translate("TextLab", "Put what it wrote on the clipboard"))
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        for button in (self.write, self.copy):
            dress_buttons(button)

    def _numbers(self) -> tuple[QWidget, ...]:
        return self.temperature, self.seed, self.length

    def _named(self) -> tuple[tuple[str, QWidget, int], ...]:
        return (
            (translate("TextLab", "After"), self.prompt, 1),
            (translate("TextLab", "Temperature"), self.temperature, 0),
            (translate("TextLab", "Seed"), self.seed, 0),
            (translate("TextLab", "Characters"), self.length, 0),
        )

    def _labelled(self, name: str, field: QWidget, stretch: int) -> QLabel:
        label = QLabel(name, self)
        label.setBuddy(field)
        field.setAccessibleName(name)
        row = self._first if stretch else self._pair()
        row.addWidget(label)
        row.addWidget(field, stretch)
        return label

    def _pair(self) -> QHBoxLayout:
        """A place for a name and its field, which go into the next row together."""
        both = QWidget(self._rest)
        self._pairs.append(QHBoxLayout(both))
        self._pairs[-1].setContentsMargins(0, 0, 0, 0)
        self._second.addWidget(both)
        return self._pairs[-1]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.page.toPlainText())
        announce(self, translate("TextLab", "The text was copied."))
