"""The settings of the preset that is read, as a small card above the timeline: live while they are moved."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.actions.inputs import PRESET
from lstm_gui.gui.actions.table import spec
from lstm_gui.gui.simulator.controls import StepSlider
from lstm_gui.gui.simulator.style import SMALL, TITLE, Style
from lstm_gui.gui.simulator.text import Align, put_text
from lstm_gui.gui.simulator.timeline.input_tools import HeaderButton, cross
from lstm_gui.gui.simulator.timeline.timeline import TimelineView
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.sequences.presets import BY_ID, Setting
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.inputs import made_as, set_preset, settings_of
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_step
from lstm_gui.simulator.words import LABELS

_FINE = 20  # positions of a slider for a number of 1, where it is not whole
_WIDTH, _HEAD, _ROW, _EDGE = 330.0, 40.0, 30.0, 8.0  # pixels at 100 %
_WORDS, _NUMBER = 92.0, 46.0  # room for what a setting is called, and for its number


class PresetPanel(QWidget):
    """Shows settings. Signals: `began()` before one is moved, `chosen(str, float)`, and `closed()`."""

    began = Signal()
    chosen = Signal(str, float)
    closed = Signal()

    def __init__(self, timeline: TimelineView, parent: QWidget) -> None:
        super().__init__(parent)
        self._timeline, self._room = timeline, parent
        self._style: Style | None = None
        self._settings: dict[str, Setting] = {}
        self.title = ""
        self.sliders: dict[str, StepSlider] = {}
        self.leave = HeaderButton(
            self.tr("Close"), cross, self.tr("Close the settings (Esc)"), timeline.style_now, self
        )
        self.leave.clicked.connect(self.close)
        self.setAccessibleName(self.tr("Settings of the input"))

    def show_settings(self, preset: str, values: Mapping[str, float]) -> None:
        """Show the settings of a preset and their numbers."""
        self.title = spec(f"{PRESET}{preset}").title
        settings = {one.name: one for one in BY_ID[preset].settings}
        if settings != self._settings:
            self._furnish(settings)
        for name, slider in self.sliders.items():
            with QSignalBlocker(slider):
                slider.setValue(_position(self._settings[name], values[name]))
        self.update()

    def _furnish(self, settings: dict[str, Setting]) -> None:
        for slider in self.sliders.values():
            slider.deleteLater()
        self._settings, self.sliders = settings, {}
        for name, setting in settings.items():
            slider = StepSlider(self._timeline.style_now, self)
            slider.setRange(_position(setting, setting.low), _position(setting, setting.high))
            slider.setAccessibleName(setting_words()[name])
            slider.setToolTip(_tip(setting))
            slider.sliderPressed.connect(self.began)
            slider.valueChanged.connect(lambda place, name=name: self._tell(name, place))
            slider.show()
            self.sliders[name] = slider
        self._restyle()

    def _tell(self, name: str, place: int) -> None:
        if not self.sliders[name].isSliderDown():
            self.began.emit()
        self.chosen.emit(name, _number(self._settings[name], place))

    # Where it stands, and how it looks

    def _restyle(self) -> None:
        style = self._style = self._timeline.style_now
        self.resize(round(style.px(_WIDTH)), round(style.px(_HEAD + _ROW * len(self.sliders) + _EDGE)))
        left, wide = style.px(_EDGE + _WORDS), style.px(_WIDTH - 2 * _EDGE - _WORDS - _NUMBER)
        for n, slider in enumerate(self.sliders.values()):
            slider.set_style(style)
            top = style.px(_HEAD + n * _ROW) + (style.px(_ROW) - slider.height()) / 2
            slider.setGeometry(round(left), round(top), round(wide), slider.height())
        self.leave.set_style(style, wordy=False)
        self.leave.move(round(self.width() - self.leave.width() - style.px(_EDGE)), round(style.px(_EDGE)))
        self._stand()

    def _stand(self) -> None:
        """Above the timeline, beside its button; the timeline stays in sight."""
        button, room = self._timeline.tools.choose, self._room
        corner = button.mapTo(room, QPoint(0, 0))
        top = (
            self._timeline.mapTo(room, QPoint(0, 0)).y()
            - self.height()
            - round(self._timeline.style_now.px(4))
        )
        self.move(max(0, min(corner.x(), room.width() - self.width())), max(0, top))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._style is not self._timeline.style_now:
            self._restyle()
        style = self._timeline.style_now
        palette, painter = style.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.accent, style.px(1.2)))
        painter.setBrush(palette.panel)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), style.px(8), style.px(8))
        left = style.px(_EDGE + 4)
        put_text(painter, left, style.px(25), self.title, style.font(TITLE, bold=True), palette.text)
        words = setting_words()
        for name, slider in self.sliders.items():
            row, font = QRectF(slider.geometry()), style.font(SMALL)
            baseline = row.center().y() + style.px(4)
            put_text(painter, left, baseline, words[name], font, palette.muted)
            number = _number_text(self._settings[name], slider.value())
            right = self.width() - style.px(_EDGE + 6)
            put_text(
                painter, right, baseline, number, style.font(SMALL, bold=True), palette.text, Align.RIGHT
            )
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


class PresetSettings:
    """Moves the settings of the preset that a controller's scene reads, as long as its panel is open."""

    def __init__(self, panel: PresetPanel, controller: Controller) -> None:
        self.panel, self._controller = panel, controller
        self._before: SimState = controller.state  # as it was when the hand took hold
        panel.began.connect(self._begin)
        panel.chosen.connect(self._choose)
        panel.closed.connect(self._end)
        controller.on_change.append(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what stands now; close where the input has no settings any more."""
        state = self._controller.state
        made, values = made_as(state), settings_of(state)
        if made is None or not values:
            self.panel.close()
        else:
            self.panel.show_settings(made.preset, values)

    def _begin(self) -> None:
        self._before = self._controller.state

    def _choose(self, name: str, number: float) -> None:
        """Make the input anew from how it was: what a shorter one lacked comes back with a longer one."""
        before, made = self._before, made_as(self._before)
        if made is None:
            return
        after = set_preset(before, made.preset, {**settings_of(before), name: number})
        after = set_step(after, self._controller.state.scene.step)
        self._controller.change(after, translated(LABELS["settings"]), "settings")

    def _end(self) -> None:
        if self.refresh in self._controller.on_change:
            self._controller.on_change.remove(self.refresh)
            self.panel.deleteLater()


def open_settings(timeline: TimelineView, controller: Controller, window: QWidget) -> PresetPanel:
    """Open the panel over a window, with the keyboard in it; there is one. The input must have settings."""
    for panel in window.findChildren(PresetPanel):
        panel.close()
    panel = PresetPanel(timeline, window)
    PresetSettings(panel, controller)
    panel.show()
    panel.raise_()
    next(iter(panel.sliders.values())).setFocus(Qt.FocusReason.OtherFocusReason)
    return panel


def setting_words() -> dict[str, str]:
    """What the settings are called."""
    return {
        "at": QCoreApplication.translate("PresetPanel", "at step"),
        "size": QCoreApplication.translate("PresetPanel", "size"),
        "period": QCoreApplication.translate("PresetPanel", "period, steps"),
        "width": QCoreApplication.translate("PresetPanel", "width, steps"),
        "n": QCoreApplication.translate("PresetPanel", "n"),
        "symbols": QCoreApplication.translate("PresetPanel", "symbols"),
        "gap": QCoreApplication.translate("PresetPanel", "gap, steps"),
    }


def _tip(setting: Setting) -> str:
    told = QCoreApplication.translate("PresetPanel", "{low} … {high}; arrows step, PgUp and PgDn go farther")
    low, high = (_number_text(setting, _position(setting, end)) for end in (setting.low, setting.high))
    return told.format(low=low, high=high)


def _position(setting: Setting, number: float) -> int:
    return round(number if setting.whole else number * _FINE)


def _number(setting: Setting, position: int) -> float:
    return float(position) if setting.whole else position / _FINE


def _number_text(setting: Setting, position: int) -> str:
    return number_text(_number(setting, position), 0 if setting.whole else 2)
