"""Which views of a panel there are to draw: all that is shown, or one card; in which colours."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.palette import Palette
from lstm_gui.gui.simulator.drawing import Drawing
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.gui.simulator.picture import PNG_RATIO, image_of

translate = QCoreApplication.translate


def drawing_of(panel: SimulatorPanel, card: QWidget | None = None) -> Drawing:
    """One card, or everything shown under the title of the scene."""
    part = panel.transport.part
    title = part.title if part is not None else ""
    return (
        Drawing(panel.page, title, name=title) if card is None else Drawing(card, name=card.accessibleName())
    )


@contextmanager
def dressed(panel: SimulatorPanel, colours: Palette) -> Iterator[None]:
    """Let the panel have other colours for as long as it takes to draw it; nobody sees it on the screen."""
    own = drawing_of(panel).style.palette
    if own is colours:
        yield
        return
    panel.set_palette(colours)
    try:
        yield
    finally:
        panel.set_palette(own)


def copy_drawing(drawing: Drawing) -> None:
    """Put a picture on the clipboard, as sharp as a PNG is. Raises OSError where memory does not suffice."""
    content = QMimeData()
    image = image_of(drawing, drawing.size, PNG_RATIO)
    image.setDevicePixelRatio(1.0)  # or it would be pasted in half its size in one program and not in another
    content.setImageData(image)
    QGuiApplication.clipboard().setMimeData(content)


def copied_words(drawing: Drawing) -> str:
    """What is said of a picture that was copied."""
    return words_of_copy("" if drawing.heading else drawing.name)


def words_of_copy(name: str) -> str:
    """The same, by the name of the card; "" is all of the page."""
    words = translate("Pictures", "Copied a picture: {name}")
    return words.format(name=name or translate("Pictures", "everything shown"))
