"""A scene as a picture on a page: the cell, its operating points, the run through time and the equations."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from lstm_gui.durable_file import write_durably
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.page import paint_page
from lstm_gui.gui.simulator.strip import caption_words
from lstm_gui.gui.simulator.style import Style
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState

DEFAULT_SIZE = (1280, 860)  # in pixels of the layout; a PNG has twice as many each way
_DESIGNED_FOR = QSizeF(1030.0, 820.0)  # where the drawing is at 100 %
_PNG_RATIO = 2.0
_POINTS_PER_PIXEL = 0.75
_PDF_DPI = 96


def render_scene(
    scene: Scene,
    path: Path,
    size: tuple[int, int] | None = None,
    theme: str = "light",
    *,
    origin: Scene | None = None,
    png_ratio: float = _PNG_RATIO,
) -> None:
    """Draw a scene at the step it shows into a .png, .svg or .pdf file; `size` in pixels of the layout.

    `origin` is the scene it was changed from, whose caption then speaks of before the changes.
    A PNG has `png_ratio` times as many pixels each way.
    Needs no window, and starts an application without one where there is none.
    Raises ValueError for another kind of file, and OSError when it cannot be written; a picture that stood
    there is then untouched.
    """
    writers = {".png": _png, ".svg": _svg, ".pdf": _pdf}
    write = writers.get(path.suffix.lower())
    if write is None:
        raise ValueError(f"{path.name}: a picture ends in .png, .svg or .pdf")
    _application()
    width, height = size or DEFAULT_SIZE
    write_durably(path, write(SimState(scene, origin or scene), QSize(width, height), theme, png_ratio))


@lru_cache(maxsize=1)
def _application() -> QCoreApplication:
    """The application, which text needs: the one there is, or a new one with the fonts of the product."""
    if not QApplication.startingUp():
        return QApplication.instance()
    started = QApplication(["lstm-lab"])
    install_fonts(started)
    return started


def _png(state: SimState, size: QSize, theme: str, ratio: float) -> bytes:
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    if image.isNull():
        raise OSError(f"a picture of {size.width()} × {size.height()} does not fit into memory")
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    _paint(painter, state, size, theme)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only the bytes form of the name
    return bytes(buffer.data().data())


def _svg(state: SimState, size: QSize, theme: str, _ratio: float) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(0, 0), QSizeF(size)))
    generator.setResolution(_PDF_DPI)
    generator.setTitle(state.scene.title)
    generator.setDescription(caption_words(resolve(state).transport))
    painter = QPainter(generator)
    _paint(painter, state, size, theme)
    painter.end()
    return bytes(buffer.data().data())


def _pdf(state: SimState, size: QSize, theme: str, _ratio: float) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    points = QSizeF(size) * _POINTS_PER_PIXEL
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_PDF_DPI)
    writer.setTitle(state.scene.title)
    painter = QPainter(writer)
    _paint(painter, state, size, theme)
    painter.end()
    return bytes(buffer.data().data())


def _paint(painter: QPainter, state: SimState, size: QSize, theme: str) -> None:
    across = size.width() / _DESIGNED_FOR.width()
    down = size.height() / _DESIGNED_FOR.height()
    style = Style(palette(theme), max(0.1, min(across, down)))
    paint_page(painter, QRectF(QPointF(0, 0), QSizeF(size)), resolve(state), style)
