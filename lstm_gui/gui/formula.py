"""Formulas as pictures: each is set once, off the GUI thread, and painted in the inks of the theme."""

import logging
import re
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from lstm_gui.gui.jobs import Job, Task, Worker
from lstm_gui.gui.palette import Palette
from lstm_gui.gui.pictures import PictureShelf
from lstm_gui.gui.typesetting import SIZE, Typeset, typeset, within_caps

K = TypeVar("K")
V = TypeVar("V")

REMEMBERED = 512
PATIENCE = 20  # ms before setting begins: the card is painted first, undisturbed by another busy thread

_UNKNOWN = Typeset("", 0.0, 0.0, 0.0)
_log = logging.getLogger(__name__)


def inked(svg: str, palette: Palette) -> str:
    """The SVG with each ink replaced by its colour in this theme."""
    colours = {"text": palette.text} | {name: role.ink for name, role in palette.roles.items()}
    return re.sub(r'"ink-(\w*)"', lambda match: f'"{colours.get(match.group(1), palette.text).name()}"', svg)


@dataclass(frozen=True, slots=True)
class Picture:
    """A formula ready to paint; lengths in device-independent pixels."""

    pixmap: QPixmap
    width: float
    height: float
    descent: float


def paint(formula: Typeset, size: float, palette: Palette, ratio: float) -> Picture:
    """Draw a formula that is set: `size` is the text's in px, `ratio` the screen's device pixels a pixel."""
    scale = size / SIZE
    width, height = formula.width * scale, formula.height * scale
    pixmap = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(inked(formula.svg, palette).encode()))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, pixmap.width(), pixmap.height()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return Picture(pixmap, width, height, formula.descent * scale)


class FormulaShelf(QObject):
    """Every formula seen so far, each set once, off the GUI thread. stop() it before it goes.

    Beside it stand the `pictures` of the same texts.

    Signals:
    arrived(str) -- the LaTeX of a formula that was wanted and is now set, or is known to be shown as text
    """

    arrived = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pictures = PictureShelf(self)
        self._worker = Worker("formulas", self)
        self._set: OrderedDict[str, Typeset | None] = OrderedDict()  # None: shown as text
        self._wanted: dict[str, Job] = {}
        self._waiting: list[str] = []
        self._soon = QTimer(self)
        self._soon.setObjectName("formulas soon")
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._begin)
        self._pictures: OrderedDict[tuple[str, float, bool, float], Picture] = OrderedDict()

    @property
    def waiting(self) -> bool:
        """Whether a formula is still being set."""
        return bool(self._wanted)

    def want(self, latex: str) -> None:
        """Have a formula set, when it is not and is not about to be; arrived() follows."""
        if latex in self._set or latex in self._wanted or self._worker.stopped:
            return
        if not within_caps(latex):
            self._keep(latex, None)
            return
        job = Job(self._worker, self)
        self._wanted[latex] = job
        job.succeeded.connect(lambda formula: self._arrive(latex, formula))
        job.failed.connect(lambda error: self._refuse(latex, error))
        self._waiting.append(latex)
        self._soon.start(PATIENCE)

    def is_text(self, latex: str) -> bool:
        """Whether a formula is to be shown as text: it is outside the caps, or could not be set."""
        return not within_caps(latex) or self._set.get(latex, _UNKNOWN) is None

    def picture(self, latex: str, size: float, palette: Palette, ratio: float) -> Picture | None:
        """The formula at this size in this theme; None while it is being set, or when it is shown as text."""
        key = (latex, size, palette.dark, ratio)
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        formula = self._set.get(latex)
        if formula is None:
            self.want(latex)
            return None
        picture = paint(formula, size, palette, ratio)
        self._pictures[key] = picture
        _shorten(self._pictures)
        return picture

    def stop(self) -> None:
        """Drop what is not set yet and end the thread. Safe to call twice."""
        self._soon.stop()
        self._worker.stop()

    def _begin(self) -> None:
        waiting, self._waiting = self._waiting, []
        for latex in waiting:
            self._wanted[latex].start(partial(_typeset, latex))

    def _arrive(self, latex: str, formula: Typeset | None) -> None:
        self._wanted.pop(latex).deleteLater()
        self._keep(latex, formula)
        self.arrived.emit(latex)

    def _refuse(self, latex: str, error: Exception) -> None:
        _log.info("a formula is shown as text: %r: %s", latex, error)
        self._arrive(latex, None)

    def _keep(self, latex: str, formula: Typeset | None) -> None:
        self._set[latex] = formula
        _shorten(self._set)


def _typeset(latex: str, _task: Task) -> Typeset:
    return typeset(latex)


def _shorten(shelf: OrderedDict[K, V]) -> None:
    while len(shelf) > REMEMBERED:
        shelf.popitem(last=False)
