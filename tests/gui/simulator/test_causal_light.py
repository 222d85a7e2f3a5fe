"""Causes light at once, effects a moment later; nothing flickers while a value moves."""

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.simulator.causal_light import CausalLight
from lstm_gui.gui.simulator.mark import Mark, lit, mark_of
from lstm_gui.simulator.explain import highlight
from lstm_gui.simulator.frame import Highlight
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.frames import frame_of

GATE = highlight(frame_of(), Quantity("f", 5))
NEXT = highlight(frame_of(step=6), Quantity("f", 6))


@pytest.fixture
def shown() -> list[Highlight | None]:
    return []


@pytest.fixture
def light(qapp: QCoreApplication, shown: list[Highlight | None]) -> CausalLight:
    return CausalLight(shown.append, qapp)


def test_effects_come_after_causes(qtbot: QtBot, light: CausalLight, shown: list[Highlight | None]) -> None:
    light.light(GATE)
    assert shown[0] is not None
    assert shown[0].causes == GATE.causes
    assert shown[0].effects == frozenset()
    effect = next(iter(GATE.effects))
    assert mark_of(shown[0], effect) is Mark.PLAIN
    assert mark_of(shown[0], Quantity("x", 1)) is Mark.DIMMED
    assert effect in lit(shown[0])
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert shown[1] == GATE
    assert mark_of(shown[1], effect) is Mark.EFFECT


def test_new_numbers_of_the_same_quantity_come_whole(
    qtbot: QtBot, light: CausalLight, shown: list[Highlight | None]
) -> None:
    light.light(GATE)
    qtbot.waitUntil(lambda: len(shown) == 2)
    light.light(NEXT)
    assert shown[2] == NEXT


def test_with_motion_off_everything_is_at_once(light: CausalLight, shown: list[Highlight | None]) -> None:
    light.set_motion(False)
    light.light(GATE)
    assert shown == [GATE]


def test_turning_motion_off_shows_what_waited(light: CausalLight, shown: list[Highlight | None]) -> None:
    light.light(GATE)
    light.set_motion(False)
    assert shown[-1] == GATE


def test_leaving_shows_nothing_afterwards(
    qtbot: QtBot, light: CausalLight, shown: list[Highlight | None]
) -> None:
    light.light(GATE)
    light.light(None)
    light.light(GATE)
    qtbot.waitUntil(lambda: shown[-1] == GATE)
    assert shown[1] is None
    assert len(shown) == 4
