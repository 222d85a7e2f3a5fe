"""Pictures and animations leave the window by clicks and keys, and what stands under a name is never lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.export.film_dialog import FilmDialog
from lstm_gui.gui.export.picture_dialog import PictureDialog
from lstm_gui.gui.palette import palette
from lstm_gui.settings import Settings
from tests.gui.conftest import Lab, LabMaker

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
MENU = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)  # offscreen says so of any menu, and of a dialog brought to the front


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | str, kind: str = "") -> None:
    """What a person answers to the question for a file name."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


def press(button: QPushButton) -> None:
    """A click in its middle."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def key(lab: Lab, name: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """A key through the native window."""
    QTest.keyClick(lab.window.windowHandle(), name, held)


def picture_dialog(lab: Lab, qtbot: QtBot) -> PictureDialog:
    """Ctrl+E."""
    with qtbot.waitActive(lab.window):
        lab.window.activateWindow()
    key(lab, Qt.Key.Key_E, CTRL)
    dialog = lab.window.findChild(PictureDialog)
    assert isinstance(dialog, PictureDialog)
    qtbot.waitExposed(dialog)
    return dialog


def film_dialog(lab: Lab, qtbot: QtBot) -> FilmDialog:
    """Ctrl+Shift+A, with few small pictures chosen."""
    key(lab, Qt.Key.Key_A, CTRL_SHIFT)
    dialog = lab.window.pictures.film
    assert dialog is not None
    qtbot.waitExposed(dialog)
    dialog.size_choice.setCurrentIndex(0)
    dialog.last.setValue(3)
    return dialog


def copied() -> QImage:
    """The picture on the clipboard."""
    return QGuiApplication.clipboard().image()


def test_everything_shown_is_exported_as_each_kind(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    state, page = lab.window.controller.state, lab.window.simulator.page
    for downs, ending in enumerate((".png", ".svg", ".pdf")):
        dialog = picture_dialog(lab, qtbot)
        for _ in range(downs):
            QTest.keyClick(dialog.kind, Qt.Key.Key_Down)
        answer(monkeypatch, tmp_path / f"mine{ending}")
        press(dialog.save)
        assert f"mine{ending}" in lab.window.toast.text()
        assert not dialog.isVisible()
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
    with Image.open(tmp_path / "mine.png") as image:
        assert image.width == 2 * (page.width() + 20)
    drawn = (tmp_path / "mine.svg").read_bytes()
    assert QSvgRenderer(str(tmp_path / "mine.svg")).isValid()
    assert b"<text" not in drawn
    assert b"<image" not in drawn
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF-1.")
    assert lab.window.controller.state is state
    assert not lab.window.actions_by_id["undo"].isEnabled()


def test_a_card_is_exported_dark_from_a_light_window_which_stays_light(
    make_lab: LabMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lab = make_lab(Settings(theme="light"))
    dialog = picture_dialog(lab, qtbot)
    before = lab.window.simulator.grab().toImage()
    QTest.keyClick(dialog.view, Qt.Key.Key_Down)
    QTest.keyClick(dialog.theme, Qt.Key.Key_Down)
    answer(monkeypatch, tmp_path / "cell.png")
    press(dialog.save)
    image = QImage(str(tmp_path / "cell.png"))
    assert image.pixelColor(2, 2) == palette("dark").window
    assert image.pixelColor(100, 60).lightness() < 60
    assert lab.window.simulator.grab().toImage() == before
    assert lab.window.simulator.diagram.style_now.palette is palette("light")


def test_the_page_of_the_gradients_is_exported(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lab.window.actions_by_id["tab_gradients"].trigger()
    dialog = picture_dialog(lab, qtbot)
    names = [dialog.view.itemText(n) for n in range(dialog.view.count())]
    assert names[0] == "Everything shown"
    assert len(names) == 4
    answer(monkeypatch, tmp_path / "gradients.svg")
    press(dialog.save)
    assert QSvgRenderer(str(tmp_path / "gradients.svg")).isValid()


def test_a_picture_that_was_not_asked_about_is_kept_and_a_folder_that_is_not_there_told(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = tmp_path / "mine.png"
    kept.write_text("kept", encoding="utf-8")
    dialog = picture_dialog(lab, qtbot)
    for path, words in (
        (tmp_path / "mine", "mine.png is there already"),
        (tmp_path / "nowhere" / "mine.png", "mine.png was not written"),
    ):
        answer(monkeypatch, path, "PNG picture (*.png)")
        with qtbot.waitSignal(lab.window.errors.told):
            press(dialog.save)
        assert words in lab.window.banner.sentence.text()
        assert dialog.isVisible()
    assert kept.read_text(encoding="utf-8") == "kept"
    press(dialog.leave)
    assert not dialog.isVisible()


def test_a_scene_is_not_saved_over_a_file_that_was_not_asked_about(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = tmp_path / "mine.json"
    kept.write_text("kept", encoding="utf-8")
    answer(monkeypatch, tmp_path / "mine")
    with qtbot.waitSignal(lab.window.errors.told):
        key(lab, Qt.Key.Key_S, CTRL)
    assert "mine.json is there already" in lab.window.banner.sentence.text()
    assert kept.read_text(encoding="utf-8") == "kept"
    answer(monkeypatch, tmp_path / "other")
    key(lab, Qt.Key.Key_S, CTRL)
    assert (tmp_path / "other.json").is_file()


def test_what_is_shown_and_the_card_with_the_keyboard_are_copied(lab: Lab) -> None:
    simulator = lab.window.simulator
    key(lab, Qt.Key.Key_I, CTRL_SHIFT)
    whole = copied()
    assert whole.width() == 2 * (simulator.page.width() + 20)
    assert "everything shown" in lab.window.toast.text()
    next(iter(simulator.operating.knobs.values())).setFocus()
    key(lab, Qt.Key.Key_I, CTRL_SHIFT)
    assert copied().width() == 2 * (simulator.operating.width() + 20)
    assert "Operating points" in lab.window.toast.text()


def test_a_dialog_copies_what_it_shows(lab: Lab, qtbot: QtBot) -> None:
    dialog = picture_dialog(lab, qtbot)
    QTest.keyClick(dialog.view, Qt.Key.Key_Down)
    press(dialog.copy)
    assert copied().width() == 2 * (lab.window.simulator.diagram.width() + 20)
    assert dialog.view.currentText() in lab.window.toast.text()


def open_menu(card: QWidget, reason: QContextMenuEvent.Reason) -> QMenu:
    """A right click in a corner of a card, or the menu key."""
    place = QPoint(6, 6)
    QApplication.sendEvent(card, QContextMenuEvent(reason, place, card.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    """A click on the entry that begins so."""
    action = next(each for each in menu.actions() if each.text().replace("&", "").startswith(words))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


@MENU
def test_a_card_has_a_menu(lab: Lab) -> None:
    simulator = lab.window.simulator
    choose(open_menu(simulator.timeline, QContextMenuEvent.Reason.Mouse), "Copy a picture")
    assert copied().width() == 2 * (simulator.timeline.width() + 20)
    choose(open_menu(simulator.equations, QContextMenuEvent.Reason.Mouse), "Export a picture of this card")
    dialog = lab.window.findChild(PictureDialog)
    assert isinstance(dialog, PictureDialog)
    assert dialog.view.currentText() == simulator.equations.accessibleName()
    dialog.reject()
    knob = simulator.weights.knobs["b_f"]
    knob.setFocus()
    choose(open_menu(knob, QContextMenuEvent.Reason.Keyboard), "Copy the scene as text")
    assert QGuiApplication.clipboard().text().startswith("lstmlab1.")


@MENU
def test_a_class_can_be_given_what_it_sees(lab: Lab, qtbot: QtBot) -> None:
    lab.window.actions_by_id["present"].trigger()
    presenter = lab.window.presenter
    assert presenter is not None
    qtbot.waitExposed(presenter)
    QTest.keyClick(presenter.windowHandle(), Qt.Key.Key_I, CTRL_SHIFT)
    assert copied().width() == 2 * (presenter.simulator.page.width() + round(presenter.zoom / 100 * 10) * 2)
    assert "everything shown" in presenter.strip.action
    QTest.keyClick(presenter.windowHandle(), Qt.Key.Key_C, CTRL_SHIFT)
    assert QGuiApplication.clipboard().text().startswith("lstmlab1.")
    choose(open_menu(presenter.simulator.diagram, QContextMenuEvent.Reason.Mouse), "Copy this cell as NumPy")
    assert "import numpy" in QGuiApplication.clipboard().text()
    assert "NumPy" in presenter.strip.action
    presenter.close()


# Animations


@MENU
def test_an_animation_is_made_while_the_window_is_used(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = film_dialog(lab, qtbot)
    assert "3 pictures, 1.5 s" in dialog.about.text()
    answer(monkeypatch, tmp_path / "play.gif")
    press(dialog.save)
    assert not dialog.save.isEnabled()
    lab.window.controller.set_step(7)  # which the animation does not show
    qtbot.waitUntil(lambda: lab.window.pictures.film is None)
    assert lab.window.controller.state.scene.step == 7
    with Image.open(tmp_path / "play.gif") as image:
        assert image.size == (960, 640)
        assert image.n_frames == 3  # type: ignore[attr-defined]  # of a GIF
        assert (tmp_path / "play.gif").stat().st_size < 500_000
        ground = np.asarray(image.convert("RGB"))[2, 2]
    assert tuple(ground) == palette("light").window.getRgb()[:3]
    assert "Saved as play.gif" in lab.window.toast.text()


@MENU
@pytest.mark.parametrize("how", ["button", "escape", "window"])
def test_an_animation_is_cancelled(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, how: str
) -> None:
    kept = tmp_path / "play.gif"
    kept.write_bytes(b"kept")
    dialog = film_dialog(lab, qtbot)
    dialog.last.setValue(9)
    answer(monkeypatch, kept)
    press(dialog.save)
    qtbot.waitUntil(lambda: dialog.bar.value() >= 2)
    if how == "button":
        press(dialog.leave)
        assert dialog.isVisible()
        assert dialog.save.isEnabled()
    elif how == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert lab.window.pictures.film is None
    else:
        lab.window.close()
        assert lab.window.pictures.film is None
    assert kept.read_bytes() == b"kept"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["play.gif"]


@MENU
def test_what_cannot_be_written_is_told_at_once_and_the_dialog_stays(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dialog = film_dialog(lab, qtbot)
    answer(monkeypatch, tmp_path / "nowhere" / "play.gif")
    with qtbot.waitSignal(lab.window.errors.told):
        press(dialog.save)
    assert "play.gif was not written" in lab.window.banner.sentence.text()
    assert dialog.save.isEnabled()


@MENU
def test_what_ffmpeg_says_last_is_told(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "ffmpeg"
    program.write_text("#!/bin/sh\necho 'no such encoder' >&2\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    dialog = film_dialog(lab, qtbot)
    dialog.kind.setCurrentIndex(3)
    assert dialog.ending == ".mp4"
    answer(monkeypatch, tmp_path / "play.mp4")
    with qtbot.waitSignal(lab.window.errors.told):
        press(dialog.save)
    assert lab.window.banner.sentence.text() == "play.mp4 was not made: ffmpeg said: no such encoder."
    assert not (tmp_path / "play.mp4").exists()


@MENU
def test_mp4_is_offered_only_where_there_is_an_ffmpeg(
    lab: Lab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    dialog = film_dialog(lab, qtbot)
    assert [dialog.kind.itemData(n) for n in range(dialog.kind.count())] == [".gif", ".apng", ".webp"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_start_loads_nothing_of_it() -> None:
    source = "import sys, lstm_gui.gui.main_window; print(*sys.modules)"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    loaded = subprocess.run(
        [sys.executable, "-c", source], env=environment, capture_output=True, text=True, check=True
    ).stdout.split()
    late = ("PIL", "lstm_gui.formats.film", "lstm_gui.gui.simulator.picture", "lstm_gui.gui.simulator.sheet")
    assert [name for name in loaded if name.startswith(late)] == []
    ours = {name.rpartition(".")[2] for name in loaded if name.startswith("lstm_gui.gui.export.")}
    assert ours == {"commands", "card_menu"}


@pytest.fixture(autouse=True)
def _nothing_copied() -> Iterator[None]:
    """A picture left on the clipboard would outlive the test."""
    yield
    QGuiApplication.clipboard().clear()
