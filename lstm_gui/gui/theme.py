"""The light and the dark theme, switched while the app runs, over the Fusion style.

QStyleHints.setColorScheme does nothing on plain X11, so each theme is a QPalette of our own; the system's
scheme is only read, to follow it.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from lstm_gui.gui.palette import Palette, palette
from lstm_gui.resource import resource_path

CHOICES = ("system", "light", "dark")

_Role = QPalette.ColorRole


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """The colour `share` (0..1) of the way from `first` to `second`."""
    pairs = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return QColor(red, green, blue)


def qt_palette(colours: Palette) -> QPalette:
    """Our colours as the palette that Fusion draws every stock control with."""
    on_accent = colours.window if colours.dark else colours.panel
    made = QPalette()
    for role, colour in (
        (_Role.Window, colours.window),
        (_Role.WindowText, colours.text),
        (_Role.Base, colours.panel),
        (_Role.AlternateBase, colours.window),
        (_Role.Text, colours.text),
        (_Role.Button, colours.panel),
        (_Role.ButtonText, colours.text),
        (_Role.BrightText, on_accent),
        (_Role.ToolTipBase, colours.text),
        (_Role.ToolTipText, colours.panel),
        (_Role.PlaceholderText, colours.muted),
        (_Role.Highlight, colours.accent),
        (_Role.HighlightedText, on_accent),
        (_Role.Accent, colours.accent),
        (_Role.Link, colours.accent),
        (_Role.LinkVisited, colours.accent),
        (_Role.Light, mix(colours.panel, colours.text, 0.02)),
        (_Role.Midlight, mix(colours.panel, colours.border, 0.5)),
        (_Role.Mid, colours.border),
        (_Role.Dark, mix(colours.border, colours.muted, 0.5)),
        (_Role.Shadow, colours.muted),
    ):
        made.setColor(role, colour)
    faint = mix(colours.panel, colours.muted, 0.6)
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return made


def bar_style(colours: Palette) -> str:
    """The style sheet of the top bar: the one place where Fusion's menu bar does not look like the design."""
    soft = mix(colours.panel, colours.text, 0.07).name()
    return (
        f"QMenuBar {{ background: transparent; border: none; color: {colours.muted.name()}; }}"
        "QMenuBar::item { background: transparent; padding: 6px 9px; border-radius: 6px; }"
        f"QMenuBar::item:selected {{ background: {soft}; color: {colours.text.name()}; }}"
        "QToolButton { border: none; border-radius: 6px; padding: 5px; }"
        f"QToolButton:hover {{ background: {soft}; }}"
        f"QToolButton:focus {{ border: 1px solid {colours.accent.name()}; padding: 4px; }}"
    )


def form_style(colours: Palette, scale: float = 1.0) -> str:
    """The style sheet of tick boxes: Fusion's own cannot be seen on a dark ground, and never grow."""
    tick = resource_path(f"icons/tick-{'dark' if colours.dark else 'light'}.png").as_posix()
    box, side = "QCheckBox::indicator, QListView::indicator", round(14 * scale)
    return (
        f"QCheckBox {{ spacing: {round(6 * scale)}px; }}"
        f"{box} {{ width: {side}px; height: {side}px; border: 1px solid {colours.muted.name()};"
        f" border-radius: 3px; background: {colours.panel.name()}; }}"
        f"{box.replace('indicator', 'indicator:checked')} {{ background: {colours.accent.name()};"
        f' border-color: {colours.accent.name()}; image: url("{tick}"); }}'
    )


class Theme(QObject):
    """The theme chosen and the colours it now means.

    Signals
    -------
    changed(Palette)
        The colours on screen are others than before.
    """

    changed = Signal(Palette)

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._colours = palette(self._name())
        app.setPalette(qt_palette(self._colours))

    @property
    def choice(self) -> str:
        """What the person chose: "system", "light" or "dark"."""
        return self._choice

    @property
    def colours(self) -> Palette:
        """The colours now on screen."""
        return self._colours

    def choose(self, choice: str) -> None:
        """Take theme `choice` from now on; raises ValueError for a name that is none of CHOICES."""
        if choice not in CHOICES:
            raise ValueError(f"no theme is called {choice!r}")
        self._choice = choice
        self._apply()

    def _follow(self) -> None:
        if self._choice == "system":
            self._apply()

    def _name(self) -> str:
        if self._choice != "system":
            return self._choice
        dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    def _apply(self) -> None:
        colours = palette(self._name())
        if colours is self._colours:
            return
        self._colours = colours
        self._app.setPalette(qt_palette(colours))
        self.changed.emit(colours)
