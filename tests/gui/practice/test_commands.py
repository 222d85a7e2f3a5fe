"""Practice from the window: opened by its key, with scenes beside it, and its result in a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lstm_gui.gui.practice.commands import EXAM_NEAR, exams_near
from lstm_gui.gui.practice.dialog import PracticeDialog
from lstm_gui.quiz.deck_rules import DeckRules
from lstm_gui.quiz.practice.question import Mode
from lstm_gui.store.collection import DeckSummary
from tests.gui.conftest import Lab


def test_before_an_exam_the_weakest_cards_are_proposed(qtbot: QtBot, lab: Lab) -> None:
    day = 739_000
    decks = [
        DeckSummary(1, "LSTM", "", 9, 0, 0, 0.5, DeckRules(exam_day=day + 3)),
        DeckSummary(2, "LSTM::Gates", "", 9, 0, 0, 0.5, DeckRules(exam_day=day - 1)),
        DeckSummary(3, "Maths", "", 9, 0, 0, 0.5, DeckRules(exam_day=day + EXAM_NEAR + 1)),
        DeckSummary(4, "Words", "", 9, 0, 0, 0.5),
    ]
    exams = exams_near(decks, day)
    assert exams == {"LSTM": 3, "LSTM::Gates": 3, None: 3}
    setup = opened(qtbot, lab).setup
    setup.show_decks([deck.name for deck in decks], "LSTM::Gates", exams)
    assert setup.wish.mode is Mode.CRAM
    assert setup.words.text().startswith("The exam is in 3 days.")
    setup.deck.setCurrentIndex(setup.deck.findData("Words"))
    assert setup.words.text().startswith("Nothing here")


def opened(qtbot: QtBot, lab: Lab) -> PracticeDialog:
    lab.window.actions_by_id["practise"].trigger()
    dialog = lab.window.practice.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.setup.start.isEnabled())
    return dialog


def test_a_test_from_the_window_to_a_file(
    qtbot: QtBot, lab: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, lab)
    assert dialog.setup.topics.count() == 9
    dialog.setup.choose(Mode.CHOICE)
    dialog.setup.number.setValue(2)
    with qtbot.waitSignal(dialog.session.asked):
        dialog.setup.start.click()
    QTest.keyClick(dialog.round, Qt.Key.Key_A)
    assert "Show me" in dialog.round.card.scene_button.text()
    QTest.keyClick(dialog.round, Qt.Key.Key_S)
    card = dialog.round.card_on_screen
    assert card is not None
    assert lab.window.visit.scene_name == card.scene
    assert "Back" in dialog.round.card.scene_button.text()
    QTest.keyClick(dialog.round, Qt.Key.Key_S)
    assert lab.window.visit.scene_name == ""
    QTest.keyClick(dialog.round, Qt.Key.Key_Escape)
    target = tmp_path / "result.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kwargs: (str(target), ""))
    dialog.summary.save.click()
    assert target.read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_args, **_kwargs: (str(tmp_path / "no" / "a.pdf"), "")
    )
    dialog.summary.save.click()
    assert "was not saved" in dialog.banner.words.text()
    lab.window.theme.choose("dark")
    before = dialog.summary.title.font().pixelSize()
    lab.window.live.change(zoom=150)
    assert dialog.summary.title.font().pixelSize() > before
    dialog.close()
    assert lab.window.practice.dialog is None
    anew = opened(qtbot, lab)
    assert anew is not dialog
