"""Pictures as files: a drawing as PNG, SVG or PDF, and a scene drawn without a window."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from lstm_gui.durable_file import write_durably
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.simulator.drawing import Drawing
from lstm_gui.gui.simulator.page_painter import PagePainter
from lstm_gui.gui.simulator.sheet import Sheet
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.state import SimState

Encoder = Callable[[Drawing, QSize, float], bytes]

DEFAULT_SIZE = (1280, 860)  # in pixels of the layout; a PNG has twice as many each way
PNG_RATIO = 2.0
_POINTS_PER_PIXEL = 0.75
_PDF_DPI = 96


def render_scene(
    scene: Scene,
    path: Path,
    size: tuple[int, int] | None = None,
    theme: str = "light",
    *,
    origin: Scene | None = None,
    png_ratio: float = PNG_RATIO,
) -> None:
    """Draw a scene where it opens (its tab, step and unit) into a .png, .svg or .pdf file.

    `size` is in pixels of the layout.
    `origin` is the scene it was changed from, whose caption then speaks of before the changes.
    A PNG has `png_ratio` times as many pixels each way.
    Needs no window, and starts an application without one where there is none.
    Raises ValueError for another kind of file, and OSError when it cannot be written; a picture that stood
    there is then untouched.
    """
    encode = encoder_for(path.suffix)
    application()
    size = size or DEFAULT_SIZE
    sheet = Sheet(replace(SimState.of(scene), origin=origin or scene), size, theme, first_tab(scene))
    try:
        write_durably(path, encode(sheet.drawing, QSize(*size), png_ratio))
    finally:
        sheet.close()


def first_tab(scene: Scene) -> str:
    """The tab in which a scene opens where nobody is in one."""
    return scene.shown.tab or "cell"


def encoder_for(ending: str) -> Encoder:
    """What makes a file of that ending of a drawing, its size in pixels and the ratio of a PNG.

    Raises ValueError for an ending that is none of ENCODERS.
    """
    found = ENCODERS.get(ending.lower())
    if found is None:
        raise ValueError(f"a picture ends in .png, .svg or .pdf, and not in {ending!r}")
    return found


@lru_cache(maxsize=1)
def application() -> QCoreApplication:
    """The application, which text needs: the one there is, or a new one with the fonts of the product."""
    if not QApplication.startingUp():
        return QApplication.instance()
    started = QApplication(["lstm-lab"])
    install_fonts(started)
    return started


def image_of(drawing: Drawing, size: QSize, ratio: float = 1.0) -> QImage:
    """A drawing in pixels. Raises OSError where they do not fit into memory."""
    image = blank(size, ratio)
    painter = PagePainter(image)
    drawing.paint(painter, QSizeF(size))
    painter.end()
    return image


def blank(size: QSize, ratio: float = 1.0) -> QImage:
    """An image with `ratio` pixels for each of `size`. Raises OSError where it does not fit into memory."""
    image = QImage(size * ratio, QImage.Format.Format_RGB32)
    if image.isNull():
        raise OSError(f"a picture of {size.width()} × {size.height()} does not fit into memory")
    image.setDevicePixelRatio(ratio)
    return image


def _png(drawing: Drawing, size: QSize, ratio: float) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image_of(drawing, size, ratio).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
    return bytes(buffer.data().data())


def _svg(drawing: Drawing, size: QSize, _ratio: float) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setResolution(_PDF_DPI)
    generator.setTitle(drawing.name)
    generator.setDescription(drawing.told)
    painter = PagePainter(generator)
    drawing.paint(painter, QSizeF(size))
    painter.end()
    return bytes(buffer.data().data())


def _pdf(drawing: Drawing, size: QSize, _ratio: float) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    points = QSizeF(size) * _POINTS_PER_PIXEL
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(_PDF_DPI)
    writer.setTitle(drawing.name)
    painter = PagePainter(writer)
    drawing.paint(painter, QSizeF(size))
    painter.end()
    return bytes(buffer.data().data())


ENCODERS: dict[str, Encoder] = {".png": _png, ".svg": _svg, ".pdf": _pdf}
