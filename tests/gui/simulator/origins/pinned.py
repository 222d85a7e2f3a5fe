"""What tests of the card share: where things are on it, and clicks."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.origins.card import OriginsCard
from lstm_gui.gui.simulator.origins.guide import Guide
from lstm_gui.gui.simulator.origins.row import ContributorRow
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.simulator.contributions import Way
from lstm_gui.simulator.quantity import Quantity

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
C5, C4 = Quantity("c", 5), Quantity("c", 4)


def guide_of(panel: SimulatorPanel) -> Guide:
    assert panel.pins.guide is not None
    return panel.pins.guide


def card_of(panel: SimulatorPanel) -> OriginsCard:
    return guide_of(panel).card


def pinned(panel: SimulatorPanel) -> Quantity | None:
    return panel.pins.at


def way_of(card: OriginsCard) -> Way:
    assert card.part is not None
    return card.part.made.way


def click(widget: QWidget, where: QPoint | None = None) -> None:
    QTest.mouseClick(widget, LEFT, pos=where or widget.rect().center())


def click_on_gate(panel: SimulatorPanel, gate: str) -> None:
    click(panel.diagram, panel.diagram._fitted().gates[gate].center().toPoint())


def row_to(card: OriginsCard, quantity: Quantity) -> ContributorRow:
    return next(row for row in card.rows.shown if row.contributor.leads_to == quantity)


def on_panel(panel: SimulatorPanel, widget: QWidget, box: QRectF) -> QRectF:
    return box.translated(widget.mapTo(panel, QPoint(0, 0)).toPointF())
