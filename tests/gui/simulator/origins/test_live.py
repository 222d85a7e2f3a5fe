"""The card follows what is moved, and goes where its number is gone."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator.diagram.diagram import DiagramView
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.hops import Trail
from lstm_gui.simulator.quantity import Quantity
from tests.gui.simulator.origins.pinned import C5, KEY, LEFT, card_of, click, on_panel, pinned, row_to
from tests.simulator.both_ways import plain_both_ways


def test_it_follows_a_drag_and_its_rows_keep_their_places(
    panel: SimulatorPanel, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.pins.pin(Quantity("f", 5))
    card = card_of(panel)
    before = [row.contributor.leads_to for row in card.rows.shown]
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: LEFT)
    controller.begin_edit(Quantity("b_f"))
    controller.edit(Quantity("b_f"), 0.01)
    assert [row.contributor.leads_to for row in card.rows.shown] == before
    assert row_to(card, Quantity("b_f")).contributor.value == 0.01
    assert card.part is not None
    assert card.part.made.value == controller.frame.cell.values["f"]
    monkeypatch.undo()
    controller.end_edit()
    controller.set_value(Quantity("b_f"), 0.02)
    assert card.rows.shown[-1].contributor.leads_to != Quantity("b_f")
    assert [abs(row.contributor.value) for row in card.rows.shown] == sorted(
        (abs(row.contributor.value) for row in card.rows.shown), reverse=True
    )


def test_only_a_change_of_what_is_pinned_is_shown_anew(
    panel: SimulatorPanel, controller: Controller, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.pins.pin(Quantity("c", 2))
    shown: list[object] = []
    monkeypatch.setattr(card_of(panel), "show_part", shown.append)
    controller.set_value(Quantity("x", 4), 0.5)
    assert shown == []


def test_the_light_rests_on_what_is_pinned(panel: SimulatorPanel, controller: Controller) -> None:
    panel.pins.pin(C5)
    panel.diagram.pointed_at.emit(Quantity("o", 5))
    assert panel.timeline.highlight is not None
    assert panel.timeline.highlight.focus == Quantity("o", 5)
    panel.diagram.pointed_at.emit(None)
    assert panel.timeline.highlight is not None
    assert panel.timeline.highlight.focus == C5
    frames: list[object] = []
    controller.on_change.append(lambda: frames.append(panel.timeline.highlight))
    controller.set_step(7)
    assert len(frames) == 1
    assert panel.timeline.highlight is not None
    assert panel.timeline.highlight.focus == C5
    assert panel.pins.close()
    assert panel.timeline.highlight is None


def test_it_goes_when_its_number_is_gone(panel: SimulatorPanel, controller: Controller) -> None:
    panel.pins.pin(Quantity("c", 8))
    controller.set_length(6)
    assert pinned(panel) is None
    assert not card_of(panel).isVisible()
    panel.pins.pin(C5)
    controller.switch(Kind.of("gru"))
    assert pinned(panel) is None
    panel.pins.pin(Quantity("c", 5))
    assert pinned(panel) is None


def test_hops_that_are_gone_are_forgotten(panel: SimulatorPanel, controller: Controller) -> None:
    panel.pins.pin(Quantity("c", 8))
    click(row_to(card_of(panel), Quantity("c", 7)))
    controller.set_length(7)
    assert card_of(panel).part is not None
    assert card_of(panel).part.trail == Trail((Quantity("c", 7),))  # type: ignore[union-attr]


def test_closing_gives_the_keyboard_back(panel: SimulatorPanel) -> None:
    knob = panel.operating.knobs["f"]
    knob.setFocus()
    panel.pins.pin_pointed()
    assert pinned(panel) == Quantity("z_f", 5)
    assert card_of(panel).has_keyboard
    QTest.keyClick(QApplication.focusWidget() or panel, KEY.Key_Escape)
    assert QApplication.focusWidget() is knob
    panel.pins.pin(C5)
    click(card_of(panel).close_button)
    assert pinned(panel) is None


def test_another_tab_puts_it_away(panel: SimulatorPanel) -> None:
    panel.pins.pin(C5)
    panel.show_tab("gradients")
    assert pinned(panel) is None


def test_a_number_of_the_cell_that_reads_from_the_end_is_shown_beside_it(
    panel: SimulatorPanel, controller: Controller
) -> None:
    controller.open(plain_both_ways())
    here = Quantity("f", 5, backward=True)
    panel.pins.pin(here)
    assert controller.state.looks_back
    card = card_of(panel)
    shown = [view for view in panel.findChildren(DiagramView) if view.spot(here) is not None]
    assert [view.direction for view in shown] == ["←"]
    spot = shown[0].spot(here)
    assert spot is not None
    assert not on_panel(panel, shown[0], spot).intersects(card.geometry().toRectF())
    click(row_to(card, Quantity("h", 6, backward=True)))
    assert controller.state.scene.step == 6
