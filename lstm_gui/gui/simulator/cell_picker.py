"""Chooses the kind of cell: a button for each that is used most, and a menu for the rest."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.actions.cells import CELLS, KIND
from lstm_gui.gui.actions.directions import DIRECTIONS
from lstm_gui.gui.shown_kinds import FIRST, NAME_OF
from lstm_gui.gui.simulator.controls import paint_field
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.simulator.text import put_centred, shortened, width

_HEIGHT, _AIR, _GAP = 30.0, 10.0, 2.0
_LONGEST = 64.0  # of the name on the menu's button, in pixels at 100 %
_ROWS = {row.id.removeprefix(KIND): row for row in CELLS}


class CellButton(QAbstractButton):
    """A word of the picker; the one chosen is dark."""

    def __init__(self, words: str, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self.setText(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        style = self._style
        wide = width(style.font(TEXT, bold=self.isCheckable()), self.text())
        return QSize(round(wide + style.px(2 * _AIR)), round(style.px(_HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, style = QPainter(self), self._style
        box, palette, chosen = self.rect().toRectF(), style.palette, self.isChecked()
        paint_field(painter, box, style, hovered=self.underMouse() or self.isDown(), focused=self.hasFocus())
        if chosen:
            painter.setPen(QPen(palette.accent if self.hasFocus() else palette.text, 1.8))
            painter.setBrush(palette.text)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), style.px(7), style.px(7))
        ink = palette.panel if chosen else palette.muted
        centre, font = box.center(), style.font(TEXT, bold=chosen)
        put_centred(painter, centre.x(), centre.y(), self.text(), font, ink)
        painter.end()


class CellPicker(QWidget):
    """Shows which kind of cell there is. Where room is short, all kinds are in the menu.

    Signals: `cell_chosen(str)`, with the name that the kind has in shown_kinds.py; `both_chosen(bool)`,
    whether the sequence is to be read in both directions.
    """

    cell_chosen = Signal(str)
    both_chosen = Signal(bool)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style, self._kind, self._narrow = style, LSTM, False
        self.setAccessibleName(self.tr("Kind of cell"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.buttons = {name: self._button(name) for name in FIRST}
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.actions_by_name = self._fill(self.menu)
        self.both = self._toggle(self.menu)
        self.more = CellButton(self.tr("More…"), style, self)
        self.more.clicked.connect(self._open)
        self.show_kind(LSTM)
        self._name_menu()

    def show_kind(self, kind: Kind) -> None:
        """Mark the kind of cell that there is."""
        other, self._kind, name = kind != self._kind, kind, NAME_OF.get(kind, "")
        for one, button in self.buttons.items():
            button.setChecked(one == name)
        for one, action in self.actions_by_name.items():
            action.setChecked(one == name)
        if other:
            self._name_menu()

    def show_directions(self, *, both: bool) -> None:
        """Mark whether the sequence is read in both directions."""
        self.both.setChecked(both)

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self._name_menu()

    def set_narrow(self, narrow: bool) -> None:
        """Show the menu alone, or the buttons too."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._name_menu()

    def wide(self) -> int:
        """How wide all the buttons are together, in pixels."""
        gaps = len(self.buttons) * self._style.px(_GAP)
        more = width(self._style.font(TEXT, bold=True), self.tr("More…")) + self._style.px(2 * _AIR)
        return round(sum(button.sizeHint().width() for button in self.buttons.values()) + gaps + more)

    def _name_menu(self) -> None:
        """Alone, the menu's button is called after the cell; beside others it is dark for one of its own."""
        name = NAME_OF.get(self._kind, "")
        title = _ROWS[name].title if name else ""
        inside = bool(name) and name not in self.buttons
        font, room = self._style.font(TEXT, bold=True), self._style.px(_LONGEST)
        self.more.setText(f"{shortened(title, font, room)} ▾" if self._narrow else self.tr("More…"))
        self.more.setCheckable(inside and not self._narrow)
        self.more.setChecked(inside and not self._narrow)
        said = self.tr("Kind of cell: {cell}").format(cell=title)
        self.more.setAccessibleName(said if inside or self._narrow else self.tr("Other kinds of cells"))
        self.more.setToolTip(said if inside or self._narrow else self.tr("Other kinds of cells"))
        self._place()

    def _place(self) -> None:
        x = 0.0
        for button in (*self.buttons.values(), self.more):
            button.setVisible(button is self.more or not self._narrow)
            button.set_style(self._style)
            if button is self.more or not self._narrow:
                button.move(round(x), 0)
                x += button.width() + self._style.px(_GAP)
        self.setFixedSize(round(x - self._style.px(_GAP)), round(self._style.px(_HEIGHT)))

    def _open(self) -> None:
        self.more.setChecked(self.more.isCheckable())
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _button(self, name: str) -> CellButton:
        button = CellButton(_ROWS[name].title, self._style, self)
        button.setCheckable(True)
        button.setAccessibleName(self.tr("Kind of cell: {cell}").format(cell=_ROWS[name].title))
        button.setToolTip(_ROWS[name].hint)
        button.clicked.connect(lambda: self._choose(name))
        return button

    def _fill(self, menu: QMenu) -> dict[str, QAction]:
        group = QActionGroup(menu)
        made: dict[str, QAction] = {}
        for name, row in _ROWS.items():
            if row.gap and made:
                menu.addSeparator()
            action = QAction(row.title, group)
            action.setCheckable(True)
            action.setToolTip(row.hint)
            action.triggered.connect(lambda _=False, name=name: self._choose(name))
            menu.addAction(action)
            made[name] = action
        return made

    def _toggle(self, menu: QMenu) -> QAction:
        """The last entry: a second cell beside whichever kind there is."""
        row = DIRECTIONS[0]
        action = QAction(row.title, menu)
        action.setCheckable(True)
        action.setToolTip(row.hint)
        action.triggered.connect(lambda: self.both_chosen.emit(action.isChecked()))
        menu.addSeparator()
        menu.addAction(action)
        return action

    def _choose(self, name: str) -> None:
        self.show_kind(self._kind)  # it is what the scene has until that is another
        self.cell_chosen.emit(name)
