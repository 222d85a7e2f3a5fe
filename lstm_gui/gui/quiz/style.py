"""The measures, fonts and colours of the review panel in one theme at one zoom."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from lstm_gui.gui.palette import Palette
from lstm_gui.gui.theme import mix, qt_palette
from lstm_gui.quiz.rating import Rating

DESIGN_SIZE = 13.0  # px of the application's font, on which the measures below are based
CALM_ZOOM = 165  # per cent
OLIVE = {False: QColor("#7D7200"), True: QColor("#CDBF3F")}  # between barely and well, light and dark


@dataclass(frozen=True, slots=True)
class Style:
    """What every widget of the panel draws with; lengths are px of the design."""

    palette: Palette
    zoom: int = 100  # per cent

    @property
    def scale(self) -> float:
        """Device-independent pixels for one pixel of the design."""
        return self.zoom / 100 * QFontInfo(QApplication.font()).pixelSize() / DESIGN_SIZE

    def px(self, length: float) -> int:
        """A length of the design on screen."""
        return max(1, round(length * self.scale))

    def gap(self, length: float) -> int:
        """Empty space: it grows less than the text, so that enlarged text keeps its room."""
        return max(1, round(length * min(self.scale, 1.0 + (self.scale - 1.0) / 3)))

    def font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The application's font, `size` px tall in the design."""
        font = QFont(QApplication.font())
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font

    def calm_font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The font of what stands in the background: it grows less, so that it stays whole."""
        return self.calm.font(size, weight)

    @property
    def calm(self) -> "Style":
        """The style of what stands in the background."""
        return Style(self.palette, min(self.zoom, CALM_ZOOM))

    def within(self, needs: QSize, room: QSize) -> "Style":
        """The same, drawn smaller where a window `needs` more px of the design than it has `room`."""
        most = min(room.width() / needs.width(), room.height() / needs.height())
        return self if most >= self.scale else replace(self, zoom=max(50, int(self.zoom * most / self.scale)))

    def caps(self, size: float) -> QFont:
        """Spaced capitals, for a topic."""
        font = self.font(size, QFont.Weight.Bold)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
        return font

    def rating_ink(self, rating: Rating) -> QColor:
        """The colour of a rating; its number and word say the same without colour."""
        if rating is Rating.PARTLY:
            return OLIVE[self.palette.dark]
        return self.palette.role({1: "f", 2: "c", 4: "i", 5: "o"}[int(rating)]).ink

    @property
    def inset(self) -> QColor:
        """The ground of a box that lies on the panel."""
        return mix(self.palette.panel, self.palette.window, 0.45)

    @property
    def sunk(self) -> QColor:
        """The ground of a formula, and of a bar that is not filled."""
        return mix(self.inset, self.palette.text, 0.06)

    def tint(self, ink: QColor, share: float = 0.09) -> QColor:
        """The panel's ground with a breath of `ink`."""
        return mix(self.palette.panel, ink, share)

    @property
    def faint(self) -> QColor:
        """The ink of what cannot be used yet."""
        return mix(self.palette.panel, self.palette.muted, 0.72)

    def qt_palette(self) -> QPalette:
        """The theme for stock widgets, on the panel's ground.

        Fields have a ground of their own where it is dark: their edges are hardly seen there.
        """
        made = qt_palette(self.palette)
        made.setColor(QPalette.ColorRole.Window, self.palette.panel)
        if self.palette.dark:
            made.setColor(QPalette.ColorRole.Base, mix(self.palette.panel, self.palette.text, 0.05))
        return made


def muted(palette: QPalette, style: Style) -> QPalette:
    """`palette` with text that steps back."""
    made = QPalette(palette)
    made.setColor(QPalette.ColorRole.WindowText, style.palette.muted)
    return made
