"""The typeface that ships with the app, so that text and pictures are the same on every machine."""

import logging

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from lstm_gui.resource import resource_path

FAMILY = "Inter"
STYLES = ("Regular", "Medium", "SemiBold", "Bold", "Italic")
POINT_SIZE = 9.75  # 13 px at 96 dots an inch

_log = logging.getLogger(__name__)


def register_fonts() -> list[str]:
    """Give the shipped typeface to Qt; the styles that could not be read are returned and logged.

    A missing file is no reason to stop: Qt falls back on the system's own typeface.
    """
    refused = [style for style in STYLES if not _register(style)]
    if refused:
        _log.warning("these styles of %s could not be loaded: %s", FAMILY, ", ".join(refused))
    return refused


def ui_font(points: float = POINT_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The shipped typeface at `points`, with figures of one width so that live numbers do not shake."""
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def install_fonts(app: QApplication) -> None:
    """Register the typeface and make it the application's own; to be done before the first paint."""
    register_fonts()
    app.setFont(ui_font())


def _register(style: str) -> bool:
    path = resource_path(f"fonts/{FAMILY}-{style}.otf")
    return QFontDatabase.addApplicationFont(str(path)) != -1
