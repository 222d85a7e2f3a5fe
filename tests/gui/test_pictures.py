"""Pictures of the collection: decoded as what they are, never as anything else, away from the GUI thread."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from lstm_gui.gui import pictures
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.pictures import PictureShelf, decoded
from lstm_gui.quiz.card import Card, Deck, Medium, medium_name
from lstm_gui.store.collection import Collection
from tests.formats.images import KINDS, image

RED, WIDE = image(), image("JPEG", (3000, 100), "blue")
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
MEDIA = tuple(Medium(medium_name(content, ".png"), content) for content in (RED, WIDE, SVG))


@pytest.fixture
def collection(qapp: QCoreApplication, tmp_path: Path) -> Iterator[CollectionThread]:
    with Collection.open(tmp_path) as made:
        made.import_deck(Deck("One", (Card("u", "q", "a"),), media=MEDIA))
    thread = CollectionThread(tmp_path, qapp)
    yield thread
    thread.close()
    thread.deleteLater()


@pytest.fixture
def shelf(qapp: QCoreApplication, collection: CollectionThread) -> Iterator[PictureShelf]:
    made = PictureShelf(qapp)
    made.set_collection(collection)
    yield made
    made.deleteLater()


def arrive(qtbot: QtBot, shelf: PictureShelf, name: str) -> QImage | None:
    with qtbot.waitSignal(shelf.arrived, check_params_cb=lambda arrived: arrived == name):
        shelf.want(name)
    return shelf.image(name)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_decoded(kind: str) -> None:
    found = decoded(image(kind, colour="red"))
    assert found is not None
    assert (found.width(), found.height()) == (30, 20)
    assert found.pixelColor(15, 10).red() > 240


@pytest.mark.parametrize(
    "content", [b"", SVG, b"P6 9 9 255 " + bytes(300), RED[:30], RED[:16] + b"\0\1" * 4 + RED[24:]]
)
def test_what_is_no_picture_or_too_large_is_not_decoded(content: bytes) -> None:
    assert decoded(content) is None


def test_a_large_picture_is_made_smaller() -> None:
    found = decoded(WIDE)
    assert found is not None
    assert (found.width(), found.height()) == (2048, 68)


def test_a_picture_comes_once_it_is_wanted(qtbot: QtBot, shelf: PictureShelf) -> None:
    red, _, svg = (medium.name for medium in MEDIA)
    assert shelf.image(red) is None
    assert arrive(qtbot, shelf, red) is not None
    shelf.want(red)
    assert not shelf.waiting
    assert arrive(qtbot, shelf, svg) is None
    assert shelf.is_missing(svg)


def test_one_that_is_missing_is_looked_for_again(
    qtbot: QtBot, shelf: PictureShelf, collection: CollectionThread
) -> None:
    late = image(colour="green")
    name = medium_name(late, ".png")
    assert arrive(qtbot, shelf, name) is None
    deck = Deck("One", (Card("u", "q", "a"),), media=(Medium(name, late),))
    collection.run(collection.job(shelf), lambda opened: opened.import_deck(deck))
    assert arrive(qtbot, shelf, name) is not None
    assert not shelf.is_missing(name)


def test_only_so_many_are_remembered(
    qtbot: QtBot, shelf: PictureShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "REMEMBERED", 3000)
    red, wide, _ = (medium.name for medium in MEDIA)
    assert arrive(qtbot, shelf, red) is not None
    assert arrive(qtbot, shelf, wide) is not None
    assert shelf.image(red) is None


def test_without_a_collection_every_picture_is_missing(qapp: QCoreApplication) -> None:
    shelf = PictureShelf(qapp)
    shelf.want("x.png")
    assert shelf.is_missing("x.png")
    shelf.deleteLater()
