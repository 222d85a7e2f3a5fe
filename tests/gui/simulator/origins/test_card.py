"""The card fits, shows what is large first, and names its controls."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from tests.graph.kinds import drawn_scene
from tests.gui.simulator.origins.pinned import C4, C5, card_of, click, pinned, row_to


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("percent", [100, 150, 300])
def test_it_fits_the_panel_at_every_zoom(panel: SimulatorPanel, theme: str, percent: int) -> None:
    panel.pins.pin(C5)
    click(card_of(panel).every_step)
    panel.set_palette(palette(theme))
    panel.set_zoom(percent)
    assert panel.rect().contains(card_of(panel).geometry())
    panel.resize(720, 520)
    assert panel.rect().contains(card_of(panel).geometry())
    assert not panel.grab().isNull()


def test_a_wide_cell_shows_the_largest_first_and_the_rest_when_asked(
    panel: SimulatorPanel, controller: Controller
) -> None:
    scene = drawn_scene(Kind.of("lstm"), 5, inputs=8, units=16, steps=4)
    controller.open(replace(scene, overrides=(), step=2))
    panel.pins.pin(Quantity("f", 3, 5))
    card = card_of(panel)
    assert (controller.state.unit, controller.state.scene.step) == (5, 3)
    assert len(card.rows.shown) == 12
    assert card.rows.more.text().startswith("13 smaller, together ")
    click(card.rows.more)
    click(card.rows.more)
    assert len(card.rows.shown) == 8 + 16 + 1
    assert not card.rows.more.isVisible()
    click(row_to(card, Quantity("h", 2, 9)))
    assert (pinned(panel), controller.state.unit) == (Quantity("h", 2, 9), 9)
    assert card.feeds.chips[0].quantity is not None
    assert panel.rect().contains(card.geometry())


def test_every_control_of_the_card_says_what_it_is(panel: SimulatorPanel) -> None:
    panel.pins.pin(C5)
    card = card_of(panel)
    click(row_to(card, C4))
    for widget in card.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert widget.accessibleName(), widget
            assert widget.toolTip(), widget
    assert card.accessibleName()
