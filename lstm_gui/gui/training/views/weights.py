"""The weights of a layer as they change: a heat map of each array, around zero."""

from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTransform
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.heat import heat_image, scale_image, signed_table
from lstm_gui.gui.simulator.style import SMALL, TINY, Style
from lstm_gui.gui.simulator.symbol import put_symbol
from lstm_gui.gui.simulator.text import Align, put_text
from lstm_gui.gui.statistics.number_words import count_words
from lstm_gui.gui.training.views.look_view import Numbers
from lstm_gui.gui.training.views.part_view import PartView
from lstm_gui.gui.training.views.plot_paint import grouped, short_number
from lstm_gui.gui.training.views.probe import units_of
from lstm_gui.gui.training.views.scales import Scales, largest
from lstm_gui.gui.training.views.weight_maps import READOUT, WeightMap, weight_maps
from lstm_gui.training.look import Look

translate = QCoreApplication.translate

_HEAD, _LETTERS, _GAP, _ASIDE = 17.0, 13.0, 3.0, 12.0  # pixels at 100 %
_LEAST_TILE, _THIN = 128.0, 9.0
_WIDE_SCALE = 44.0


@dataclass(frozen=True, eq=False)
class Tile:
    """A block: its maps stand beside each other."""

    block: str
    box: QRectF
    maps: tuple[
        tuple[WeightMap, QRectF, int], ...
    ]  # each with its box and the place across of its first column


class WeightsView(PartView):
    """Shows the parameters of a layer and of the read-out. Signals: those of LookView."""

    least = QSize(300, 220)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        self.scales = Scales()
        self.limit = 1.0
        self.tiles: tuple[Tile, ...] = ()
        super().__init__(style, parent)

    def title(self) -> str:
        return translate("TrainingViews", "Weights")

    def show_look(self, look: Look | None) -> None:
        """Show its weights."""
        self.scales.begin()
        super().show_look(look)

    # Where all stands

    def arrange(self) -> None:
        self.tiles = ()
        look = self.look
        if look is None:
            return
        maps = weight_maps(look.weights, self.part, self.looks.graph, units_of(look, self.part))
        self.limit = self.scales.limit(self.part, largest(*(one.values for one in maps)), fine=True)
        blocks: dict[str, list[WeightMap]] = {name: [] for name in (*self.looks.ordered_blocks, READOUT)}
        for one in maps:
            blocks[one.block].append(one)
        self.tiles = tuple(self._tiles(blocks))
        self.update()

    def _tiles(self, blocks: dict[str, list[WeightMap]]) -> list[Tile]:
        style, body = self.style_now, self.body()
        aside = style.px(_ASIDE)
        across = max(1, min(len(blocks), int((body.width() + aside) // (style.px(_LEAST_TILE) + aside))))
        down = -(-len(blocks) // across)
        across = -(-len(blocks) // down)
        wide, high = (
            (body.width() - aside * (across - 1)) / across,
            (body.height() - aside * (down - 1)) / down,
        )
        found, first = [], 0
        for n, (name, maps) in enumerate(blocks.items()):
            left, top = body.left() + (n % across) * (wide + aside), body.top() + n // across * (high + aside)
            box = QRectF(left, top, wide, high)
            found.append(Tile(name, box, tuple(self._placed(box, maps, first))))
            first += sum(one.values.shape[1] for one in maps)
        return found

    def _placed(self, box: QRectF, maps: list[WeightMap], first: int) -> list[tuple[WeightMap, QRectF, int]]:
        """Maps beside each other, by their columns, but none so thin that it is not seen."""
        style = self.style_now
        gap, thin = style.px(_GAP), style.px(_THIN)
        room = box.width() - gap * (len(maps) - 1)
        columns = [one.values.shape[1] for one in maps]
        each = room / sum(columns)
        wide = [max(thin, count * each) for count in columns]
        wide = [one * room / sum(wide) for one in wide]
        top = box.top() + style.px(_HEAD + _LETTERS)
        found, x = [], box.left()
        starts = accumulate(columns, initial=first)
        for one, across, start in zip(maps, wide, starts, strict=False):
            found.append((one, QRectF(x, top, across, max(8.0, box.bottom() - top)), start))
            x += across + gap
        return found

    # Drawing

    def still_key(self) -> object:
        boxes = tuple((tile.block, tile.box.getRect(), len(tile.maps)) for tile in self.tiles)
        return boxes, self.limit, self.hints(), frozenset(self.scales.changed), self.looks.graph.kind

    def paint_still(self, painter: QPainter) -> None:
        super().paint_still(painter)
        style = self.style_now
        for tile in self.tiles:
            role = style.palette.role(self.role(tile.block))
            y = tile.box.top() + style.px(12)
            if tile.block == READOUT:
                words = translate("TrainingViews", "answer")
                put_text(painter, tile.box.left(), y, words, style.font(SMALL), style.palette.text)
            else:
                put_symbol(painter, style, tile.box.left(), y, (tile.block, ""), 15, role.ink)
            self._paint_scale(painter, tile)
            font, ink = style.font(TINY), style.palette.muted
            for one, box, _ in tile.maps:
                text = {"b_u": "bᵤ"}.get(one.array, one.array)
                put_text(painter, box.left(), box.top() - style.px(3), text, font, ink)

    def _paint_scale(self, painter: QPainter, tile: Tile) -> None:
        """The colours from the lowest to the highest number, at the right of a tile's head."""
        style = self.style_now
        changed = bool(self.scales.changed)
        font = style.font(TINY, bold=changed)
        ink = style.palette.accent if changed else style.palette.muted
        y, right = tile.box.top() + style.px(12), tile.box.right()
        end = short_number(self.limit, self.limit)
        right -= put_text(painter, right, y, end, font, ink, Align.RIGHT) + style.px(3)
        bar = QRectF(right - style.px(_WIDE_SCALE), y - style.px(8), style.px(_WIDE_SCALE), style.px(7))
        image = scale_image(signed_table(style, self.role(tile.block)))
        painter.drawImage(bar, image.transformed(QTransform().rotate(90)))
        put_text(painter, bar.left() - style.px(3), y, f"−{end}", font, ink, Align.RIGHT)

    def paint_look(self, painter: QPainter) -> None:
        style = self.style_now
        for tile in self.tiles:
            table = signed_table(style, self.role(tile.block))
            for one, box, _ in tile.maps:
                values = grouped(one.values, box.width(), box.height())[0]
                painter.drawImage(box, heat_image(values, -self.limit, self.limit, table))
                painter.setPen(QPen(style.palette.border, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(box)
        if self.reading is not None:
            self._paint_read(painter, *self.reading)

    def _paint_read(self, painter: QPainter, across: int, down: int) -> None:
        style = self.style_now
        one, box, column = self.found(across)
        rows, columns = one.values.shape
        wide, high = box.width() / columns, box.height() / rows
        cell = QRectF(box.left() + column * wide, box.top() + min(down, rows - 1) * high, wide, high)
        grow = max(0.0, style.px(6) - min(wide, high)) / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(style.palette.panel, style.px(3.4)), QPen(style.palette.text, style.px(1.6))):
            painter.setPen(pen)
            painter.drawRect(cell.adjusted(-grow, -grow, grow, grow))

    # What is read

    def role(self, block: str) -> str:
        """The role in the palette of a block; the read-out has that of h, which it reads."""
        return "h" if block == READOUT else self.looks.graph.block(block).role

    def found(self, across: int) -> tuple[WeightMap, QRectF, int]:
        """The map at a place across, its box, and the column in it."""
        placed = [entry for tile in self.tiles for entry in tile.maps]
        one, box, first = next(entry for entry in reversed(placed) if entry[2] <= across)
        return one, box, across - first

    def extent(self) -> tuple[int, int]:
        placed = [one for tile in self.tiles for one, _, _ in tile.maps]
        if not placed:
            return 0, 0
        return sum(one.values.shape[1] for one in placed), max(one.values.shape[0] for one in placed)

    def place_at(self, where: QPointF) -> tuple[int, int] | None:
        for tile in self.tiles:
            for one, box, first in tile.maps:
                if box.contains(where):
                    rows, columns = one.values.shape
                    column = min(columns - 1, int((where.x() - box.left()) / box.width() * columns))
                    return first + column, min(rows - 1, int((where.y() - box.top()) / box.height() * rows))
        return None

    def words(self, across: int, down: int) -> str:
        one, _, column = self.found(across)
        row = min(down, one.values.shape[0] - 1)
        number = short_number(float(one.values[row, column]), 0.1)
        who = translate("TrainingViews", "unit {n}").format(n=row + 1)
        if one.block == READOUT:
            names = self.look.output_names if self.look is not None else ()
            who = (
                names[row] if row < len(names) else translate("TrainingViews", "answer {n}").format(n=row + 1)
            )
        block = translate("TrainingViews", "the answer") if one.block == READOUT else one.block
        source = self._source(one, column)
        told = translate("TrainingViews", "{array} of {block}, {who}{source}: {number}")
        return told.format(array=one.array, block=block, who=who, source=source, number=number)

    def _source(self, one: WeightMap, column: int) -> str:
        """What a number is multiplied with, after an arrow."""
        if one.values.shape[1] == 1 and one.array not in ("W", "U", "V"):
            return ""
        look = self.look
        assert look is not None
        lowest = self.part in ("", "forward.", "backward.") or self.part.startswith("0.")
        if one.array == "W" and lowest:
            names = look.input_names
            name = (
                names[column]
                if column < len(names)
                else translate("TrainingViews", "input {n}").format(n=column + 1)
            )
            return f" ← {name}"
        return " ← " + translate("TrainingViews", "unit {n}").format(n=column + 1)

    def sentence(self) -> str:
        look = self.look
        assert look is not None
        count = sum(array.size for array in look.weights.values())
        told = translate(
            "TrainingViews",
            "{count} numbers in all, at update {step}; a row for each unit. The largest here is {most}.",
        )
        most = largest(*(one.values for tile in self.tiles for one, _, _ in tile.maps))
        words = told.format(
            count=count_words(count), step=count_words(look.step), most=short_number(most, max(most, 1e-3))
        )
        shared = max((grouped_rows(one, box) for tile in self.tiles for one, box, _ in tile.maps), default=1)
        if shared > 1:
            more = translate("TrainingViews", "Each line is the mean of {n} rows.").format(n=shared)
            words = f"{words} {more}"
        return words

    def numbers(self) -> Numbers:
        rows = []
        for tile in self.tiles:
            for one, _, _ in tile.maps:
                for n, row in enumerate(one.values):
                    rows.append((one.block, one.array, str(n + 1), *(f"{float(value):.6g}" for value in row)))
        wide = max((len(row) for row in rows), default=3)
        head = (
            translate("TrainingViews", "block"),
            translate("TrainingViews", "array"),
            translate("TrainingViews", "unit"),
            *(str(n + 1) for n in range(wide - 3)),
        )
        return Numbers(head, tuple(rows))


def grouped_rows(one: WeightMap, box: QRectF) -> int:
    """How many rows of a map share a line of its picture."""
    return grouped(one.values, box.width(), box.height())[1]
