"""One page: the picture, its numbers beside or below it, and what is counted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.simulator.style import TEXT, TITLE, Style
from lstm_gui.gui.statistics.chart_card import ChartCard
from lstm_gui.gui.statistics.folding_page import FoldingPage
from lstm_gui.gui.statistics.picture import Picture
from lstm_gui.gui.statistics.table_view import NumberTable

_BESIDE = 720.0  # px at 100 %: from this width on, the table stands beside the picture
_TABLE = (190.0, 360.0)  # px at 100 %, of the table beside it


class PicturePage(FoldingPage):
    """Shows a Picture."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = style
        self.picture: Picture | None = None
        self.chart = ChartCard(style, self)
        self.table = NumberTable(style, self.tr("Numbers"), self)
        self.sum = plain_label(self, wraps=True)
        self.definition = plain_label(self, wraps=True)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.addWidget(self.chart, 3)
        self._both.addWidget(self.table, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sum)
        column.addLayout(self._both, 1)
        column.addWidget(self.definition)
        self.set_style(style)

    def show_picture(self, picture: Picture) -> None:
        """Show this page."""
        self.picture = picture
        self.chart.show_chart(picture.chart, picture.title, picture.nothing)
        self.table.show_table(picture.table)
        self.table.setAccessibleName(self.tr("Numbers: {title}").format(title=picture.title))
        self.sum.setText(picture.sum or self.tr("Nothing to count yet."))
        self.definition.setText(picture.definition)
        self.place()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._look = style
        self.chart.set_style(style)
        self.table.set_style(style)
        ink(self.sum, style.palette.text, style.font(TITLE, bold=True))
        ink(self.definition, style.palette.muted, style.font(TEXT))
        # What is said below is longer on some pages: the picture must not move for it.
        self.definition.setMinimumHeight(4 * self.definition.fontMetrics().lineSpacing())
        self.definition.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        layout = self.layout()
        assert layout is not None
        layout.setSpacing(round(style.px(10)))
        self._both.setSpacing(round(style.px(12)))
        self.place()

    def place(self) -> None:
        """Give the parts their room."""
        beside = self.fold(self._both, self._look.px(_BESIDE))
        least, most = (round(self._look.px(length)) for length in _TABLE)
        if beside:
            wide = max(least, min(most, self.table.wide))
            self.table.setMinimumWidth(wide)
            self.table.setMaximumWidth(wide)
        else:
            self.table.setMinimumWidth(0)
            self.table.setMaximumWidth(16_777_215)
