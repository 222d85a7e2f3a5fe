"""The sheet of keys (F1), made from the tables of actions."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lstm_gui.gui.actions.table import MENUS, TABLE, key_names, translated
from lstm_gui.gui.fonts import ui_font
from lstm_gui.gui.presenter.keys import PRESENTER_KEYS
from lstm_gui.gui.slim_bar import scroll_slimly
from lstm_gui.gui.undo import Place
from lstm_gui.gui.window.close_box import close_box

translate = QCoreApplication.translate

COLUMNS = 3
LEAST = 3  # lines of a section that stand together
CAP = 16  # px, the height of a key cap
GAP = 1  # px, above and below it
BESIDE = QSize(40, 40)  # px of the screen that the sheet leaves free
_MARGIN = 16  # px
_HEADING = 2  # a heading is as high as so many lines
Line = tuple[tuple[str, ...], str]  # (keys, what they do)
Section = tuple[str, list[Line]]  # (heading, lines)


def sections() -> list[Section]:
    """What stands on the sheet: headings with their lines, in the order of the menus."""
    made: list[Section] = []
    for menu in MENUS:
        lines = [
            (row.shown_keys, row.title + _where(row.place))
            for row in TABLE
            if row.menu == menu and row.keys and row.handler not in ("rate", "show_tab")
        ]
        if menu == "View":
            lines.insert(0, _tab_line())
        if menu == "Cards":
            lines.append(_rating_line())
        if menu == "Lab":
            lines += _lab_lines()
        if lines:
            made.append((translated(menu), lines))
    return [
        *made,
        (translate("ShortcutSheet", "On any value"), _value_lines()),
        (translate("ShortcutSheet", "More while presenting"), _presenter_lines()),
    ]


class KeyCaps(QWidget):
    """Keys drawn as caps, the alternatives side by side."""

    def __init__(self, keys: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setFont(ui_font(8.25, QFont.Weight.Medium))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(keys))

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths()) + 4 * len(self._keys)), CAP + 2 * GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.palette()
        left = 0.5
        for key, width in zip(self._keys, self._widths(), strict=True):
            cap = QRectF(left, (self.height() - CAP) / 2, width - 1, CAP)
            painter.setPen(colours.color(QPalette.ColorRole.Dark))
            painter.setBrush(colours.color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(cap, 5, 5)
            painter.setPen(colours.color(QPalette.ColorRole.Text))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            left += width + 4
        painter.end()

    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(self.font())
        return [max(22.0, metrics.horizontalAdvance(key) + 12) for key in self._keys]


class ShortcutSheet(QDialog):
    """Every key on one sheet; Esc or F1 closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, colours.color(QPalette.ColorRole.Base))
        self.setPalette(colours)
        room = self.screen().availableSize() - BESIDE
        area = QScrollArea()
        scroll_slimly(area)
        bar = area.verticalScrollBar().sizeHint().width()
        sheet = sheet_for(self.screen().availableSize().width() - 2 * _MARGIN - bar)
        area.setWidget(sheet)
        buttons = close_box(self, self.tr("Close the sheet (F1 or Esc)"))
        buttons.button(QDialogButtonBox.StandardButton.Close).setShortcut(QKeySequence("F1"))
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 12)
        column_box.addWidget(area)
        column_box.addWidget(buttons)
        area.setMinimumWidth(sheet.sizeHint().width() + area.verticalScrollBar().sizeHint().width())
        whole = sheet.sizeHint().grownBy(column_box.contentsMargins())
        whole += QSize(0, buttons.sizeHint().height() + column_box.spacing())
        self.resize(whole.boundedTo(room))


def sheet_for(width: int) -> QWidget:
    """The lines in as many columns as a width has room for, in px; at least in one."""
    for count in range(COLUMNS, 0, -1):
        sheet = QWidget()
        grid = QHBoxLayout(sheet)
        grid.setContentsMargins(8, 0, 8, 0)
        grid.setSpacing(36)
        for column in columns_of(sections(), count):
            grid.addLayout(_column(column))
        if sheet.sizeHint().width() <= width:
            break
    return sheet


def columns_of(made: list[Section], count: int = COLUMNS) -> list[list[Section]]:
    """The sections spread over columns in their order; one that is too long goes on in the next."""
    high = max(2 * LEAST + _HEADING, -(-sum(_height(lines) for _, lines in made) // count))
    while len(found := list(_filled(made, high))) > count:
        high += 1
    return found


def _filled(made: list[Section], high: int) -> Iterator[list[Section]]:
    """Columns of at most so many lines; no part of a section has fewer than LEAST of its lines."""
    column: list[Section] = []
    for heading, lines in made:
        rest = lines
        while rest:
            room = high - sum(_height(each) for _, each in column) - _HEADING
            fits = len(rest) if len(rest) <= room else min(room, len(rest) - LEAST)
            if fits >= min(LEAST, len(rest)):
                column.append((heading, rest[:fits]))
                rest = rest[fits:]
            if rest:
                yield column
                column = []
    yield column


def _height(lines: list[Line]) -> int:
    return len(lines) + _HEADING


def _column(made: list[Section]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    for heading, lines in made:
        title = QLabel(heading)
        title.setFont(ui_font(9.75, QFont.Weight.Bold))
        title.setContentsMargins(0, 10, 0, 2)
        grid.addWidget(title, grid.rowCount(), 0, 1, 2)
        for keys, words in lines:
            row = grid.rowCount()
            grid.addWidget(KeyCaps(keys), row, 0)
            grid.addWidget(QLabel(words), row, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _where(place: Place | None) -> str:
    """Where a key counts, when that depends on the panel used last."""
    names = {
        Place.REVIEW: translate("ShortcutSheet", "cards"),
        Place.SIMULATOR: translate("ShortcutSheet", "simulator"),
        Place.TRAINING: translate("ShortcutSheet", "training"),
    }
    return f" ({names[place]})" if place is not None else ""


def _rating_line() -> Line:
    """The five ratings in one line: five would say the same."""
    keys = tuple(key for row in TABLE if row.handler == "rate" for key in row.shown_keys)
    return keys, translate("ShortcutSheet", "Rate it, not at all … perfectly") + _where(Place.REVIEW)


def _tab_line() -> Line:
    """The tabs in one line: each is called after itself."""
    rows = [row for row in TABLE if row.handler == "show_tab"]
    keys = [key for row in rows for key in row.shown_keys]
    return (keys[0], "…", keys[-1]), ", ".join(row.title for row in rows)


def _value_lines() -> list[Line]:
    return [
        (
            (translate("ShortcutSheet", "Drag"), translate("ShortcutSheet", "Wheel")),
            translate("ShortcutSheet", "Move it, Shift for fine steps"),
        ),
        (("↑", "↓"), translate("ShortcutSheet", "One step; PgUp, PgDown: ten")),
        (("Home", "End"), translate("ShortcutSheet", "The lowest, the highest")),
        (("0 … 9",), translate("ShortcutSheet", "Type a number")),
        ((translate("ShortcutSheet", "Double-click"),), translate("ShortcutSheet", "Reset it")),
        (("Del",), translate("ShortcutSheet", "Let go of a state put in by hand")),
    ]


def _lab_lines() -> list[Line]:
    """What no action does: following a number that W showed, and the mouse on the run through time."""
    drag, wheel = translate("ShortcutSheet", "Drag"), translate("ShortcutSheet", "Wheel")
    return [
        (("Enter", "Backspace"), translate("ShortcutSheet", "Follow a number back, return")),
        ((f"Shift+{drag}",), translate("ShortcutSheet", "Draw the input")),
        ((f"Ctrl+{wheel}",), translate("ShortcutSheet", "Fewer or more steps in view")),
        ((f"Shift+{wheel}",), translate("ShortcutSheet", "Earlier or later steps")),
    ]


def _presenter_lines() -> list[Line]:
    return [(key_names(row.keys), row.title) for row in PRESENTER_KEYS if row.text]
