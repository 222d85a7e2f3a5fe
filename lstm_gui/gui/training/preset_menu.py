"""The presets: plans that are known to show something, each under the sentence that it bears out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from lstm_gui.training.plan import Plan
from lstm_gui.training.presets.catalogue import PRESETS
from lstm_gui.training.presets.preset import Preset

translate = QCoreApplication.translate


def preset_menu(
    parent: QWidget, choose: Callable[[Plan, str], None], compare: Callable[[Preset], None]
) -> QMenu:
    """A menu of them.

    `choose(plan, title)` is called for the setting that a person picks, `compare(preset)` to see all of them.
    """
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for preset in PRESETS:
        title = _translated(preset.title)
        below = menu.addMenu(title)
        below.setToolTipsVisible(True)
        below.menuAction().setToolTip(_translated(preset.claim))
        for setting in preset.settings:
            action = below.addAction(_translated(setting.name))
            action.setToolTip(_translated(preset.claim))
            action.triggered.connect(partial(_chosen, choose, setting.plan, title))
        below.addSeparator()
        all_of_them = below.addAction(translate("Train", "Compare them"))
        all_of_them.setToolTip(_translated(preset.claim))
        all_of_them.triggered.connect(partial(_compared, compare, preset))
    return menu


def _chosen(choose: Callable[[Plan, str], None], plan: Plan, title: str, _checked: bool = False) -> None:
    choose(plan, title)


def _compared(compare: Callable[[Preset], None], preset: Preset, _checked: bool = False) -> None:
    compare(preset)


def _translated(text: str) -> str:
    """The table of presets lies below the window and knows no Qt."""
    return translate("TrainPresets", text)
