"""Shelves, table and preview of the window "Cards": where it is narrow, two give way to the table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from lstm_gui.gui.quiz.style import Style

SHARES = ((210, 0.22), (350, 0.33))  # shelves and preview: px of the design, and the most of the width
_LEAST = {"shelves": 170, "table": 380, "preview": 280}  # px of the design, to stand beside each other


class CardParts(QSplitter):
    """Whether the preview is there is up to the person, once said; until then to the room.

    Signals
    -------
    unfolded()
        The preview came to be seen, by itself.
    """

    unfolded = Signal()

    def __init__(self, shelves: QWidget, table: QWidget, preview: QWidget, style: Style) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._shelves, self._preview, self._look = shelves, preview, style
        self._wanted: bool | None = None
        self._beside = [0, 0]  # px that shelves and preview have, or will have when there is room again
        self.setStyleSheet("QSplitter::handle { background: transparent; }")
        self.setChildrenCollapsible(False)
        for number, part in enumerate((shelves, table, preview)):
            self.addWidget(part)
            self.setStretchFactor(number, int(part is table))
        self.splitterMoved.connect(lambda *_: self._keep())

    def set_style(self, style: Style) -> None:
        """Draw at another zoom."""
        self._look = style
        self.setHandleWidth(style.gap(12))
        self._fold()

    def show_preview(self, on: bool) -> None:
        """Show the preview, or give its room to the table, from now on."""
        self._wanted = on
        self._fold()

    def stand(self, sizes: list[int], width: int) -> None:
        """Stand as it stood in a window so wide, or else as at first."""
        whole = len(sizes) == len(SHARES) + 1 and all(sizes)
        first = [min(self._look.px(wide), round(share * width)) for wide, share in SHARES]
        self._beside = [sizes[0], sizes[2]] if whole else first
        self._place()

    def stands(self) -> list[int]:
        """How wide the parts are; of one that is folded, how wide it was."""
        shelves, preview = self._beside
        return [shelves, max(1, self.width() - shelves - preview), preview]

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is another room now."""
        super().resizeEvent(event)
        self._fold()

    # Inside

    def _keep(self) -> None:
        shelves, _table, preview = self.sizes()
        self._beside = [shelves or self._beside[0], preview or self._beside[1]]

    def _place(self) -> None:
        shelves, preview = self._beside
        taken = shelves * (not self._shelves.isHidden()) + preview * (not self._preview.isHidden())
        self.setSizes([shelves, max(1, self.width() - taken), preview])

    def _fold(self) -> None:
        """The preview is there where it is asked for, or else where all three have room."""
        room, before = self.width() / self._look.scale, self._hidden
        wanted = room >= sum(_LEAST.values()) if self._wanted is None else self._wanted
        self._preview.setVisible(wanted)
        beside = _LEAST["table"] + (_LEAST["preview"] if wanted else 0)
        self._shelves.setVisible(room >= beside + _LEAST["shelves"])
        if before == self._hidden:
            return
        self._place()
        if before[1] and wanted:
            self.unfolded.emit()

    @property
    def _hidden(self) -> tuple[bool, bool]:
        return self._shelves.isHidden(), self._preview.isHidden()
