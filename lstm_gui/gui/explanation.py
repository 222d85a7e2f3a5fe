"""How the weights of a program follow from what it is to do: a page to read beside the cell."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lstm_gui.gui.fonts import ui_font
from lstm_gui.gui.slim_bar import scroll_slimly
from lstm_gui.gui.window.close_box import close_box
from lstm_gui.lessons.program import Program
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.written_sum import written_sums

TEXT, TITLE = 9.75, 13.5  # points
SIZE = QSize(560, 640)
BESIDE = QSize(40, 60)  # px of the screen that the page leaves free


class Explanation(QDialog):
    """A page that can stay open while the cell is moved; `zoom` is 1 at 100 %."""

    def __init__(
        self, scene: Scene, program: Program, zoom: float = 1.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How its weights follow"))
        self._zoom = zoom
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, colours.color(QPalette.ColorRole.Base))
        self.setPalette(colours)
        self.area = QScrollArea()
        scroll_slimly(self.area)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.windowTitle())
        self.area.setWidget(self._page(scene, program))
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 8, 12)
        box.setSpacing(12)
        box.addWidget(self.area)
        box.addWidget(close_box(self, self.tr("Close (Esc)")))
        self.resize((SIZE * zoom).boundedTo(self.screen().availableSize() - BESIDE))

    def _page(self, scene: Scene, program: Program) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(round(10 * self._zoom))
        column.addWidget(self._label(scene.title, TITLE, bold=True))
        column.addWidget(self._label(program.function))
        column.addWidget(self._label(program.answer))
        column.addLayout(self._steps(program.explanation))
        column.addWidget(self._label(self.tr("Each sum, where h is that of the step before"), bold=True))
        column.addLayout(self._sums(scene, program))
        column.addStretch(1)
        return page

    def _steps(self, paragraphs: tuple[str, ...]) -> QGridLayout:
        grid = self._grid()
        for row, text in enumerate(paragraphs):
            number = self._label(self.tr("{number}.").format(number=row + 1))
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(text), row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _sums(self, scene: Scene, program: Program) -> QGridLayout:
        grid = self._grid()
        first = scene.cell.graph.blocks[0].name
        for row, each in enumerate(written_sums(scene, program)):
            if each.block == first:
                unit = program.units[each.unit - 1]
                name = self._label(self.tr("{unit} {name}").format(unit=each.unit, name=unit))
                grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(each.block, bold=True), row, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(each.text), row, 2)
        grid.setColumnStretch(2, 1)
        return grid

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(round(10 * self._zoom))
        grid.setVerticalSpacing(round(8 * self._zoom))
        return grid

    def _label(self, text: str, points: float = TEXT, *, bold: bool = False) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(ui_font(points * self._zoom, QFont.Weight.Bold if bold else QFont.Weight.Normal))
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
