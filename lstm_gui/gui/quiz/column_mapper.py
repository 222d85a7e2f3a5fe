"""What each column of a table holds, to be said by a person: a choice over the first cells of each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lstm_gui.formats.preview import TableLook
from lstm_gui.formats.table_columns import ROLES
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ElidedLabel, ink
from lstm_gui.gui.slim_bar import SlimBar

translate = QCoreApplication.translate

NOT_READ = "-"
_WIDE, _LEAST = 150, 110  # px of the design, of a column
_NEEDED = ("front", "back")


def role_words() -> dict[str, str]:
    """What a column may hold, for the person."""
    words = {
        "front": translate("Columns", "Question"),
        "back": translate("Columns", "Answer"),
        "topic": translate("Columns", "Topic"),
        "formula": translate("Columns", "Formula"),
        "why": translate("Columns", "Explanation"),
        "tags": translate("Columns", "Tags"),
        "scene": translate("Columns", "Scene"),
        "challenge": translate("Columns", "Graded card"),
        "uid": translate("Columns", "Identifier"),
    }
    return {
        NOT_READ: translate("Columns", "Not read"),
        **{role: words[role] for role in words if role in ROLES},
    }


def exchanged(roles: Sequence[str], column: int, role: str) -> tuple[str, ...]:
    """The roles after one column got another: what held it before takes what is free now."""
    free = roles[column]
    now = [free if held == role != NOT_READ else held for held in roles]
    now[column] = role
    return tuple(now)


class ColumnMapper(QScrollArea):
    """One column beside the other, each with a choice of what it holds.

    Signals:
    changed(object) -- the roles, tuple[str, ...]
    """

    changed = Signal(object)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = style
        self._roles: tuple[str, ...] = ()
        self.choices: list[QComboBox] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBar(SlimBar(Qt.Orientation.Horizontal))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def roles(self) -> tuple[str, ...]:
        """What each column holds."""
        return self._roles

    @property
    def complete(self) -> bool:
        """Whether there is a column of questions and one of answers."""
        return all(role in self._roles for role in _NEEDED)

    def show_table(self, table: TableLook) -> None:
        """Show these columns."""
        self._roles = table.roles
        self.choices = []
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.gap(8))
        for column in range(len(table.roles)):
            row.addWidget(self._column(column, [cells[column] for cells in table.rows]))
        row.addStretch(1)
        self.setWidget(inside)
        for ground in (inside, self.viewport()):
            ground.setAutoFillBackground(False)
        self.setFixedHeight(inside.sizeHint().height() + self._look.px(10))

    def _column(self, column: int, cells: Sequence[str]) -> QWidget:
        made, look = QWidget(self), self._look
        made.setMinimumWidth(look.px(_LEAST))
        made.setMaximumWidth(look.px(_WIDE))
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.gap(3))
        box.addWidget(self._choice(column))
        for cell in cells:
            label = ElidedLabel(made)
            label.setText(cell or " ")
            label.setToolTip(cell)
            ink(label, look.palette.muted, look.font(11.5))
            box.addWidget(label)
        return made

    def _choice(self, column: int) -> QComboBox:
        made = QComboBox()
        for role, words in role_words().items():
            made.addItem(words, role)
        made.setCurrentIndex(made.findData(self._roles[column]))
        made.setFont(self._look.font(12.5))
        made.setAccessibleName(self.tr("Column {n}").format(n=column + 1))
        made.setToolTip(self.tr("What column {n} holds").format(n=column + 1))
        made.activated.connect(partial(self._choose, column))
        self.choices.append(made)
        return made

    def _choose(self, column: int, row: int) -> None:
        role = str(self.choices[column].itemData(row))
        self._roles = exchanged(self._roles, column, role)
        for choice, held in zip(self.choices, self._roles, strict=True):
            choice.setCurrentIndex(choice.findData(held))
        self.changed.emit(self._roles)
