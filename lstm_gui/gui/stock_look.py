"""Stock buttons and bars of dialogs, looking like those that the panels draw; they follow the palette."""

from PySide6.QtWidgets import QProgressBar, QWidget

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
