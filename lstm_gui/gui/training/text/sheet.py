"""The card of the coloured text: by what it is coloured, the legend, and the number at the cursor."""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style
from lstm_gui.gui.simulator.text import Align, put_text, shortened, width
from lstm_gui.gui.slim_bar import scroll_slimly
from lstm_gui.gui.statistics.number_words import count_words
from lstm_gui.gui.training.text.paper import TextPaper
from lstm_gui.gui.training.text.shades import STEPS, Scale, colours, scale_of
from lstm_gui.gui.training.text.words import quantity_words, sign_words, signed, spoken_sign
from lstm_gui.training.text_lab.reading import TextReading

translate = QCoreApplication.translate
_STRIP = 26.0  # px at 100 %: the number at the cursor
_LEGEND = 120.0  # its colours


class TextSheet(QWidget):
    """A card with `paper` in it."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_now = style
        self.reading: TextReading | None = None
        self.unit, self._kind, self._scale = 0, LSTM, Scale(-1.0, 1.0, "h")
        self.paper = TextPaper(style, self)
        self.area = QScrollArea(self)
        scroll_slimly(self.area)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.paper)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.area)
        self.paper.place_changed.connect(self._moved)
        self.paper.installEventFilter(self)
        self.set_style(style)

    def show_reading(self, reading: TextReading, unit: int, kind: Kind) -> None:
        """Colour the text by the activation of a unit, from 0."""
        self.reading, self.unit, self._kind = reading, unit, kind
        self._scale = scale_of(reading.quantity, kind, reading.activations[:, unit])
        self.paper.show_text(reading.text)
        self.paper.show_values(reading.activations[:, unit], self._scale)
        self._tell()
        self.update()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        margin = round(style.margin)
        self._column.setContentsMargins(margin, round(style.header + style.px(4)), margin // 2, self._strip)
        self.paper.set_style(style)
        self.update()

    @property
    def title(self) -> str:
        """What the text is coloured by."""
        if self.reading is None:
            return translate("TextLab", "Text")
        words = quantity_words(self.reading.quantity, self._kind)
        return translate("TextLab", "Unit {unit} · {quantity}").format(unit=self.unit + 1, quantity=words)

    @property
    def number(self) -> str:
        """What is at the cursor: "after “e”: c of unit 3 is +0.42"."""
        if self.reading is None or not self.reading.text:
            return ""
        place = self.paper.place
        value = float(self.reading.activations[place, self.unit])
        return translate(
            "TextLab", "{symbol} of unit {unit} is {value} at “{sign}”, character {place} of {all}"
        ).format(
            symbol=self.reading.quantity.rpartition(".")[2],
            unit=self.unit + 1,
            value=signed(value, 3) if self._scale.low else f"{value:.3f}",
            sign=sign_words(self.reading.text[place]),
            place=count_words(place + 1),
            all=count_words(len(self.reading.text)),
        )

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """The edge of the card is lit while the text has the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def sizeHint(self) -> QSize:
        return QSize(self._pixels(420), self._pixels(300))

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return QSize(self._pixels(280), self._pixels(220))

    def _pixels(self, length: float) -> int:
        return round(self.style_now.px(length))

    @property
    def _strip(self) -> int:
        return self._pixels(_STRIP)

    def _moved(self, place: int) -> None:
        box = self.paper.cell(place)
        self.area.ensureVisible(round(box.center().x()), round(box.center().y()), 0, round(box.height()))
        self._tell()
        self.update()

    def _tell(self) -> None:
        if self.reading is not None and self.reading.text:
            told = f"{spoken_sign(self.reading.text[self.paper.place])}. {self.number}"
            self.paper.setAccessibleDescription(told)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style, box = self.style_now, self.rect().toRectF()
        beside = self._legend(painter, measure=True)
        paint_card(
            painter, box, style, shortened(self.title, style.font(TEXT), box.width() - beside - style.px(40))
        )
        self._legend(painter)
        font = style.font(SMALL)
        text = shortened(self.number, font, box.width() - 2 * style.margin)
        put_text(painter, style.margin, box.bottom() - style.px(9), text, font, style.palette.text)
        if self.paper.hasFocus():
            painter.setPen(QPen(style.palette.accent, style.px(1.6)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), style.px(8), style.px(8))
        painter.end()

    def _legend(self, painter: QPainter, *, measure: bool = False) -> float:
        """The colours from the lowest number to the highest, at the right of the title; how wide it is."""
        style, font = self.style_now, self.style_now.font(SMALL)
        low, high = self._scale.ends
        wide, air = style.px(_LEGEND if self._scale.low else _LEGEND / 2), style.px(6)
        whole = wide + 2 * air + width(font, low) + width(font, high)
        if measure or self.reading is None:
            return whole
        right, baseline = self.width() - style.margin, 0.7 * style.header
        right -= put_text(painter, right, baseline, high, font, style.palette.muted, Align.RIGHT) + air
        grounds = colours(style, self._scale.role)[0 if self._scale.low else STEPS - 1 :]
        bar = QRectF(right - wide, baseline - style.px(10), wide, style.px(12))
        step = wide / len(grounds)
        for number, ground in enumerate(grounds):
            painter.fillRect(QRectF(bar.left() + number * step, bar.top(), step + 0.5, bar.height()), ground)
        painter.setPen(QPen(style.palette.border, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        put_text(painter, bar.left() - air, baseline, low, font, style.palette.muted, Align.RIGHT)
        return whole
