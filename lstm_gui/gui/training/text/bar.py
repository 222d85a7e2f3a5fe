"""The bar over the text: which unit and which of its quantities, and how well the text is foretold."""

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator import controls
from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.controls import BarButton, Picker, set_popup_colours
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style
from lstm_gui.gui.simulator.text import Align, put_text, shortened, width
from lstm_gui.gui.statistics.number_words import count_words
from lstm_gui.gui.training.text.words import quantity_words
from lstm_gui.training.text_lab.reading import TextReading

translate = QCoreApplication.translate


class TextBar(QWidget):
    """Signals: `unit_chosen(int)`, from 0; `quantity_chosen(str)`; `run_toggled()`, to learn or to wait."""

    unit_chosen = Signal(int)
    quantity_chosen = Signal(str)
    run_toggled = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_now = style
        self.run = BarButton(controls.play, style, self)
        self.run.setToolTip(translate("TextLab", "Let the network learn, or let it wait: the text follows"))
        self.run.clicked.connect(self.run_toggled)
        self.show_running(False)
        self.quantities, self.units = Picker(style, self), Picker(style, self)
        self.units.setAccessibleName(translate("TextLab", "Unit"))
        self.units.setToolTip(
            translate("TextLab", "Whose activation colours the text (↑ and ↓ go from unit to unit)")
        )
        self.quantities.setAccessibleName(translate("TextLab", "Quantity"))
        self.quantities.setToolTip(
            translate("TextLab", "Which of its quantities: hidden state, cell state or a gate")
        )
        self._labels = [
            QLabel(words, self) for words in (translate("TextLab", "Colour by"), translate("TextLab", "of"))
        ]
        self._stories: tuple[str, ...] = ("",)  # the longest first
        self._row = QHBoxLayout(self)
        for part in (self.run, self._labels[0], self.quantities, self._labels[1], self.units):
            self._row.addWidget(part)
        self._row.addStretch(1)
        self.units.activated.connect(self.unit_chosen)
        self.quantities.activated.connect(self._choose_quantity)
        self._offered: tuple[tuple[str, ...], int] = ((), 0)
        self.set_style(style)

    @property
    def unit(self) -> int:
        """The unit that is chosen, from 0."""
        return max(0, self.units.currentIndex())

    def show_running(self, running: bool) -> None:
        """Show whether the network learns."""
        self.run.set_sign(controls.pause if running else controls.play)
        self.run.setAccessibleName(translate("TextLab", "Wait") if running else translate("TextLab", "Learn"))

    def show_unit(self, unit: int) -> None:
        """Show which unit is chosen."""
        self.units.setCurrentIndex(unit)

    def show_reading(self, reading: TextReading, kind: Kind) -> None:
        """Offer what there is, and say how well the text is foretold."""
        units = reading.activations.shape[1]
        if self._offered != (reading.offered, units):
            self._offered = (reading.offered, units)
            before = min(self.unit, units - 1)
            self._fill(self.quantities, [quantity_words(name, kind) for name in reading.offered])
            self._fill(self.units, [translate("TextLab", "unit {n}").format(n=n + 1) for n in range(units)])
            self.units.setCurrentIndex(before)
        self.quantities.setCurrentIndex(reading.offered.index(reading.quantity))
        self._say(*_story(reading))

    def show_trouble(self, words: str) -> None:
        """Say why nothing can be read."""
        self._say(words)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        across, down = round(style.margin), round(style.px(6))
        self._row.setContentsMargins(across, down, across, down)
        self._row.setSpacing(round(style.px(8)))
        for label in self._labels:
            label.setFont(style.font(TEXT))
        self.run.set_style(style)
        for picker in (self.units, self.quantities):
            picker.set_style(style)
            set_popup_colours(picker, style)
        self._widen()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style, font = self.style_now, self.style_now.font(SMALL)
        paint_card(painter, self.rect().toRectF(), style)
        right, middle = self.width() - style.margin, self.height() / 2
        room = right - self.units.geometry().right() - style.px(12)
        fitting = (story for story in self._stories if width(font, story) <= room)
        words = next(fitting, "") or shortened(self._stories[-1], font, room)
        put_text(painter, right, middle + style.px(4), words, font, style.palette.muted, Align.RIGHT)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the choosers; the story is told in fewer words."""
        words = sum(label.sizeHint().width() + self._row.spacing() for label in self._labels)
        return QSize(self._needed() - words, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words between the choosers give way first."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        for label in self._labels:
            label.setVisible(self.width() >= self._needed())

    def _needed(self) -> int:
        """How wide all of it is, but the story."""
        margins = self._row.contentsMargins()
        parts = (self.run.sizeHint().width(), *(label.sizeHint().width() for label in self._labels))
        choosers = (self.quantities.minimumWidth(), self.units.minimumWidth())
        between = (len(parts) + len(choosers)) * self._row.spacing()
        return sum(parts) + sum(choosers) + between + margins.left() + margins.right()

    def _fill(self, picker: Picker, words: list[str]) -> None:
        picker.clear()
        picker.addItems(words)
        self._widen()

    def _widen(self) -> None:
        for picker in (self.units, self.quantities):
            words = [picker.itemText(place) for place in range(picker.count())]
            picker.setFixedWidth(max(map(picker.wide_for, words), default=round(self.style_now.px(90))))
        self._fold()

    def _choose_quantity(self, place: int) -> None:
        self.quantity_chosen.emit(self._offered[0][place])

    def _say(self, *stories: str) -> None:
        if self._stories != stories:
            self._stories = stories
            self.setToolTip(stories[0])
            self.setAccessibleDescription(stories[0])
            self.update()


def _story(reading: TextReading) -> tuple[str, ...]:
    """How well the text is foretold, and whether all of it is read: in many words and in few."""
    few = translate("TextLab", "{bits:.2f} bits per character").format(bits=reading.bits)
    some = translate("TextLab", "update {step} · {bits}").format(step=count_words(reading.step), bits=few)
    if not reading.cut:
        return some, few
    return translate("TextLab", "{bits} · only the beginning is read").format(bits=some), some, few
