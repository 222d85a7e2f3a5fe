"""Decks come in from files and from the clipboard, and an import is taken back by one press."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.quiz.import_dialog import ImportDialog
from lstm_gui.store.backups import backups
from lstm_gui.store.collection import Collection
from tests.gui.conftest import Lab

TABLE = "What does f do?\tIt keeps.\nWhat does i do?\tIt writes."


def shown(lab: Lab, qtbot: QtBot) -> ImportDialog:
    """The dialog in front, once it has read its file."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in lab.window.findChildren(ImportDialog)))
    dialog = next(each for each in lab.window.findChildren(ImportDialog) if each.isVisible())
    qtbot.waitUntil(lambda: not dialog.busy)
    return dialog


def decks(lab: Lab) -> set[str]:
    with Collection.open(lab.folder, read_only=True) as collection:
        return {deck.name for deck in collection.decks(collection_now(), 0)}


def collection_now() -> datetime:
    return datetime.now().astimezone()


def bring_copied(lab: Lab, qtbot: QtBot) -> None:
    """Import the table on the clipboard."""
    QGuiApplication.clipboard().setText(TABLE)
    lab.window.actions_by_id["import_clipboard"].trigger()
    dialog = shown(lab, qtbot)
    assert dialog.form.name.text() == "Clipboard"
    with qtbot.waitSignal(dialog.imported):
        QTest.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)


def test_a_copied_table_becomes_a_deck_and_goes_again(lab: Lab, qtbot: QtBot) -> None:
    window = lab.window
    before = window.review.deck
    bring_copied(lab, qtbot)
    assert decks(lab) == {"LSTM fundamentals", "Clipboard"}
    assert window.banner.sentence.text() == "“Clipboard” is in your collection: 2 new cards."
    assert window.actions_by_id["undo"].text().endswith("the import of “Clipboard”")
    assert not window.live.now.recent_files
    qtbot.waitUntil(lambda: window.review.panel.card is not None and "do?" in window.review.panel.card.front)
    QTest.mouseClick(window.banner.remedy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.review.deck == before)
    assert decks(lab) == {"LSTM fundamentals"}
    assert not window.banner.isVisible()
    assert not window.actions_by_id["undo"].isEnabled()
    assert window.toast.text() == "The import of “Clipboard” is taken back."


def test_two_copied_lists_share_no_card(lab: Lab, qtbot: QtBot) -> None:
    bring_copied(lab, qtbot)
    for text, kinds in ((TABLE, "2 the same"), (TABLE.replace("writes", "adds"), "2 new")):
        QGuiApplication.clipboard().setText(text)
        lab.window.actions_by_id["import_clipboard"].trigger()
        dialog = shown(lab, qtbot)
        assert kinds in dialog.words.text()
        dialog.reject()


def test_undo_in_the_menu_takes_it_back_too(lab: Lab, qtbot: QtBot) -> None:
    bring_copied(lab, qtbot)
    lab.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: decks(lab) == {"LSTM fundamentals"})
    qtbot.waitUntil(lambda: not lab.window.banner.isVisible())


def test_after_a_rating_undo_is_about_the_rating(lab: Lab, qtbot: QtBot) -> None:
    bring_copied(lab, qtbot)
    panel = lab.window.review.panel
    qtbot.waitUntil(lambda: panel.card is not None and "do?" in panel.card.front)
    with qtbot.waitSignal(lab.window.review.rated):
        panel.reveal()
        panel.rate(4)
    assert not lab.window.banner.isVisible()
    qtbot.waitUntil(lambda: "rating" in lab.window.actions_by_id["undo"].text())
    assert not lab.window.decks.importing.undo()


def test_after_an_edit_undo_is_about_the_edit(lab: Lab, qtbot: QtBot) -> None:
    bring_copied(lab, qtbot)
    window = lab.window
    qtbot.waitUntil(lambda: window.review.card is not None and "do?" in window.review.card.front)
    window.actions_by_id["suspend_card"].trigger()
    qtbot.waitUntil(lambda: not window.decks.importing.undo_label)
    assert not window.banner.isVisible()
    assert "Clipboard" in decks(lab)


def test_after_a_restore_undo_is_about_nothing_that_was_before(lab: Lab, qtbot: QtBot) -> None:
    window = lab.window
    bring_copied(lab, qtbot)
    qtbot.waitUntil(lambda: window.review.deck == "Clipboard")
    with qtbot.waitSignal(window.keeper.replaced):
        window.keeper.restore(backups(lab.folder)[0])  # made just before the import
    assert decks(lab) == {"LSTM fundamentals"}
    assert not window.actions_by_id["undo"].isEnabled()
    qtbot.waitUntil(lambda: "is restored" in window.banner.sentence.text())
    qtbot.waitUntil(
        lambda: window.review.panel.card is not None and "do?" not in window.review.panel.card.front
    )
    assert window.review.deck != "Clipboard"


def test_when_cards_were_changed_unseen_it_says_so(lab: Lab, qtbot: QtBot) -> None:
    bring_copied(lab, qtbot)
    window = lab.window
    assert window.decks.collection is not None
    job = window.decks.collection.job(window)

    def change(collection: Collection) -> None:
        collection.edits.suspend([collection.cards("Clipboard")[0].uid], collection_now())

    with qtbot.waitSignal(job.succeeded):
        window.decks.collection.run(job, change)
    window.decks.importing.undo()
    qtbot.waitUntil(lambda: "changed since the import" in window.banner.sentence.text())
    assert "Clipboard" in decks(lab)


def test_an_empty_clipboard_is_said(lab: Lab) -> None:
    QGuiApplication.clipboard().clear()
    lab.window.actions_by_id["import_clipboard"].trigger()
    assert lab.window.toast.text() == "There is no text on the clipboard."
    assert not lab.window.findChildren(ImportDialog)


def test_files_dropped_together_come_one_after_the_other(lab: Lab, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    paths = [tmp_path / f"{name}.md" for name in ("One", "Two")]
    for path in paths:
        path.write_text(f"# {path.stem}\n\nQ: What is {path.stem}?\nA: It.\n", encoding="utf-8")
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(QPoint(50, 50)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    lab.window.dropEvent(event)
    first = shown(lab, qtbot)
    assert (first.title.text(), first.form.name.text()) == ("Import a deck, 1 of 2", "One")
    QTest.keyClick(first, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not first.isVisible())
    second = shown(lab, qtbot)
    assert (second.title.text(), second.form.name.text()) == ("Import a deck, 2 of 2", "Two")
    with qtbot.waitSignal(second.imported):
        QTest.mouseClick(second.agree, Qt.MouseButton.LeftButton)
    assert decks(lab) == {"LSTM fundamentals", "Two"}
