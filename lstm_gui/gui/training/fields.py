"""A field for each kind of setting: its name before it, what it does in its tooltip."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QWidget,
)

from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.training.boxes import DECIMALS, CountBox, PlainBox, WordBox
from lstm_gui.gui.training.plan_settings import Flag, Number, Setting, Word
from lstm_gui.training.plan import Plan


class SettingField(QWidget):
    """Shows one setting of a plan. Signals: `changed(object)`, the value that a person chose."""

    changed = Signal(object)

    def __init__(self, setting: Setting, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self.label = QLabel(setting.words, self)
        self.control = self._made(setting)
        self.control.setAccessibleName(setting.words)
        self.control.setToolTip(setting.tip)
        self.control.setAccessibleDescription(setting.tip)
        self.label.setToolTip(setting.tip)
        self.label.setBuddy(self.control)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.label)
        self._row.addWidget(self.control)
        self.label.setVisible(not isinstance(setting, Flag))
        self.set_style(style)

    def show_plan(self, plan: Plan) -> None:
        """Show what the plan says, without telling of it."""
        value, control = self.setting.get(plan), self.control
        with QSignalBlocker(control):
            if isinstance(control, QCheckBox):
                control.setChecked(bool(value))
            elif isinstance(control, QComboBox):
                control.setCurrentIndex(control.findData(value))
            elif isinstance(control, QSpinBox):
                control.setValue(round(_held(control, value)))
            elif isinstance(control, QDoubleSpinBox):
                control.setValue(_held(control, value))

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.label.setFont(style.font(SMALL))
        self.control.setFont(style.font(SMALL))
        if isinstance(self.control, QAbstractSpinBox):
            self.control.lineEdit().setFont(style.font(SMALL))  # it follows a style sheet one change too late
        colours = self.label.palette()
        colours.setColor(QPalette.ColorRole.WindowText, style.palette.muted)
        self.label.setPalette(colours)
        self._row.setSpacing(round(style.px(4)))

    def _made(self, setting: Setting) -> QWidget:
        if isinstance(setting, Word):
            return self._chooser(setting)
        if isinstance(setting, Number):
            return self._box(setting)
        box = QCheckBox(setting.words, self)
        box.toggled.connect(lambda on: self.changed.emit(on))
        return box

    def _chooser(self, setting: Word) -> QComboBox:
        box = WordBox(self)
        for value, words in setting.choices:
            box.addItem(words, value)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.activated.connect(lambda _: self.changed.emit(box.currentData()))
        return box

    def _box(self, setting: Number) -> QWidget:
        if setting.whole:
            box = CountBox(self)
            box.setRange(round(setting.low), round(setting.high))
            box.setGroupSeparatorShown(True)
        else:
            fine = PlainBox(self)
            fine.setDecimals(DECIMALS)
            fine.setRange(setting.low, setting.high)
            return self._tell_of(fine, setting)
        return self._tell_of(box, setting)

    def _tell_of(self, box: Any, setting: Number) -> QWidget:
        box.setStepType(box.StepType.AdaptiveDecimalStepType)
        box.setKeyboardTracking(False)  # typing 250 must not pass through 2 and 25
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setSpecialValueText(setting.off)
        box.valueChanged.connect(lambda value: self.changed.emit(_said(setting, value)))
        made: QWidget = box
        return made


def _held(box: QSpinBox | QDoubleSpinBox, value: float | None) -> float:
    """What a box can show that is nearest to a value; it takes no number of more than 32 bits."""
    return box.minimum() if value is None else min(max(value, box.minimum()), box.maximum())


def _said(setting: Number, value: float) -> float | None:
    """The number, or None where the lowest place stands for that."""
    return None if setting.off and value <= setting.low else value
