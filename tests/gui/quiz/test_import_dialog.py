"""Importing: a preview first, nothing changed before the person agrees, refusals in one sentence."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lstm_gui.formats.deck_file import read_deck
from lstm_gui.formats.json_deck import write_json
from lstm_gui.gui import jobs
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.jobs import Worker
from lstm_gui.gui.operations.import_deck import Imported
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.import_dialog import ImportDialog
from lstm_gui.gui.quiz.import_list import Fate, one_line
from lstm_gui.gui.quiz.style import Style
from lstm_gui.store.collection import Collection, ImportReport
from lstm_gui.store.errors import NotSaved
from tests.gui.quiz.conftest import Clock
from tests.store.study import NOW, rate

DECK = """
name = "Two cards"

[[card]]
uid = "a"
topic = "Gates"
front = "What does f do?"
back = "It keeps."

[[card]]
uid = "b"
topic = "Gates"
front = "What does i do?"
back = "It writes."
"""


@pytest.fixture
def dialog(
    qtbot: QtBot, qapp: QApplication, collection: CollectionThread, clock: Clock
) -> Iterator[ImportDialog]:
    worker = Worker("files", qapp)
    made = ImportDialog(collection, worker, Style(palette("light")), clock)
    qtbot.addWidget(made)
    made.show()
    yield made
    worker.stop()
    worker.deleteLater()


def written(folder: Path, text: str, name: str = "deck.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read(qtbot: QtBot, dialog: ImportDialog, path: Path) -> None:
    dialog.read(path)
    qtbot.waitUntil(lambda: not dialog.busy)


def tags(dialog: ImportDialog) -> list[str]:
    model = dialog.list.model()
    words = (model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount()))
    return [str(text).split(":")[0] for text in words]


def test_a_preview_changes_nothing(
    qtbot: QtBot, dialog: ImportDialog, collection: CollectionThread, folder: Path
) -> None:
    read(qtbot, dialog, written(folder, DECK))
    assert dialog.title.text() == "Import a deck"
    assert dialog.form.name.text() == "Two cards"
    assert not dialog.form.history.isVisible()
    assert dialog.words.text() == "2 cards: 2 new."
    assert tags(dialog) == ["new", "new"]
    assert dialog.agree.text() == "Import 2 cards"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    collection.close()
    with Collection.open(folder) as found:
        assert found.card("a") is None


def test_agreeing_brings_the_cards_and_says_so(
    qtbot: QtBot, dialog: ImportDialog, collection: CollectionThread, folder: Path
) -> None:
    read(qtbot, dialog, written(folder, DECK))
    with qtbot.waitSignal(dialog.imported) as caught:
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    (imported,) = caught.args or [None]
    assert isinstance(imported, Imported)
    assert (imported.deck, imported.report) == ("Two cards", ImportReport("Two cards", ("a", "b"), (), ()))
    assert imported.edit > 0
    assert not dialog.isVisible()
    collection.close()
    with Collection.open(folder) as found:
        assert [card.uid for card in found.cards("Two cards")] == ["a", "b"]


def test_imported_again_there_is_nothing_to_do(qtbot: QtBot, dialog: ImportDialog, folder: Path) -> None:
    path = written(folder, DECK)
    read(qtbot, dialog, path)
    with qtbot.waitSignal(dialog.imported):
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    dialog.show()
    read(qtbot, dialog, path)
    assert tags(dialog) == ["same", "same"]
    assert dialog.agree.text() == "Nothing to import"
    assert not dialog.agree.isEnabled()


def test_a_changed_card_is_marked(qtbot: QtBot, dialog: ImportDialog, folder: Path) -> None:
    read(qtbot, dialog, written(folder, DECK))
    with qtbot.waitSignal(dialog.imported):
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    dialog.show()
    read(qtbot, dialog, written(folder, DECK.replace("It keeps.", "It keeps c.")))
    assert tags(dialog) == ["changed", "same"]


def test_what_is_left_out_is_listed_with_line_and_reason(
    qtbot: QtBot, dialog: ImportDialog, folder: Path
) -> None:
    page = Path(__file__).parents[2] / "data" / "brainscape-lstm.txt"
    cut = page.read_text(encoding="utf-8").rsplit("\nA\n", 1)[0] + "\n"
    read(qtbot, dialog, written(folder, cut, "page.txt"))
    assert tags(dialog)[0] == Fate.LEFT_OUT.words
    first = dialog.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "line " in str(first)
    assert "1 left out" in dialog.words.text()
    assert dialog.grab().height() > 0


def test_a_refused_file_gets_one_sentence(qtbot: QtBot, dialog: ImportDialog, folder: Path) -> None:
    read(qtbot, dialog, written(folder, "nothing of ours"))
    assert dialog.title.text() == "Nothing was imported"
    assert "deck.toml" in dialog.words.text()
    assert not dialog.agree.isVisible()
    assert dialog.leave.isEnabled()
    assert dialog.leave.text() == "Close"


def test_a_full_disk_is_said_and_can_be_tried_again(
    qtbot: QtBot, dialog: ImportDialog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> ImportReport:
        raise NotSaved("The disk is full; free some space.")

    read(qtbot, dialog, written(folder, DECK))
    with monkeypatch.context() as patch:
        patch.setattr(Collection, "import_deck", full)
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: dialog.words.text() == "The disk is full; free some space.")
    with qtbot.waitSignal(dialog.imported):
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)


def test_leaving_while_reading_drops_what_comes(qtbot: QtBot, dialog: ImportDialog, folder: Path) -> None:
    dialog.read(written(folder, DECK))
    with qtbot.waitSignal(dialog.rejected):
        QTest.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_a_list_shows_one_line() -> None:
    assert one_line("a\n\n b\tc") == "a b c"
    assert len(one_line("x" * 10_000)) == 400


def test_a_table_says_how_it_was_understood_and_what_is_left_out(
    qtbot: QtBot, dialog: ImportDialog, folder: Path
) -> None:
    read(qtbot, dialog, written(folder, "What does f do?;It keeps.\nAnd i?;\n", "deck.csv"))
    assert dialog.words.text() == (
        "1 card: 1 new · 1 left out. Its cells are separated by semicolons, as it seems."
    )
    assert tags(dialog) == ["left out", "new"]


def test_a_history_is_offered_where_all_cards_are_known(
    qtbot: QtBot, dialog: ImportDialog, folder: Path, tmp_path: Path
) -> None:
    read(qtbot, dialog, written(folder, DECK))
    dialog.bring()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    with Collection.open(tmp_path / "elsewhere", now=NOW) as elsewhere:
        made = read_deck(written(folder, DECK)).deck
        elsewhere.import_deck(made, NOW)
        content = write_json(made, [rate(elsewhere, "a")])
    dialog.show()
    read(qtbot, dialog, written(folder, content.decode(), "deck.jsonl"))
    assert dialog.words.text() == "2 cards: 2 the same · ratings: 1. Progress is kept."
    assert dialog.agree.text() == "Import 1 rating"
    with qtbot.waitSignal(dialog.imported) as signal:
        dialog.bring()
    imported = (signal.args or [None])[0]
    assert isinstance(imported, Imported)
    assert imported.report.ratings == 1


def bring_big(dialog: ImportDialog, folder: Path, qtbot: QtBot) -> None:
    text = "".join(f"Question {number}?\tAnswer.\n" for number in range(3000))
    read(qtbot, dialog, written(folder, text, "big.tsv"))
    QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)


def test_stopped_in_the_middle_nothing_of_it_stays(
    qtbot: QtBot, dialog: ImportDialog, collection: CollectionThread, folder: Path
) -> None:
    bring_big(dialog, folder, qtbot)
    assert not dialog.form.isEnabled()
    QTest.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.busy)
    assert dialog.isVisible()
    assert dialog.title.text() == "Nothing was imported"
    assert dialog.agree.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    collection.close()
    with Collection.open(folder) as found:
        assert [deck.name for deck in found.decks(NOW, 0)] == ["LSTM fundamentals"]


def test_an_import_shows_how_far_it_is(
    qtbot: QtBot, dialog: ImportDialog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "FRAME", 0.0)  # it may be over before the screen is drawn again
    seen: list[tuple[int, int]] = []
    dialog.bar.valueChanged.connect(lambda value: seen.append((value, dialog.bar.maximum())))
    with qtbot.waitSignal(dialog.imported):
        bring_big(dialog, folder, qtbot)
    assert {total for value, total in seen if value > 0} == {3000}


def test_the_deck_is_called_as_one_likes(
    qtbot: QtBot, dialog: ImportDialog, collection: CollectionThread, folder: Path
) -> None:
    read(qtbot, dialog, written(folder, DECK))
    dialog.form.name.clear()
    QTest.keyClick(dialog.form.name, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.words.text() == "Give the deck a name.")
    assert not dialog.agree.isEnabled()
    QTest.keyClicks(dialog.form.name, "LSTM::Two")
    qtbot.waitUntil(lambda: dialog.agree.isEnabled() and not dialog.busy)
    with qtbot.waitSignal(dialog.imported):
        QTest.keyClick(dialog.form.name, Qt.Key.Key_Return)
    collection.close()
    with Collection.open(folder) as found:
        assert [card.uid for card in found.cards("LSTM::Two")] == ["a", "b"]


def test_what_is_shown_makes_room_for_itself_on_the_screen(
    qtbot: QtBot, dialog: ImportDialog, folder: Path
) -> None:
    screen = dialog.screen().availableGeometry()
    dialog.move(40, screen.bottom() - 2 * dialog.height())
    middle, small = dialog.geometry().center().y(), dialog.height()
    read(qtbot, dialog, written(folder, DECK))
    assert dialog.height() > small
    assert screen.contains(dialog.frameGeometry())
    assert dialog.geometry().center().y() <= middle


def test_it_says_how_many_decks_come_with_a_deck(qtbot: QtBot, dialog: ImportDialog, folder: Path) -> None:
    inside = {"a": "Gates", "b": "Gates::Input"}
    deck = replace(read_deck(written(folder, DECK)).deck, inside=inside)
    dialog.read(written(folder, write_json(deck, ()).decode(), "deck.jsonl"))
    qtbot.waitUntil(lambda: not dialog.busy)
    assert dialog.words.text() == "2 cards: 2 new · decks inside: 2."


def choose(dialog: ImportDialog, column: int, words: str) -> None:
    """Choose what a column holds, by its keys."""
    choice = dialog.mapper.choices[column]
    choice.setFocus()
    choice.setCurrentIndex(choice.findText(words))
    choice.activated.emit(choice.currentIndex())


def test_a_column_is_what_one_says(
    qtbot: QtBot, dialog: ImportDialog, collection: CollectionThread, folder: Path
) -> None:
    read(qtbot, dialog, written(folder, "It keeps.\tWhat does f do?\tgates\n", "deck.tsv"))
    assert [choice.currentText() for choice in dialog.mapper.choices] == ["Question", "Answer", "Not read"]
    choose(dialog, 0, "Answer")
    assert [choice.currentText() for choice in dialog.mapper.choices] == ["Answer", "Question", "Not read"]
    choose(dialog, 2, "Tags")
    qtbot.waitUntil(lambda: not dialog.busy)
    choose(dialog, 1, "Not read")
    assert dialog.words.text() == "Choose a column for the question and one for the answer."
    assert not dialog.agree.isEnabled()
    choose(dialog, 1, "Question")
    qtbot.waitUntil(lambda: not dialog.busy)
    with qtbot.waitSignal(dialog.imported):
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    collection.close()
    with Collection.open(folder) as found:
        (card,) = found.cards("deck")
    assert (card.front, card.back, card.tags) == ("What does f do?", "It keeps.", ("gates",))


def test_the_history_can_stay_behind(
    qtbot: QtBot, dialog: ImportDialog, folder: Path, tmp_path: Path
) -> None:
    with Collection.open(tmp_path / "elsewhere", now=NOW) as elsewhere:
        made = read_deck(written(folder, DECK)).deck
        elsewhere.import_deck(made, NOW)
        content = write_json(made, [rate(elsewhere, "a")])
    read(qtbot, dialog, written(folder, content.decode(), "deck.jsonl"))
    assert dialog.form.history.isVisible()
    assert "ratings: 1" in dialog.words.text()
    dialog.form.history.click()
    qtbot.waitUntil(lambda: "ratings" not in dialog.words.text() and not dialog.busy)
    with qtbot.waitSignal(dialog.imported) as signal:
        dialog.bring()
    imported = (signal.args or [None])[0]
    assert isinstance(imported, Imported)
    assert imported.report.ratings == 0
