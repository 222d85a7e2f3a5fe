"""That nothing is saved stays in sight until it is, and then what was rated meanwhile is saved too."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from lstm_gui.gui.collection_thread import Opened
from lstm_gui.store.collection import Collection
from tests.gui.conftest import Lab, LabMaker


def test_the_state_cannot_be_dismissed_and_goes_when_it_is_over(lab: Lab, qtbot: QtBot) -> None:
    state = lab.window.state_banner
    lab.heavy.collection.opened.emit(Opened(True, "The disk is full; free some space.", saving=False))
    qtbot.waitUntil(state.isVisible)
    assert state.dismiss.isHidden()
    lab.window.errors.notice("Something else.")
    qtbot.waitUntil(lab.window.banner.isVisible)
    lab.window.banner.dismiss.click()
    assert state.sentence.text() == "The disk is full; free some space."
    lab.heavy.collection.opened.emit(Opened(read_only=False, notice=""))
    qtbot.waitUntil(state.isHidden)


def test_what_was_rated_in_memory_is_saved_once_it_can_be(
    make_lab: LabMaker, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "blocked"
    folder.write_text("in the way")
    lab = make_lab(folder=folder)
    state, panel = lab.window.state_banner, lab.window.review.panel
    qtbot.waitUntil(state.isVisible)
    assert "Nothing is being saved" in state.sentence.text()
    panel.reveal()
    panel.rate(4)
    qtbot.waitUntil(lambda: panel.work.undo.isEnabled())
    state.remedy.click()
    qtbot.waitUntil(lambda: "cannot be saved yet" in lab.window.banner.sentence.text())
    assert state.isVisible()
    folder.unlink()
    state.remedy.click()
    qtbot.waitUntil(state.isHidden)
    qtbot.waitUntil(lambda: "saved again" in lab.window.banner.sentence.text())
    lab.close()
    with Collection.open(folder) as collection:
        assert len(list(collection.events())) == 1
        assert collection.has_decks()
