"""The windows about decks and what is kept, enlarged on a small screen: they fit it, and nothing is cut."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.commands.backup_dialog import BackupDialog
from lstm_gui.gui.jobs import Worker
from lstm_gui.gui.keeping.check_dialog import CheckDialog
from lstm_gui.gui.keeping.export_dialog import ExportDialog
from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.button import Button
from lstm_gui.gui.quiz.deck_dialog import DeckDialog
from lstm_gui.gui.quiz.deck_hints import Surroundings
from lstm_gui.gui.quiz.deck_picker import DeckPicker
from lstm_gui.gui.quiz.import_dialog import ImportDialog
from lstm_gui.gui.quiz.style import Style
from lstm_gui.store.collection import Collection, DeckSummary
from tests.store.study import NOW, deck

LONG = "Deep learning::Recurrent networks::LSTM::Gates::The forget gate and what it keeps over time"


@pytest.fixture
def thread(tmp_path: Path, qapp: QCoreApplication) -> Iterator[CollectionThread]:
    with Collection.open(tmp_path, now=NOW) as collection:
        collection.import_deck(deck(3, LONG), NOW)
    made = CollectionThread(tmp_path, qapp)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def worker(qapp: QCoreApplication) -> Iterator[Worker]:
    made = Worker("files", qapp)
    yield made
    made.stop()
    made.deleteLater()


def dialogs(thread: CollectionThread, worker: Worker, folder: Path, look: Style) -> list[QDialog]:
    """One of each, as it is shown."""
    with Collection.open(folder, read_only=True) as collection:
        decks: list[DeckSummary] = collection.decks(NOW, 10)
    settings = DeckDialog(thread, Surroundings(decks, 10, 0.9, 739000), look, lambda: NOW)
    settings.show_deck(next(one for one in decks if one.name == LONG))
    bad = folder / "bad.apkg"
    bad.write_bytes(b"PK nothing")
    bringing = ImportDialog(thread, worker, look, lambda: NOW)
    bringing.read(bad)
    return [
        settings,
        bringing,
        ExportDialog(thread, worker, decks, look),
        CheckDialog(thread, look),
        BackupDialog([], NOW, look),
        DeckPicker(decks, LONG, look),
    ]


def cut(dialog: QDialog) -> list[str]:
    """What has less room than its words."""
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    short = [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]
    buttons = [button for button in dialog.findChildren(Button) if button.isVisible()]
    return short + [button.text() for button in buttons if button.width() < button.sizeHint().width()]


def is_refused(dialog: ImportDialog) -> bool:
    """Whether a file that cannot be read is called so."""
    return dialog.title.text() == "Nothing was imported"


@pytest.mark.parametrize("zoom", [100, 200, 300])
@pytest.mark.parametrize("screen", [(1024, 600), (1440, 900)])
def test_each_fits_the_screen_and_its_words_fit_it(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    thread: CollectionThread,
    worker: Worker,
    tmp_path: Path,
    zoom: int,
    screen: tuple[int, int],
) -> None:
    room = QSize(*screen)
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: room)
    for dialog in dialogs(thread, worker, tmp_path, Style(palette("light"), zoom)):
        qtbot.addWidget(dialog)
        dialog.show()
        if isinstance(dialog, ImportDialog):
            qtbot.waitUntil(partial(is_refused, dialog))
        QCoreApplication.processEvents()
        assert dialog.width() <= room.width(), dialog
        assert dialog.height() <= room.height(), dialog
        assert cut(dialog) == []
        dialog.reject()
