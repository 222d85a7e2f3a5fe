"""The graded cards in a list: kind, title and question, in the order of the topics."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from lstm_gui.gui.graded.words import title
from lstm_gui.gui.quiz.row_list import ROW, Index, RowDelegate, RowModel
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import NO_PEN, round_rect
from lstm_gui.lessons.catalogue import topics
from lstm_gui.lessons.challenge import Graded
from lstm_gui.lessons.challenge_file import challenge_names, load_challenge
from lstm_gui.lessons.scene_search import folded

ROW_HEIGHT = 74.0  # px of the design
_KIND = 74.0  # room for its word


@dataclass(frozen=True, slots=True)
class ListedChallenge:
    """A graded card with its name and what it is searched by."""

    name: str
    card: Graded
    haystack: str  # folded

    def has(self, query: str) -> bool:
        """Whether every word of a query stands in it."""
        return all(word in self.haystack for word in folded(query).split())


def listed() -> tuple[ListedChallenge, ...]:
    """Every graded card that ships, in the order of the topics."""
    order = [topic.title for topic in topics()]
    found = [_listed(name, load_challenge(name)) for name in challenge_names()]
    return tuple(sorted(found, key=lambda row: order.index(row.card.asked.topic)))


def _listed(name: str, card: Graded) -> ListedChallenge:
    asked = card.asked
    texts = (asked.title, asked.question, asked.topic, asked.concept, title(card), name)
    return ListedChallenge(name, card, folded(" ".join(texts)))


class ChallengeModel(RowModel[ListedChallenge]):
    """Rows are graded cards."""

    def __init__(self, rows: Sequence[ListedChallenge], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(rows)
        self.show_rows(self._all)

    def show_found(self, topic: str, kind: type[Graded] | None, query: str) -> None:
        """List those of a topic, "" for every one, and of a kind in which a query is found."""
        self.show_rows(
            [
                row
                for row in self._all
                if topic in ("", row.card.asked.topic)
                and (kind is None or isinstance(row.card, kind))
                and row.has(query)
            ]
        )

    def counts(self, kind: type[Graded] | None, query: str) -> dict[str, int]:
        """How many there are in each topic, and in all of them together first."""
        found = {"": 0, **{row.card.asked.topic: 0 for row in self._all}}
        for row in self._all:
            if (kind is None or isinstance(row.card, kind)) and row.has(query):
                found[row.card.asked.topic] += 1
                found[""] += 1
        return found

    def name_at(self, row: int) -> str:
        """The name of the card in a row."""
        return self._rows[row].name

    def words(self, row: ListedChallenge) -> str:
        """Its kind and its title."""
        return f"{title(row.card)}: {row.card.asked.title}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its question too, for a tooltip and for who cannot see it."""
        if index.isValid() and role in (
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleDescriptionRole,
        ):
            return self._rows[index.row()].card.asked.question
        return super().data(index, role)


class ChallengeDelegate(RowDelegate):
    """Paints a graded card: its kind at the left, then its title over its topic and its question."""

    def __init__(self, style: Style) -> None:
        super().__init__(style, ROW_HEIGHT)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._look = style

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW)
        assert isinstance(row, ListedChallenge)
        look, asked = self._look, row.card.asked
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            pen = QPen(look.tint(look.palette.accent, 0.5), 1.0)
            round_rect(painter, rect, look.px(6), look.tint(look.palette.accent, 0.12), pen)
        elif state & QStyle.StateFlag.State_MouseOver:
            round_rect(painter, rect, look.px(6), look.tint(look.palette.text, 0.05), NO_PEN)
        pad, line = look.px(10), look.px(19)
        kind = QRectF(rect.left() + pad, rect.top() + look.px(9), look.px(_KIND), line)
        self.write(
            painter, kind, title(row.card), look.font(11.5, QFont.Weight.DemiBold), look.palette.accent
        )
        left = kind.right() + pad
        words = QRectF(left, kind.top(), rect.right() - pad - left, line)
        bold = look.font(13.5, QFont.Weight.DemiBold)
        self.write(painter, words, asked.title, bold, look.palette.text)
        about = f"{asked.topic} · {asked.concept}"
        self.write(painter, words.translated(0, line), about, look.font(11.5), look.palette.muted)
        below = words.translated(0, 2 * line)
        self.write(painter, below, asked.question, look.font(11.5), look.palette.text)
        painter.restore()
