"""Export of a picture: what of the simulator, as which kind of file, in which colours."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.export.form import ExportForm, chooser, press_button
from lstm_gui.gui.export.views import copy_drawing, drawing_of, dressed
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.drawing import cards_in
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.gui.simulator.picture import PNG_RATIO, encoder_for

_INCH = 25.4  # mm
_DPI = 96


class PictureDialog(ExportForm):
    """Shows what would be drawn.

    Signals:
    save_wanted() -- the person wants a file of it
    copied(str)   -- it is on the clipboard; what it is called
    """

    save_wanted = Signal()
    copied = Signal(str)

    def __init__(
        self, panel: SimulatorPanel, card: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        """`card` is what is chosen at first; None is everything shown."""
        super().__init__(self.tr("Export a picture"), parent)
        self._panel = panel
        cards = cards_in(panel.page)
        self.view = chooser(
            [(self.tr("Everything shown"), None), *((each.accessibleName(), each) for each in cards)]
        )
        self.view.setCurrentIndex(cards.index(card) + 1 if card in cards else 0)
        self.kind = chooser(
            [
                (self.tr("PNG, twice as sharp"), ".png"),
                (self.tr("SVG drawing"), ".svg"),
                (self.tr("PDF page"), ".pdf"),
            ]
        )
        self.theme = chooser([(self.tr("Light"), "light"), (self.tr("Dark"), "dark")])
        self.add_choice(self.tr("&What"), self.tr("All of the page, or one of its cards"), self.view)
        self.add_choice(self.tr("&Format"), self.tr("Pixels, or a drawing of lines and letters"), self.kind)
        self.add_choice(self.tr("&Colours"), self.tr("On a light or on a dark ground"), self.theme)
        self.leave = press_button(self.tr("Cancel"), self.tr("Export nothing (Esc)"))
        self.copy = press_button(self.tr("Co&py"), self.tr("Put the picture on the clipboard"))
        self.save = press_button(self.tr("&Save…"), self.tr("Choose a file for the picture (Enter)"))
        self.lay_out((), (self.leave, self.copy, self.save))
        self.leave.clicked.connect(self.reject)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self.save_wanted)
        for choice in (self.view, self.kind, self.theme):
            choice.currentIndexChanged.connect(self._show)
        self._show()

    @property
    def ending(self) -> str:
        """That of the kind of file which is chosen."""
        ending: str = self.kind.currentData()
        return ending

    def content(self, ending: str) -> bytes:
        """The picture as a file of that ending. Raises OSError where it does not fit into memory."""
        drawing = drawing_of(self._panel, self.view.currentData())
        with dressed(self._panel, palette(self.theme.currentData())):
            return encoder_for(ending)(drawing, drawing.size, PNG_RATIO)

    def _copy(self) -> None:
        drawing = drawing_of(self._panel, self.view.currentData())
        with dressed(self._panel, palette(self.theme.currentData())):
            copy_drawing(drawing)
        self.copied.emit(self.view.currentText())
        self.accept()

    def _show(self) -> None:
        drawing = drawing_of(self._panel, self.view.currentData())
        with dressed(self._panel, palette(self.theme.currentData())):
            self.preview.show_drawing(drawing)
        self.about.setText(self._size_words(drawing.size))

    def _size_words(self, size: QSize) -> str:
        if self.ending == ".png":
            pixels = size * PNG_RATIO
            return self.tr("{w} × {h} pixels").format(w=pixels.width(), h=pixels.height())
        if self.ending == ".svg":
            return self.tr("{w} × {h}, sharp at any size").format(w=size.width(), h=size.height())
        wide, high = (round(side / _DPI * _INCH) for side in (size.width(), size.height()))
        return self.tr("A page of {w} × {h} mm, whose text can be searched").format(w=wide, h=high)
