"""The window is closed while others of its windows are open and work: nothing is left, and all is sound."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from lstm_gui.store.collection import Collection
from tests.gui.conftest import LabMaker
from tests.gui.random_cards import open_windows
from tests.store.contents import contents

CARDS = "".join(f"What is {number}?\tA number.\n" for number in range(2000))
AT_WORK = ("export_everything", "statistics", "browse_cards", "practise", "new_card", "check_collection")


@pytest.mark.parametrize("begun", [AT_WORK, ("import_clipboard",)])
def test_it_closes_with_everything_open_and_at_work(
    make_lab: LabMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: tuple[str, ...]
) -> None:
    lab = make_lab()
    with Collection.open(lab.folder, read_only=True) as reader:
        before = contents(reader)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "all.lstm-lab"), ""))
    QGuiApplication.clipboard().setText(CARDS)
    for name in begun:
        lab.window.actions_by_id[name].trigger()
        QApplication.processEvents()
    assert len(open_windows()) >= min(len(begun), 4)
    lab.close()
    assert not open_windows()
    with Collection.open(lab.folder) as collection:
        collection.verify()
        assert contents(collection) == before
