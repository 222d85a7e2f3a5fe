"""A picture is pasted or dropped into a text of a card: kept, named where the cursor stands, and shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from lstm_gui.formats.picture_kind import MAX_PICTURE
from lstm_gui.gui.editor.dialog import CardEditor
from lstm_gui.gui.editor.picture_paste import holds_picture, picture_of
from lstm_gui.gui.operations.keep_picture import keep_picture
from lstm_gui.gui.pictures import LONGEST_SIDE, decoded
from lstm_gui.quiz.card import medium_name
from lstm_gui.store.collection import Collection
from tests.formats.images import image
from tests.gui.conftest import Lab
from tests.store.study import NOW


@pytest.fixture
def editor(lab: Lab, qtbot: QtBot) -> CardEditor:
    """The editor of a new card; what is written in it is thrown away with the test's folder."""
    lab.window.actions_by_id["new_card"].trigger()
    editing = lab.window.edits.editing
    assert editing is not None
    qtbot.waitUntil(lambda: editing.editor is not None)
    assert editing.editor is not None
    return editing.editor


def files(*paths: Path) -> QMimeData:
    """What is dropped when these files are."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def copied(width: int = 40) -> QMimeData:
    """What the clipboard has of a picture that was copied."""
    picture = QImage(width, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF3366)
    mime = QMimeData()
    mime.setImageData(picture)
    return mime


def named(editor: CardEditor, qtbot: QtBot, mime: QMimeData) -> str:
    """The name by which the question shows what is pasted into it."""
    editor.fields.front.insertFromMimeData(mime)
    qtbot.waitUntil(lambda: "![](" in editor.fields.front.toPlainText())
    text = editor.fields.front.toPlainText()
    return text[text.index("![](") + 4 : text.index(")")]


def test_a_file_that_is_dropped_is_kept_as_it_is_and_shown(
    editor: CardEditor, lab: Lab, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "gate.jpg"
    file.write_bytes(image("JPEG"))
    editor.fields.front.setPlainText("What is this? ")
    editor.fields.front.moveCursor(editor.fields.front.textCursor().MoveOperation.End)
    name = named(editor, qtbot, files(file))
    assert name == medium_name(file.read_bytes(), ".jpg")
    assert editor.fields.front.toPlainText() == f"What is this? ![]({name})"
    pictures = lab.window.review.shelf.pictures
    qtbot.waitUntil(lambda: pictures.image(name) is not None)


def test_what_was_copied_goes_in_with_paste(editor: CardEditor, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setMimeData(copied())
    editor.fields.front.paste()
    qtbot.waitUntil(lambda: ".png)" in editor.fields.front.toPlainText())


def test_what_is_no_picture_is_said_and_nothing_is_written(
    editor: CardEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    for name, content, why in (
        ("a.png", b"no picture at all", "no PNG, JPEG, GIF or WebP"),
        ("b.png", b"<svg></svg>", "an SVG"),
        ("c.jpg", b"x" * (MAX_PICTURE + 1), "c.jpg"),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        editor.fields.front.insertFromMimeData(files(file))
        qtbot.waitUntil(lambda why=why: why in editor.sentence.text())  # type: ignore[misc]
        assert editor.fields.front.toPlainText() == ""


def test_words_go_in_as_they_are(editor: CardEditor) -> None:
    words = QMimeData()
    words.setText("a gate")
    assert editor.fields.front.canInsertFromMimeData(words)
    editor.fields.front.insertFromMimeData(words)
    assert editor.fields.front.toPlainText() == "a gate"


def test_words_with_their_picture_are_words(tmp_path: Path) -> None:
    both = copied()
    both.setText("1\t2")
    assert not holds_picture(both)
    assert not holds_picture(files(tmp_path / "a.txt"))
    assert not holds_picture(files(tmp_path / "a.png", tmp_path / "b.png"))
    assert holds_picture(files(tmp_path / "A.JPEG"))


def test_a_huge_copied_picture_is_made_smaller() -> None:
    picture = decoded(picture_of(copied(width=3 * LONGEST_SIDE)))
    assert picture is not None
    assert picture.width() == LONGEST_SIDE


def test_the_same_picture_is_kept_once(tmp_path: Path) -> None:
    with Collection.open(tmp_path, now=NOW) as collection:
        one, other = (keep_picture(collection, image()) for _ in range(2))
        assert one == other
        assert collection.medium(one) == image()
