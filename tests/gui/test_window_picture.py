"""The picture of the window shows the window, and leaves nothing running."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from lstm_gui.formats.bundled import install_bundled_decks
from lstm_gui.gui import window_picture
from lstm_gui.gui.palette import palette
from lstm_gui.gui.window_picture import render_window
from lstm_gui.store.collection import Collection


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a collection with the bundled deck."""
    with Collection.open(tmp_path / "lab") as collection:
        install_bundled_decks(collection)
    return tmp_path / "lab"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_has_the_size_and_the_colours_asked_for(folder: Path, tmp_path: Path, theme: str) -> None:
    render_window(tmp_path / "out.png", data_dir=folder, size=(1280, 720), theme=theme)
    picture = QImage(str(tmp_path / "out.png"))
    assert (picture.width(), picture.height()) == (1280, 720)
    assert picture.pixelColor(2, 718) == palette(theme).window


@pytest.mark.usefixtures("qapp")
def test_a_window_that_shows_no_card_is_given_up(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_picture, "PATIENCE", 0)
    with pytest.raises(TimeoutError, match="no card"):
        render_window(tmp_path / "out.png", data_dir=folder)
    assert not (tmp_path / "out.png").exists()
