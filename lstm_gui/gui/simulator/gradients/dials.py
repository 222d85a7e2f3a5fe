"""What can be moved: presets, the loss, forget bias, recurrent weight, length, clipping and truncation."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSignalBlocker, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.canvas import Canvas, paint_card
from lstm_gui.gui.simulator.controls import Picker, set_popup_colours
from lstm_gui.gui.simulator.gradients.dial import Dial
from lstm_gui.gui.simulator.gradients.press import WordButton
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.text import put_text, shortened
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.gradients.frame import GradientDials
from lstm_gui.simulator.gradients.presets import PRESETS
from lstm_gui.simulator.gradients.settings import LOSSES

translate = QCoreApplication.translate

_ROW, _DENSE_ROW = 31.0, 26.0
_FIELD = 82.0
ROWS = ("loss", "target", "forget_bias", "recurrent", "length", "clip", "window")


class GradientDialsView(Canvas):
    """Shows GradientDials.

    Signals: those of Canvas, whose quantities are DialNames; `preset_chosen(str)`, the name of a scene;
    `loss_chosen(str)`, one of LOSSES.
    """

    preset_chosen = Signal(str)
    loss_chosen = Signal(str)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self.part: GradientDials | None = None
        self.setAccessibleName(dials_title())
        self.presets = {name: WordButton(*words, style, self) for name, words in preset_words().items()}
        for name, button in self.presets.items():
            button.clicked.connect(lambda _=False, name=name: self.preset_chosen.emit(name))
        self.loss = self._loss_picker(style)
        self.dials: dict[str, Dial] = {}
        for name in ROWS:
            if name in dial_words():
                self._add_dial(name, style)
        self._order_of_tabs()

    # What is shown

    def show_part(self, part: GradientDials) -> None:
        """Show the numbers."""
        self.part = part
        settings = part.settings
        numbers = {
            "target": settings.target,
            "forget_bias": part.forget_bias,
            "recurrent": part.recurrent,
            "length": float(part.steps),
            "clip": settings.clip,
            "window": float(settings.window),
        }
        for name, number in numbers.items():
            self.dials[name].show_value(number)
        self.dials["forget_bias"].setEnabled(part.can_forget)
        self.dials["target"].setEnabled(settings.loss == "squared error")
        with QSignalBlocker(self.loss):
            self.loss.setCurrentIndex(LOSSES.index(settings.loss))
        self.update()

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        for button in self.presets.values():
            button.set_style(style)
        for dial in self.dials.values():
            dial.set_style(style, SMALL)
        self.loss.set_style(style)
        set_popup_colours(self.loss, style)
        self.loss.setFixedHeight(round(_row_height(style) - style.px(4)))
        self._place()

    # Drawing

    def paint_still(self, painter: QPainter) -> None:
        style = self.style_now
        paint_card(painter, self.rect().toRectF(), style, dials_title(), (dials_hint(),))
        words = row_words()
        for name, box in self._rows().items():
            font, ink = style.font(SMALL), style.palette.muted
            room = box.width() - style.px(_FIELD + 10)
            text = shortened(words[name], font, room)
            put_text(painter, box.left(), box.center().y() + style.px(4), text, font, ink)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _rows(self) -> dict[str, QRectF]:
        """Where each row stands, below the presets."""
        style, margin = self.style_now, self.style_now.margin
        high = _row_height(style)
        top = style.header + high
        wide = self.width() - 2 * margin
        return {name: QRectF(margin, top + n * high, wide, high) for n, name in enumerate(ROWS)}

    def _place(self) -> None:
        style, margin = self.style_now, self.style_now.margin
        high, gap = _row_height(style), style.px(6)
        wide = (self.width() - 2 * margin - gap * (len(self.presets) - 1)) / len(self.presets)
        for n, button in enumerate(self.presets.values()):
            left = margin + n * (wide + gap)
            button.setGeometry(QRectF(left, style.header - style.px(2), wide, high - gap).toRect())
        for name, row in self._rows().items():
            field = row.adjusted(row.width() - style.px(_FIELD), style.px(2), 0, -style.px(2))
            self._control(name).setGeometry(_loss_box(field, style) if name == "loss" else field.toRect())

    def _control(self, name: str) -> QWidget:
        return self.loss if name == "loss" else self.dials[name]

    # The controls

    def _add_dial(self, name: str, style: Style) -> None:
        words, tip = dial_words()[name]
        dial = Dial(name, words, tip, style, self)
        self.pass_on(dial)
        self.dials[name] = dial

    def _loss_picker(self, style: Style) -> Picker:
        picker = Picker(style, self)
        for loss, words in zip(LOSSES, loss_words(), strict=True):
            picker.addItem(words, loss)
        picker.setAccessibleName(translate("Gradients", "Loss"))
        picker.setToolTip(
            translate("Gradients", "What the gradient is of: h at t itself, or its squared error")
        )
        picker.activated.connect(lambda n: self.loss_chosen.emit(LOSSES[n]))
        return picker

    def _order_of_tabs(self) -> None:
        walk: list[QWidget] = [*self.presets.values(), *(self._control(name) for name in ROWS)]
        for one, after in pairwise(walk):
            QWidget.setTabOrder(one, after)


def _row_height(style: Style) -> float:
    return style.px(_DENSE_ROW if style.dense else _ROW)


def _loss_box(field: QRectF, style: Style) -> QRect:
    return field.adjusted(-style.px(52), 0, 0, 0).toRect()


def dials_height(style: Style) -> float:
    """How high the card stands, in pixels."""
    return style.header + _row_height(style) * (len(ROWS) + 1) + style.px(8)


def dials_title() -> str:
    """The title of the card."""
    return translate("Gradients", "Change it")


def dials_hint() -> str:
    """What stands beside the title."""
    return translate("Gradients", "drag up or down, or type")


def loss_words() -> tuple[str, ...]:
    """What the losses are called, in the order of LOSSES."""
    return translate("Gradients", "h at t"), translate("Gradients", "(h at t − target)²")


def row_words() -> dict[str, str]:
    """What stands before each control."""
    return {
        "loss": translate("Gradients", "loss L"),
        "target": translate("Gradients", "target for h at t"),
        "forget_bias": translate("Gradients", "forget bias"),
        "recurrent": translate("Gradients", "recurrent weight"),
        "length": translate("Gradients", "length in steps"),
        "clip": translate("Gradients", "clip the norm at"),
        "window": translate("Gradients", "truncation window"),
    }


def dial_words() -> dict[str, tuple[str, str]]:
    """What each dial is called, and what it does."""
    return {
        "target": (
            translate("Gradients", "Target for h at t"),
            translate("Gradients", "What h at t should be, where the loss is its squared error"),
        ),
        "forget_bias": (
            translate("Gradients", "Forget bias"),
            translate("Gradients", "b of the LSTM's forget gate and of the GRU's z: larger keeps more"),
        ),
        "recurrent": (
            translate("Gradients", "Recurrent weight"),
            translate("Gradients", "U of the candidate, and so of the RNN: what a step reads of h before"),
        ),
        "length": (
            translate("Gradients", "Length of the sequence"),
            translate("Gradients", "How many steps there are for a gradient to go back"),
        ),
        "clip": (
            translate("Gradients", "Clipping limit"),
            translate("Gradients", "The largest norm that the gradient of all weights keeps; 0 is off"),
        ),
        "window": (
            translate("Gradients", "Truncation window"),
            translate(
                "Gradients", "No gradient leaves the window of so many steps in which t stands; 0 is off"
            ),
        ),
    }


def preset_words() -> dict[str, tuple[str, str]]:
    """What the presets are called, and what they claim, by the name of their scene."""
    names = (
        translate("Gradients", "Vanishing"),
        translate("Gradients", "Stable"),
        translate("Gradients", "Exploding"),
    )
    tip = translate("Gradients", "Open the scene “{title}”.\n{claim}")
    scenes = [load(preset) for preset in PRESETS]
    tips = (tip.format(title=scene.title, claim=scene.caption) for scene in scenes)
    return dict(zip(PRESETS, zip(names, tips, strict=True), strict=True))
