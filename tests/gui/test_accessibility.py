"""Everything that takes the keyboard has a name and a tip, and the Tab key comes to all of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.quiz.header import Standing
from lstm_gui.gui.quiz.outlook import Recap, Rest
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Override
from lstm_gui.quiz.card import Card
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from tests.gui.quiz.conftest import Clock
from tests.simulator.scenes import DRAGGABLE

MOST_TABS = 60


def focusable(panel: QWidget) -> list[QWidget]:
    """What can have the keyboard, an editor inside a spin box aside: it answers to the box's name."""
    found = [
        widget for widget in panel.findChildren(QWidget) if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    return [widget for widget in found if not isinstance(widget, QLineEdit) and widget.window() is panel]


def tabbed(panel: QWidget) -> list[QWidget]:
    """The controls that Tab comes to, in order, until it comes round."""
    reached: list[QWidget] = []
    panel.window().setFocus()
    for _ in range(MOST_TABS):
        QTest.keyClick(QApplication.focusWidget() or panel, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now in reached:
            break
        reached.append(now)
    return reached


@pytest.fixture
def simulator(qtbot: QtBot) -> SimulatorPanel:
    """A scene at a step at which both states are held by hand."""
    controller = Controller(lambda callback: callback())
    panel = SimulatorPanel()
    qtbot.addWidget(panel)
    panel.connect_controller(controller)
    controller.open(load("remember"))
    controller.set_step(5)
    for state in ("h_previous", "c_previous"):
        controller.set_value(Quantity(state, 5), 0.25)
    panel.resize(1030, 850)
    with qtbot.waitActive(panel):
        panel.show()
    assert len(controller.state.scene.overrides) == 2
    assert isinstance(controller.state.scene.overrides[0], Override)
    return panel


@pytest.fixture
def review(qtbot: QtBot, shelf: FormulaShelf) -> ReviewPanel:
    panel = ReviewPanel(shelf)
    qtbot.addWidget(panel)
    panel.resize(372, 830)
    with qtbot.waitActive(panel):
        panel.show()
    panel.show_standing(Standing("LSTM fundamentals", 4, 2, 2, 0.64))
    return panel


def nameless(panel: QWidget) -> list[str]:
    """Controls without a name or a tip."""
    return [
        f"{type(widget).__name__}: {widget.accessibleName()!r}, {widget.toolTip()!r}"
        for widget in focusable(panel)
        if widget.isVisible() and not (widget.accessibleName() and widget.toolTip())
    ]


def test_every_control_of_the_simulator_says_what_it_is(simulator: SimulatorPanel) -> None:
    assert len(focusable(simulator)) > 30
    assert nameless(simulator) == []


def test_tab_comes_to_everything_that_can_be_dragged(simulator: SimulatorPanel) -> None:
    reached = tabbed(simulator)
    quantities = {getattr(widget, "quantity", Quantity("c", 1)).name for widget in reached}
    assert quantities >= DRAGGABLE | {"z_f", "z_i", "z_g", "z_o"}
    assert set(simulator.diagram.releases.values()) <= set(reached)
    assert {widget for widget in focusable(simulator) if widget.isVisible() and widget.isEnabled()} <= {
        *reached
    }


def test_tab_walks_the_cards_one_after_the_other(simulator: SimulatorPanel) -> None:
    cards = (
        simulator.transport,
        simulator.diagram,
        simulator.operating,
        simulator.timeline,
        simulator.equations_card,
    )
    homes = [
        next(card for card in cards if card.isAncestorOf(widget) or card is widget)
        for widget in tabbed(simulator)
    ]
    changes = [home for home, before in zip(homes, [None, *homes], strict=False) if home is not before]
    assert len(changes) == len(cards)


def test_values_are_told_as_they_are_shown(simulator: SimulatorPanel) -> None:
    knob = simulator.weights.knobs["b_f"]
    assert knob.accessibleName() == "forget bias b_f"
    assert knob.text() == "4.00"
    assert simulator.diagram.knobs["x"].accessibleName() == "input x at t = 5"


def test_every_control_of_a_card_says_what_it_is(review: ReviewPanel) -> None:
    card = Card("a", "What does f do?", "It keeps c.", "Gates", "f_t", "So.", (), "remember")
    review.show_trouble("The disk is full.")
    review.show_card(card, {})
    assert nameless(review) == []
    review.reveal()
    review.set_can_undo(True)
    assert nameless(review) == []
    reached = tabbed(review)
    assert set(review.work.ratings.buttons.values()) <= set(reached)
    assert {review.header.deck, review.work.card.scene_button, review.work.undo, review.banner.retry} <= {
        *reached
    }


def test_every_control_of_the_rest_page_says_what_it_is(review: ReviewPanel) -> None:
    review.show_rest(Rest(None, 3, any_cards=False), Recap(), Clock().now)
    review.set_can_undo(True)
    assert nameless(review) == []
    assert {review.rest.more, review.rest.bring, review.rest.undo} <= set(tabbed(review))
