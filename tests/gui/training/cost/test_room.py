"""The room "Cost": measured by a click, given up by another, told in a sentence and a table."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.cost import desk as desks
from lstm_gui.gui.training.cost import words as words_of_cost
from lstm_gui.gui.training.cost.desk import CostDesk, Costs, cost_desk_of
from lstm_gui.gui.training.cost.room import CostRoom
from lstm_gui.gui.training.cost.words import bytes_words, count_words, seconds_words, sentence, table_of
from lstm_gui.gui.training.session import Session
from lstm_gui.training.cost import measure
from lstm_gui.training.cost.growth import LENGTHS, UNITS
from lstm_gui.training.cost.measure import Cost
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from tests.gui.training.process import InThread

RNN, GRU = Kind.of("rnn"), Kind.of("gru")
PLAN = Plan(TaskChoice("adding", (("length", 8.0),)), NetworkChoice(units=3), Learning(batch=2))


@pytest.fixture
def room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[CostRoom]:
    monkeypatch.setattr(measure, "LASTS", 0.0)
    monkeypatch.setattr(desks, "UNITS", (1, 2, 6))
    monkeypatch.setattr(desks, "LENGTHS", (4, 8, 16))
    monkeypatch.setattr(desks, "KINDS", (RNN, LSTM, GRU))
    session = Session(PLAN, InThread)
    CostDesk(session, InThread)
    made = CostRoom(session, Style(palette("light")))
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    yield made
    session.end()
    session.deleteLater()


def cost(units: int, length: int, seconds: float) -> Cost:
    """What was measured of a size."""
    return Cost(units, length, 32, 361, 600_000, 2_500_000, seconds)


def whole(slowest: float = 0.064) -> Costs:
    """All sizes, with times that grow as they do."""
    return Costs(
        cost(8, 50, 0.008),
        tuple(cost(units, 50, slowest * units / 64) for units in UNITS),
        tuple(cost(8, length, 0.008 * length / 50) for length in LENGTHS),
        tuple(replace(cost(8, 50, seconds), kind=kind) for kind, seconds in ((RNN, 0.002), (GRU, 0.009))),
    )


def test_a_click_measures_every_size_beside_the_plan(qtbot: QtBot, room: CostRoom) -> None:
    QTest.mouseClick(room.go, Qt.MouseButton.LeftButton)
    assert room.go.text() == "Stop"
    qtbot.waitUntil(lambda: not room.desk.running)
    assert room.go.text() == "Measure"
    found = room.desk.costs
    assert found is not None
    assert [one.units for one in found.by_units] == [1, 2, 6]
    assert [one.length for one in found.by_length] == [4, 8, 16]
    assert (found.here.units, found.here.length) == (3, 8)
    assert "One update of this network takes" in room.told()
    assert [one.kind for one in found.by_kind] == [RNN, GRU]
    assert room.numbers.table.numbers.rowCount() == 8  # its own length and cell are measured once
    assert room.cells.accessibleDescription().count(";") == 2
    assert "Of the cells" in room.told()
    assert room.units.accessibleDescription().startswith("1: ")
    room.grab()


def test_another_click_stops_and_what_was_measured_stays(qtbot: QtBot, room: CostRoom) -> None:
    room.desk.measure()
    qtbot.waitUntil(lambda: room.desk.costs is not None)
    QTest.mouseClick(room.go, Qt.MouseButton.LeftButton)
    assert not room.desk.running
    assert room.desk.costs is not None


def test_a_plan_that_costs_something_else_is_measured_for_itself(qtbot: QtBot, room: CostRoom) -> None:
    room.desk.measure()
    qtbot.waitUntil(lambda: not room.desk.running)
    room.session.set_plan(replace(PLAN, network=NetworkChoice(units=4)))
    assert "Measure shows" in room.said.text()
    assert room.numbers.table.numbers.rowCount() == 0
    room.session.set_plan(replace(PLAN, learning=replace(PLAN.learning, steps=77)))
    assert "the 77 updates" in room.said.text()


def test_what_cannot_be_measured_is_said(qtbot: QtBot, room: CostRoom) -> None:
    room.session.set_plan(
        replace(PLAN, network=NetworkChoice(bidirectional=True), task=TaskChoice("there is no such task"))
    )
    room.desk.measure()
    qtbot.waitUntil(lambda: not room.desk.running)
    assert "there is no task called" in room.said.text()


def test_a_process_that_dies_is_said(qtbot: QtBot, room: CostRoom) -> None:
    class Dead:
        """One that is gone at once."""

        def __init__(self) -> None:
            self._alive = InThread()
            self.pipe = self._alive.pipe
            self._alive.end()

        def end(self, patience: float = 0.0, /) -> None:
            """It has."""

    desk = CostDesk(room.session, Dead)
    desk.measure()
    qtbot.waitUntil(lambda: not desk.running)
    assert "ended by itself" in desk.trouble


def test_the_sentence_tells_doubling_and_limits() -> None:
    head, words = sentence(whole(), 2000)
    assert head.endswith("takes 8 ms, the 2000 updates that are planned take 16 s.")
    assert "600 thousand multiply–adds, and 2.5 MB of memory" in words
    assert "Twice the units take 2\u00a0× as long. Sequences twice as long take 2\u00a0× as long." in words
    assert "64 units, the most that can be chosen (measured)," in words
    assert "about 6200 steps (extrapolated)" in words
    assert "about 15 units (measured)" in sentence(whole(6.4), 2000)[1]
    assert "room for not even 1 units (measured)" in sentence(whole(1e4), 2000)[1]


def test_the_sentence_tells_the_quickest_cell_and_what_the_memory_holds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(words_of_cost, "memory_bytes", lambda: 8_000_000_000)
    words = sentence(whole(), 2000)[1]
    assert "Of the cells RNN is the quickest (2 ms), GRU the slowest (9 ms)." in words
    assert "The 8 GB of this computer hold the way back of about 160 thousand steps." in words
    monkeypatch.setattr(words_of_cost, "memory_bytes", lambda: None)
    assert "this computer" not in sentence(whole(), 2000)[1]


def test_what_is_not_measured_yet_is_not_told() -> None:
    words = " ".join(sentence(Costs(cost(8, 50, 1e-6)), 10))
    assert "Twice" not in words
    assert "Within" not in words
    quick = replace(whole(), by_length=tuple(cost(8, length, 1e-6 * length) for length in LENGTHS))
    assert "more than 100 thousand steps (extrapolated)" in " ".join(sentence(quick, 10))


def test_the_table_has_every_size_and_its_numbers() -> None:
    table = table_of(whole())
    assert len(table.rows) == len(UNITS) + len(LENGTHS) - 1 + 2  # each size once, and two other cells
    assert table.rows[0][:3] == ("LSTM", "8", "50")
    assert table.numbers[-1][0] == "gru"
    assert table.numbers[0][-1] == 0.008
    assert table_of(None).rows == ()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (2e-6, "2 µs"),
        (0.00062, "620 µs"),
        (0.0125, "12.5 ms"),
        (1.5, "1.5 s"),
        (600, "10 min"),
        (9000, "2.5 h"),
    ],
)
def test_times_in_words(seconds: float, words: str) -> None:
    assert seconds_words(seconds) == words


def test_sizes_in_words() -> None:
    assert [bytes_words(count) for count in (12, 1200, 3_400_000, 5e9)] == [
        "12 B",
        "1.2 kB",
        "3.4 MB",
        "5 GB",
    ]
    assert [count_words(count) for count in (361, 41_000, 3.2e6, 4e9)] == [
        "361", "41 thousand", "3.2 million", "4 billion",
    ]  # fmt: skip


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_drawn_in_every_look(room: CostRoom, theme: str) -> None:
    room.desk._keep(room.desk.plan, whole())
    room.set_style(Style(palette(theme), 1.5))
    room.resize(1400, 900)
    assert not room.grab().isNull()


def test_all_pages_of_a_session_share_one_desk(room: CostRoom) -> None:
    assert cost_desk_of(room.session) is room.desk
    bare = Session(PLAN, InThread)
    assert cost_desk_of(bare) is cost_desk_of(bare)
    bare.end()
    bare.deleteLater()


def test_pictures_stand_beside_each_other_where_there_is_room(qtbot: QtBot, room: CostRoom) -> None:
    def beside() -> bool:
        return room.units.y() == room.lengths.y() and room.units.geometry().right() < room.lengths.x()

    def below() -> bool:
        return room.units.geometry().bottom() < room.lengths.y()

    for zoom, stands in ((1.0, beside), (3.0, below)):
        room.set_style(Style(palette("light"), zoom))
        qtbot.waitUntil(stands)
        assert room.units.height() >= room.units.minimumSizeHint().height()
