"""Preferences: everything that can be set, in one dialog; changes count at once."""

from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lstm_gui.gui.palette import Palette
from lstm_gui.gui.stock_look import dress_form
from lstm_gui.gui.window.close_box import close_box
from lstm_gui.settings import THEMES, Settings, rules

_NAME = Qt.ItemDataRole.UserRole

# What settings.py, which knows no Qt, says of the settings shown here; a test holds the two together.
ABOUT = (
    QT_TRANSLATE_NOOP("Settings", "The share of due cards to be recalled."),
    QT_TRANSLATE_NOOP("Settings", "New cards a day, of all decks together."),
    QT_TRANSLATE_NOOP("Settings", "Reviews a day at most: after days away, the rest waits."),
    QT_TRANSLATE_NOOP("Settings", "Colours: light, dark, or as the system has it."),
    QT_TRANSLATE_NOOP("Settings", "Size of texts and drawings, in percent."),
    QT_TRANSLATE_NOOP("Settings", "Whether changes are shown by a short motion."),
    QT_TRANSLATE_NOOP("Settings", "Whether to ask how sure you are before an answer."),
    QT_TRANSLATE_NOOP("Settings", "Scenes to show in class, in order."),
)


class Preferences(QDialog):
    """The dialog. It writes nothing: it tells what the person chose.

    Signals
    -------
    chosen(Settings)
        The settings as the dialog now shows them.
    """

    chosen = Signal(Settings)

    def __init__(
        self,
        settings: Settings,
        scenes: list[tuple[str, str]],
        colours: Palette,
        parent: QWidget | None = None,
    ) -> None:
        """`scenes` are the scenes to choose for class: (name, title)."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self._settings = settings
        self.retention = _spin(70, 97, round(settings.retention * 100), self.tr(" %"))
        self.new_per_day = _spin(0, 999, settings.new_per_day, "")
        self.reviews_per_day = _spin(0, 9999, settings.reviews_per_day, "", step=10)
        self.reviews_per_day.setSpecialValueText(self.tr("all that are due"))
        self.zoom = _spin(100, 300, settings.zoom, self.tr(" %"), step=25)
        self.theme = _themes(settings.theme)
        self.motion = QCheckBox(self.tr("Let changes flash and move"))
        self.motion.setChecked(settings.motion)
        self.confidence = QCheckBox(self.tr("Ask how sure I am before each answer"))
        self.confidence.setChecked(settings.ask_confidence)
        self.scenes = _scene_list(scenes, settings.class_scenes)
        self._lay_out()
        self.set_palette(colours)
        for spin in (self.retention, self.new_per_day, self.reviews_per_day, self.zoom):
            spin.valueChanged.connect(self._tell)
        self.theme.currentIndexChanged.connect(self._tell)
        for box in (self.motion, self.confidence):
            box.toggled.connect(self._tell)
        self.scenes.itemChanged.connect(self._tell)
        self.scenes.model().rowsMoved.connect(self._tell)

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme."""
        dress_form(self, colours)

    def choose_scenes(self) -> None:
        """Begin at the list of scenes for class."""
        self.scenes.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(18)
        for field, words, name in (
            (self.retention, self.tr("&Recall to aim for"), "retention"),
            (self.new_per_day, self.tr("&New cards a day"), "new_per_day"),
            (self.reviews_per_day, self.tr("Re&views a day at most"), "reviews_per_day"),
            (self.theme, self.tr("&Theme"), "theme"),
            (self.zoom, self.tr("&Size of the content"), "zoom"),
            (self.motion, self.tr("&Motion"), "motion"),
            (self.confidence, self.tr("Con&fidence"), "ask_confidence"),
            (self.scenes, self.tr("Scenes for &class"), "class_scenes"),
        ):
            self._add_setting(form, field, words, name)
        hint = QLabel(
            self.tr("PgUp and PgDn step through the ticked scenes; drag them into order. None ticked: all.")
        )
        hint.setWordWrap(True)
        form.addRow("", hint)
        buttons = close_box(self, self.tr("Close (Esc); what you chose holds already"))
        box = QVBoxLayout(self)
        box.setContentsMargins(22, 20, 22, 14)
        box.setSpacing(16)
        box.addLayout(form)
        box.addWidget(buttons)
        self.setMinimumWidth(460)

    def _add_setting(self, form: QFormLayout, field: QWidget, words: str, name: str) -> None:
        label = QLabel(words)
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        field.setToolTip(QCoreApplication.translate("Settings", rules()[name].about))
        form.addRow(label, field)

    def _tell(self) -> None:
        items = [self.scenes.item(row) for row in range(self.scenes.count())]
        ticked = tuple(item.data(_NAME) for item in items if item.checkState() is Qt.CheckState.Checked)
        self._settings = replace(
            self._settings,
            retention=self.retention.value() / 100,
            new_per_day=self.new_per_day.value(),
            reviews_per_day=self.reviews_per_day.value(),
            zoom=self.zoom.value(),
            theme=self.theme.currentData(),
            motion=self.motion.isChecked(),
            ask_confidence=self.confidence.isChecked(),
            class_scenes=ticked,
        )
        self.chosen.emit(self._settings)


def _spin(low: int, high: int, value: int, suffix: str, step: int = 1) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(low, high)
    spin.setValue(value)
    spin.setSuffix(suffix)
    spin.setSingleStep(step)
    spin.setKeyboardTracking(False)  # typing 250 must not pass through 2 and 25
    return spin


def _themes(chosen: str) -> QComboBox:
    words = {
        "system": QCoreApplication.translate("Preferences", "As the system"),
        "light": QCoreApplication.translate("Preferences", "Light"),
        "dark": QCoreApplication.translate("Preferences", "Dark"),
    }
    box = QComboBox()
    for name in THEMES:
        box.addItem(words[name], name)
    box.setCurrentIndex(THEMES.index(chosen))
    return box


def _scene_list(scenes: list[tuple[str, str]], ticked: tuple[str, ...]) -> QListWidget:
    """The scenes with ticks, the ticked ones first and in their order."""
    titles = dict(scenes)
    chosen = [name for name in ticked if name in titles]
    made = QListWidget()
    made.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    for name in [*chosen, *(name for name in titles if name not in chosen)]:
        item = QListWidgetItem(titles[name])
        item.setData(_NAME, name)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsDragEnabled
        )
        item.setCheckState(Qt.CheckState.Checked if name in chosen else Qt.CheckState.Unchecked)
        made.addItem(item)
    return made
