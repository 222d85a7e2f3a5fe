"""Paints a scene as a card: its picture, its title, the kind of cell, and what it claims."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lstm_gui.gui.quiz.row_list import ROW, Index
from lstm_gui.gui.scenes.scene_model import kind_words
from lstm_gui.gui.scenes.thumbnails import Thumbnails
from lstm_gui.gui.simulator.style import SMALL, TITLE, Style, mixed
from lstm_gui.gui.simulator.text import lines, put_text, shortened
from lstm_gui.lessons.scene_search import Found

_AIR, _OUTER = 10.0, 4.0  # pixels at 100 %: inside a card, and around it
_TITLE, _LINE = 21.0, 15.5  # the height of the title, and of a line below it
_LINES = 2  # of the caption


class SceneDelegate(QStyledItemDelegate):
    """All cards are of one size; a picture may come after its card."""

    def __init__(self, thumbnails: Thumbnails, style: Style) -> None:
        super().__init__(thumbnails)
        self._thumbnails, self._style = thumbnails, style

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._style = style

    @property
    def card_size(self) -> QSize:
        """The size of a card with the air around it."""
        style, picture = self._style, self._thumbnails.size
        around = style.px(2 * (_AIR + _OUTER))
        words = style.px(_TITLE + _LINE * (1 + _LINES))
        return QSize(round(picture.width() + around), round(picture.height() + around + words))

    # Qt's own

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self.card_size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        row, px = index.data(ROW), self._style.px
        box = QRectF(option.rect).adjusted(px(_OUTER), px(_OUTER), -px(_OUTER), -px(_OUTER))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, option.state)
        inner = box.adjusted(px(_AIR), px(_AIR), -px(_AIR), -px(_AIR))
        image = self._thumbnails.image(row.entry.name, row.scene)
        if image is not None:
            painter.drawImage(inner.topLeft(), image)
        self._words(painter, inner, row)
        painter.restore()

    # Inside

    def _ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        palette = self._style.palette
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(mixed(palette.panel, palette.accent, 0.1) if chosen else palette.panel)
        edge = palette.accent if chosen else mixed(palette.border, palette.accent, 0.5 if hovered else 0.0)
        painter.setPen(QPen(edge, 1.8 if chosen else 1.0))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), self._style.px(9), self._style.px(9))

    def _words(self, painter: QPainter, inner: QRectF, row: Found) -> None:
        style, palette, left, room = self._style, self._style.palette, inner.left(), inner.width()
        bold, small = style.font(TITLE, bold=True), style.font(SMALL)
        y = inner.top() + self._thumbnails.size.height() + style.px(_TITLE - 3)
        put_text(painter, left, y, shortened(row.scene.title, bold, room), bold, palette.text)
        y += style.px(_LINE + 1)
        put_text(painter, left, y, shortened(kind_words(row), small, room), small, palette.accent)
        for line in lines(row.scene.caption, small, room, _LINES):
            y += style.px(_LINE)
            put_text(painter, left, y, line, small, palette.muted)
