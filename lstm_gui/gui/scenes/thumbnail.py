"""A small picture of a scene: what comes in, gates and states through time, painted as the timeline does."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from lstm_gui.gui.simulator.axes import Axes
from lstm_gui.gui.simulator.cell_looks import CellLooks, looks_of
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.timeline.bands import Bands
from lstm_gui.gui.simulator.timeline.paint import paint_curves, paint_x
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.frame import TimelinePart
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState

_SMALLER = 0.62  # lines and dots, beside those of the timeline
_GAP = 4.0  # pixels between rows at 100 %
_ROOM_OF = {"x": 10.0, "gates": 6.0, "states": 6.0, "h": 0.0}  # above and below what is drawn: dots are large
_SHARES = {"x": 0.24, "gates": 0.34, "states": 0.42}


def thumbnail(scene: Scene, size: QSize, style: Style, ratio: float) -> QImage:
    """The picture, `size` in pixels of the layout with `ratio` pixels of the screen for each."""
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, size.width(), size.height()).adjusted(0.5, 0.5, -0.5, -0.5)
    if scene.shown.tab == "gradients":
        from lstm_gui.gui.scenes.thumbnail_of_gradients import paint_gradients

        paint_gradients(painter, box, scene, style.scaled(_SMALLER))
    else:
        _paint_cells(painter, box, scene, style.scaled(_SMALLER))
    painter.end()
    return image


def paint_well(painter: QPainter, box: QRectF, style: Style) -> None:
    """The ground of a plot."""
    painter.setPen(QPen(style.palette.border, 1))
    painter.setBrush(style.well)
    painter.drawRoundedRect(box, style.px(6), style.px(6))


def _paint_cells(painter: QPainter, box: QRectF, scene: Scene, style: Style) -> None:
    """The run of the scene's cell, and those of the cells that stand beside it or read from the end."""
    scenes = [scene]
    if scene.shown.tab == "compare":
        from lstm_gui.simulator.compare.resolve import running

        scenes += [running(lane, scene) for lane in scene.compare.lanes]
    parts = [resolve(SimState.of(one)).timeline for one in scenes]
    parts += [part.backward for part in parts[:1] if part.backward is not None]
    gap = style.px(_GAP)
    wide = (box.width() - gap * (len(parts) - 1)) / len(parts)
    for place, part in enumerate(parts):
        column = QRectF(box.left() + place * (wide + gap), box.top(), wide, box.height())
        _paint_run(painter, column, part, style)


def _paint_run(painter: QPainter, box: QRectF, part: TimelinePart, style: Style) -> None:
    looks = looks_of(part.kind)
    for row, frame in _rows(box, looks, style, several=part.units > 1).items():
        paint_well(painter, frame, style)
        air = style.px(_ROOM_OF[row])
        axes = Axes(frame.adjusted(3, air, -3, -air), len(part.curves["x"]), *_ends(row, part))
        painter.save()
        painter.setClipRect(frame.adjusted(1, 1, -1, -1))
        if row == "x" and (part.runs is None or part.runs.inputs == 1):
            paint_x(painter, axes, part, style, None)
        elif row in ("x", "h"):
            _paint_map(painter, frame, part, style, looks, "inputs" if row == "x" else row)
        else:
            paint_curves(painter, axes, row, part, style, None)
        painter.restore()


def _rows(box: QRectF, looks: CellLooks, style: Style, *, several: bool) -> dict[str, QRectF]:
    """The rows below each other: inputs, gates where the cell has some, and states; or a map for h."""
    names = ["x", "h"] if several else ["x", *(row for row in ("gates", "states") if row in looks.curves)]
    shares = [_SHARES.get(name, 0.76) for name in names]
    room, gap, top, found = box.height(), style.px(_GAP), box.top(), {}
    room -= gap * (len(names) - 1)
    for name, share in zip(names, shares, strict=True):
        height = room * share / sum(shares)
        found[name] = QRectF(box.left(), top, box.width(), height)
        top += height + gap
    return found


def _ends(row: str, part: TimelinePart) -> tuple[float, float]:
    if row == "gates":
        return 0.0, 1.0
    limit = part.x_limit if row == "x" else part.c_limit
    return -limit, limit


def _paint_map(
    painter: QPainter, frame: QRectF, part: TimelinePart, style: Style, looks: CellLooks, row: str
) -> None:
    """A heat map of all units or inputs."""
    assert part.runs is not None
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(frame.adjusted(2, 2, -2, -2), Bands(part.runs, style, looks).image(row))
