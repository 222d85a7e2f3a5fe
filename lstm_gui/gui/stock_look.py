"""Stock buttons, bars, fields and tick boxes of dialogs, looking like what the panels draw."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDateTimeEdit,
    QMessageBox,
    QProgressBar,
    QWidget,
)

from lstm_gui.gui.palette import Palette
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.slim_bar import SlimBar
from lstm_gui.gui.theme import form_style, mix
from lstm_gui.resource import resource_path

_NARROWEST = 80  # px of the design, of a field to choose from
_BUTTONS = """
QPushButton {
    background: palette(base); border: 1px solid palette(mid); border-radius: 7px;
    padding: 6px 16px; min-width: 52px;
}
QPushButton:hover { border-color: palette(highlight); }
QPushButton:pressed { background: palette(midlight); }
QPushButton:default { border-color: palette(highlight); }
QPushButton:focus { border: 2px solid palette(highlight); padding: 5px 15px; }
"""
_PROGRESS = """
QProgressBar {
    background: palette(mid); border: none; border-radius: 4px;
    min-height: 8px; max-height: 8px; color: transparent;
}
QProgressBar::chunk { background: palette(highlight); border-radius: 4px; }
"""


def dress_buttons(around: QWidget) -> None:
    """Let a button, or those in a box of buttons, look like the others of the app."""
    around.setStyleSheet(_BUTTONS)


def dress_progress(bar: QProgressBar) -> None:
    """Let a bar that fills look like that of the cards of today; how far it is stands in words beside it."""
    bar.setStyleSheet(_PROGRESS)


def dress_form(around: QWidget, colours: Palette, scale: float = 1.0) -> None:
    """Let fields, choosers and tick boxes look like what the panels draw.

    `scale` is px of the screen for one px of the design. Fusion's own have no edge that can be seen on a dark
    ground, no room around their words, and arrows that never grow.
    """
    around.setStyleSheet(form_style(colours, scale) + _fields(colours, scale))
    for chooser in around.findChildren(QComboBox):
        if not chooser.minimumWidth():  # else the longest name in it, of a deck, pushes a form off its window
            chooser.setMinimumWidth(round(_NARROWEST * scale))
    for spin in around.findChildren(QAbstractSpinBox):
        if spin.buttonSymbols() is not QAbstractSpinBox.ButtonSymbols.NoButtons and not _drops(spin):
            spin.lineEdit().setTextMargins(_across(scale), 0, 0, 0)  # no style sheet moves these words


def dress_question(box: QMessageBox, style: Style) -> None:
    """Let a question with its answers look and grow as the window that asks it."""
    box.setPalette(style.qt_palette())
    box.setFont(style.font(13))
    dress_buttons(box)
    for button in box.buttons():
        button.setFont(style.font(13))
        words = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
        button.setMinimumSize(words + 2 * style.px(20), style.px(32))  # a message box asks for too little


def dress_table(table: QWidget, colours: Palette, scale: float = 1.0) -> None:
    """Let a table lie on its panel as those of the statistics do: no lines, a soft ground where chosen."""
    air, chosen = _across(scale), mix(colours.panel, colours.accent, 0.14).name()
    table.setStyleSheet(
        f"QAbstractItemView {{ background: {colours.panel.name()}; border: 1px solid {colours.border.name()};"
        f" border-radius: {round(8 * scale)}px; padding: 2px; outline: none; }}"
        f"QAbstractItemView::item {{ padding: 0 {air}px; border: none; color: {colours.text.name()}; }}"
        f"QAbstractItemView::item:hover {{ background: {mix(colours.panel, colours.accent, 0.05).name()}; }}"
        f"QAbstractItemView::item:selected {{ background: {chosen}; }}"
        f"QHeaderView {{ background: {colours.panel.name()}; border: none; }}"
        f"QHeaderView::section {{ background: {colours.panel.name()}; color: {colours.muted.name()};"
        f" border: none; border-bottom: 1px solid {colours.border.name()};"
        f" padding: {round(4 * scale)}px {air}px; }}"
    )


def ink_placeholder(field: QWidget, colour: QColor) -> None:
    """Write what stands in an empty field in this colour; Qt's own is too pale to be read."""
    palette = field.palette()
    palette.setColor(QPalette.ColorRole.PlaceholderText, colour)
    field.setPalette(palette)


def dress_cells(view: QAbstractItemView, colours: Palette, scale: float = 1.0) -> None:
    """Let a list or a table whose model has colours of its own lie on its panel, with slim bars."""
    view.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
    view.setHorizontalScrollBar(SlimBar(Qt.Orientation.Horizontal))
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setCornerWidget(QWidget(view))  # else a corner is drawn as the stock bars would have it
    view.setStyleSheet(
        f"QAbstractItemView {{ background: {colours.panel.name()}; border: 1px solid {colours.border.name()};"
        f" border-radius: {round(4 * scale)}px; gridline-color: {colours.border.name()}; }}"
        f"QListView {{ padding: {round(3 * scale)}px; }}"
        f"QTableCornerButton::section {{ background: {colours.panel.name()}; border: none; }}"
        f"QHeaderView {{ background: {colours.panel.name()}; border: none; }}"
        f"QHeaderView::section {{ background: {colours.panel.name()}; color: {colours.muted.name()};"
        f" border: none; border-bottom: 1px solid {colours.border.name()};"
        f" padding: 0 {round(4 * scale)}px; }}"
        f"QHeaderView::section:horizontal {{ padding: {round(3 * scale)}px; }}"
    )


def _drops(spin: QAbstractSpinBox) -> bool:
    return isinstance(spin, QDateTimeEdit) and spin.calendarPopup()


def _across(scale: float) -> int:
    return max(2, round(7 * scale))


def _fields(colours: Palette, scale: float) -> str:
    down, across = max(2, round(3 * scale)), _across(scale)
    width, arrow = round(22 * scale), round(10 * scale)
    edge = mix(colours.border, colours.muted, 0.45).name()
    ground = mix(colours.panel, colours.window, 0.45).name()
    faint = mix(colours.panel, colours.muted, 0.6).name()
    fields = ("QLineEdit", "QPlainTextEdit", "QComboBox", "QAbstractSpinBox")
    return (
        f"{', '.join(fields)} {{ background: {ground}; color: {colours.text.name()};"
        f" border: 1px solid {edge}; border-radius: {round(6 * scale)}px; padding: {down}px {across}px; }}"
        f"{_each(fields, ':hover')} {{ border-color: {colours.muted.name()}; }}"
        f"{_each(fields, ':focus')} {{ border: 2px solid {colours.accent.name()};"
        f" padding: {down - 1}px {across - 1}px; }}"
        f"{_each(fields, ':disabled')} {{ color: {faint}; border-color: {colours.border.name()}; }}"
        "QComboBox QLineEdit, QAbstractSpinBox QLineEdit"
        " { background: transparent; border: none; padding: 0; }"
        f"QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {width}px; }}"
        "QAbstractSpinBox::up-button, QAbstractSpinBox::down-button"
        f" {{ border: none; background: transparent; width: {width}px; }}"
        "QComboBox::down-arrow, QAbstractSpinBox::down-arrow, QAbstractSpinBox::up-arrow"
        f" {{ image: {_icon('down', colours)}; width: {arrow}px; height: {arrow}px; }}"
        f"QAbstractSpinBox::up-arrow {{ image: {_icon('up', colours)}; }}"
        f"QComboBox QAbstractItemView {{ background: {colours.panel.name()}; color: {colours.text.name()};"
        f" border: 1px solid {edge}; }}"
    )


def _each(fields: tuple[str, ...], state: str) -> str:
    return ", ".join(f"{field}{state}" for field in fields)


def _icon(name: str, colours: Palette) -> str:
    path = resource_path(f"icons/{name}-{'dark' if colours.dark else 'light'}.png")
    return f'url("{path.as_posix()}")'
