"""The room "Compare": settings are chosen, run and told by hand, by key, and for a screen reader."""

import csv
import math
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.baseline_words import BASELINE_ROLE
from lstm_gui.gui.training.compare import room as module
from lstm_gui.gui.training.compare.desk import Desk
from lstm_gui.gui.training.compare.preset_words import WORDS, preset_words
from lstm_gui.gui.training.compare.room import CompareRoom
from lstm_gui.gui.training.compare.words import VERDICTS, aspect_title, value_words, verdict_words
from lstm_gui.gui.training.session import Session
from lstm_gui.training.comparison.aspects import aspects
from lstm_gui.training.comparison.comparison import Comparison, Setting
from lstm_gui.training.comparison.verdict import Finding
from lstm_gui.training.comparison.words import LISTS, SENTENCES
from lstm_gui.training.crew import Crew
from lstm_gui.training.presets.catalogue import PRESETS
from lstm_gui.training.run import Validation
from lstm_gui.training.task import Baseline
from tests.gui.training.compare.test_desk import SMALL
from tests.gui.training.process import InThread


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[CompareRoom]:
    session = Session(SMALL, InThread)
    Desk(session, partial(Crew, hire=InThread, processes=1))
    made = CompareRoom(session, Style(palette("light")))
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    yield made
    session.end()
    session.deleteLater()


def finished(room: CompareRoom) -> Comparison:
    """The comparison of a room as if its runs had ended: each setting ten times worse than the one before."""
    room.desk.start()
    room.desk.stop()
    now = room.desk.comparison
    assert now is not None
    outcomes = []
    for one in now.outcomes:
        loss = 0.01 * 10**one.setting * (1 + one.seed / 10)
        outcomes.append(
            replace(
                one,
                step=4,
                curve=((2, 2 * loss), (4, loss)),
                ended="steps",
                test=Validation(loss, loss, False),
                parameters=33,
                baselines=(Baseline("chance", 0.5, 0.5),),
                seconds=1.5,
            )
        )
    found = replace(now, outcomes=tuple(outcomes))
    room.desk.comparison = found
    room.desk.comparison_changed.emit()
    return found


def test_a_click_adds_a_setting_and_another_runs_it(qtbot: QtBot, room: CompareRoom) -> None:
    QTest.mouseClick(room.add, Qt.MouseButton.LeftButton)
    assert [card.isVisible() for card in room.cards] == [True, True, False, False]
    room.desk.set_seeds(2)
    QTest.mouseClick(room.go, Qt.MouseButton.LeftButton)
    assert room.go.text() == "Stop"
    qtbot.waitUntil(lambda: not room.desk.running)
    assert room.go.text() == "Start"
    assert "spreads" in room.said.text() or "baseline" in room.said.text()
    assert "2 of 2 done" in room.cards[1].accessibleDescription()
    QTest.mouseClick(room.cards[1].remove, Qt.MouseButton.LeftButton)
    assert not room.cards[1].isVisible()


def test_stop_is_a_click_too(room: CompareRoom) -> None:
    room.desk.change(0, replace(SMALL, learning=replace(SMALL.learning, steps=10**9, stop_when_solved=False)))
    QTest.mouseClick(room.go, Qt.MouseButton.LeftButton)
    QTest.mouseClick(room.go, Qt.MouseButton.LeftButton)
    assert not room.desk.running
    assert "given up" in room.cards[0].accessibleDescription()


def test_one_thing_is_changed_by_key(room: CompareRoom) -> None:
    QTest.mouseClick(room.add, Qt.MouseButton.LeftButton)
    card = room.cards[1]
    units = [aspect_title(aspect.name) for aspect in aspects(room.desk.entry)].index("Units")
    card.things.setFocus()
    for _ in range(units):
        QTest.keyClick(card.things, Qt.Key.Key_Down)
    assert card.things.currentText() == "Units"
    assert card.values.currentText() == "2"
    card.values.setFocus()
    QTest.keyClick(card.values, Qt.Key.Key_Down)
    assert room.desk.plans[1].network.units == 4
    assert card.things.currentText() == "Units"
    assert "units 4" in card.accessibleName()


def test_seeds_are_chosen(room: CompareRoom) -> None:
    room.seeds.setFocus()
    QTest.keyClick(room.seeds, Qt.Key.Key_Home)
    assert room.desk.seeds == 1
    assert room.seeds.currentText() == "1 seed"


def test_the_verdict_the_curves_and_the_table_say_the_same(room: CompareRoom) -> None:
    room.desk.add()
    finished(room)
    assert "learns better than" in room.said.text()
    assert "median 0.012" in room.chart.accessibleDescription()
    assert room.numbers.table.numbers.rowCount() == 2
    assert room.numbers.table.numbers.table.rows[0][2] == "0.012 (0.01 – 0.014)"
    assert room.said.text() in room.told()
    room.grab()


def test_a_run_that_diverged_is_drawn_and_told(room: CompareRoom) -> None:
    found = finished(room)
    wild = replace(found.outcomes[0], ended="diverged", test=None, step=3, curve=((2, 0.4),))
    lost = replace(found.outcomes[1], ended="failed", words="there is no room", test=None, curve=())
    room.desk.comparison = replace(found, outcomes=(wild, lost, *found.outcomes[2:]))
    room.desk.comparison_changed.emit()
    assert "1 of 5 runs diverged" in room.said.text()
    assert "there is no room" in room.said.text()
    assert "∞" in room.numbers.table.numbers.table.rows[0][2]
    assert "1 diverged" in room.cards[0].accessibleDescription()
    room.grab()


@pytest.mark.parametrize(("holds", "words"), [(True, "Borne out by"), (False, "Not borne out by")])
def test_a_preset_says_its_claim_and_whether_the_runs_bear_it_out(
    room: CompareRoom, holds: bool, words: str
) -> None:
    room.presets.setFocus()
    QTest.keyClick(room.presets, Qt.Key.Key_Down)
    assert room.presets.currentText() == PRESETS[0].title
    assert f"Claim, to be seen: {PRESETS[0].claim}" in room.said.text()
    room.desk.open(replace(PRESETS[0], settings=(Setting("A", SMALL),), holds=lambda _: holds))
    finished(room)
    assert words in room.said.text()
    QTest.keyClick(room.presets, Qt.Key.Key_Home)
    assert room.presets.currentIndex() == 0
    assert room.desk.plans == (room.session.plan,)


def test_every_word_of_a_preset_can_be_translated() -> None:
    texts = {text for preset in PRESETS for text in (preset.title, preset.claim, preset.remark)}
    assert set(WORDS) == texts | {setting.name for preset in PRESETS for setting in preset.settings}
    assert preset_words(PRESETS[0].title) == PRESETS[0].title


def test_the_table_is_copied_and_leaves_as_a_file(
    room: CompareRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not room.numbers.export.isEnabled()
    finished(room)
    QTest.mouseClick(room.numbers.copy, Qt.MouseButton.LeftButton)
    head, row = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t")[:2] == ["setting", "parameters"]
    assert row.split("\t")[1:6] == ["33", "5", "5", "0", "0"]
    path = tmp_path / "table.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(room.numbers.export, Qt.MouseButton.LeftButton)
    with path.open(encoding="utf-8", newline="") as file:
        (told,) = csv.DictReader(file)
    assert math.isclose(float(told["test_loss_median"]), 0.012)


def test_a_file_that_cannot_be_written_is_said(
    room: CompareRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished(room)
    answers = iter([("", ""), (str(tmp_path / "none" / "table.csv"), "")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: next(answers))
    before = room.said.text()
    QTest.mouseClick(room.numbers.export, Qt.MouseButton.LeftButton)
    assert room.said.text() == before
    QTest.mouseClick(room.numbers.export, Qt.MouseButton.LeftButton)
    assert "table.csv could not be written" in room.said.text()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_drawn_in_every_look(room: CompareRoom, theme: str) -> None:
    for _ in range(3):
        room.desk.add()
    finished(room)
    room.set_style(Style(palette(theme), 1.5))
    room.resize(1400, 900)
    assert not room.grab().isNull()


def test_every_thing_and_every_value_has_words(room: CompareRoom) -> None:
    for aspect in aspects(room.desk.entry):
        assert aspect_title(aspect.name)
        words = [value_words(aspect, value) for value in aspect.values]
        assert len(set(words)) == len(words)


def test_every_sentence_of_a_verdict_can_be_translated() -> None:
    assert set(VERDICTS) == {*SENTENCES.values(), *LISTS.values()}


def test_the_verdict_is_read_first_and_nothing_below_it_jumps(room: CompareRoom) -> None:
    room.desk.add()
    finished(room)
    head, body = room.said.head, room.said.body
    assert "learns better than" in head.text()
    assert head.font().pixelSize() > body.font().pixelSize()
    assert head.font().bold()
    room.said.say("More and more. " * 50)
    high = room.said.height()
    room.said.say("Less.")
    assert room.said.height() == high
    room.desk.add()
    assert room.said.height() < high


def test_every_setting_can_be_read_however_little_room_there_is(room: CompareRoom) -> None:
    room.set_style(Style(palette("light"), 2.0))
    room.desk.take_present()
    for _ in range(3):
        room.desk.add()
    finished(room)
    room.resize(640, 400)
    room.grab()
    parts = (room.bar, room.said, *room.cards, room.chart, room.numbers)
    boxes = [part.geometry() for part in parts]
    assert not [1 for one in range(len(boxes)) for other in boxes[:one] if boxes[one].intersects(other)]
    assert all(box.width() >= part.minimumSizeHint().width() for box, part in zip(boxes, parts, strict=True))
    assert room.chart.height() >= room.chart.minimumSizeHint().height()
    assert room.inner.height() > room.area.viewport().height()


def test_a_claim_is_told_where_a_preset_is_chosen(room: CompareRoom) -> None:
    tips = [room.presets.itemData(row + 1, Qt.ItemDataRole.ToolTipRole) for row in range(len(PRESETS))]
    assert tips == [preset.claim for preset in PRESETS]
    room.desk.open(PRESETS[0])
    assert PRESETS[0].remark in room.said.text()


def test_what_happened_while_nobody_saw_it_is_there_when_it_is_shown(room: CompareRoom) -> None:
    before = room.told()
    room.hide()
    finished(room)
    assert room.told() == before
    room.show()
    assert room.told() != before


def test_the_baseline_is_red_here_too(room: CompareRoom) -> None:
    finished(room)
    red = palette("light").role(BASELINE_ROLE).graphic
    picture = room.chart.grab().toImage()
    column = [picture.pixelColor(picture.width() // 2, y) for y in range(picture.height())]
    hues = {one.hsvHue() for one in column if one.hsvSaturation() > 60}
    assert any(abs(hue - red.hsvHue()) <= 4 for hue in hues)


def test_a_screen_reader_hears_the_verdict_at_the_end(
    room: CompareRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(module, "announce", lambda _widget, words: heard.append(words))
    room.desk.add()
    finished(room)
    assert heard[-1] == room.said.text()
    heard.clear()
    room.desk.add()
    assert not heard


def test_a_baseline_is_called_in_the_verdict_as_in_the_chart() -> None:
    for kind in ("beats", "no better than the baseline"):
        assert "(always the same answer)" in verdict_words([Finding(kind, "RNN", "chance", 1, 3)])[0]
