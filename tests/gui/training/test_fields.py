"""A field shows what it can of a plan, whatever that plan says."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.fields import SettingField
from lstm_gui.gui.training.plan_settings import Number, Setting, learning_settings
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice

PLAN = Plan(TaskChoice("adding"))


def setting(words: str) -> Setting:
    """The one that is called so."""
    return next(one for one in learning_settings() if one.words == words)


@pytest.mark.parametrize("steps", [1, 10**6, 10**9])
def test_a_number_beyond_its_bounds_is_shown_as_the_nearest(qtbot: QtBot, steps: int) -> None:
    updates = setting("updates")
    assert isinstance(updates, Number)
    field = SettingField(replace(updates, high=500), Style(palette("light")))
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.changed):
        field.show_plan(replace(PLAN, learning=replace(PLAN.learning, steps=steps)))
    assert isinstance(field.control, QSpinBox)
    assert field.control.value() == min(steps, 500)


def test_no_number_is_too_large_for_a_box(qtbot: QtBot) -> None:
    field = SettingField(replace(setting("updates"), get=lambda _: 2**62), Style(palette("light")))
    qtbot.addWidget(field)
    field.show_plan(PLAN)
    assert isinstance(field.control, QSpinBox)
    assert field.control.value() == field.control.maximum()


def test_a_rate_that_diverges_can_be_typed(qtbot: QtBot) -> None:
    field = SettingField(setting("rate"), Style(palette("light")))
    qtbot.addWidget(field)
    field.show_plan(PLAN)
    box = field.control
    assert isinstance(box, QDoubleSpinBox)
    box.selectAll()
    QTest.keyClicks(box, "100")
    with qtbot.waitSignal(field.changed) as told:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert told.args == [100]
