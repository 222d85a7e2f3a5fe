"""The rows that a card's text is drawn in: lines of Markdown, and each picture in a row of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextBlockFormat, QTextCharFormat, QTextFormat

from lstm_gui.gui.palette import Palette
from lstm_gui.quiz.markdown.lines import Kind, Line
from lstm_gui.quiz.markdown.spans import Span

LINE_HEIGHT = 128.0  # per cent: room for a subscript below the line
SIGN = QTextFormat.Property.UserProperty + 3  # "•" before an item
QUOTES = QTextFormat.Property.UserProperty + 4  # how many bars stand beside the block
CODE = QTextFormat.Property.UserProperty + 5  # that it is code between fences
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_BAR, _PAD = 0.95, 0.6  # of a quote and of code: shares of the text's size
_STEP, _LETTER, _GAP = 1.45, 0.55, 0.4  # of a list: at the least, and what each letter of its signs needs


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of the document; one with a picture has nothing else."""

    line: Line
    spans: tuple[Span, ...]

    @property
    def picture(self) -> bool:
        """Whether it is a picture."""
        return bool(self.spans and self.spans[0].picture)

    @property
    def blank(self) -> bool:
        """Whether nothing is seen of it."""
        seen = self.line.sign or self.picture or any(span.text.strip() for span in self.spans)
        return not seen


def rows_of(lines: Iterable[Line], shown: Callable[[Span], Span]) -> list[Row]:
    """The rows; `shown` puts words for a picture that is missing. No blank rows stand beside pictures."""
    rows = [row for line in lines for row in _cut(line, [shown(span) for span in line.spans])]
    if not any(row.picture for row in rows):
        return rows
    gone = _beside_pictures(rows)
    return [row for place, row in enumerate(rows) if place not in gone]


def list_step(lines: Iterable[Line]) -> float:
    """How far the words of an item stand behind those around it: the longest number has room before them."""
    return max(_STEP, _LETTER * max((len(line.sign) for line in lines), default=0) + _GAP)


def margin(line: Line, size: float, step: float) -> float:
    """How far from the left a line begins, for a text of this size; all in px."""
    pad = _PAD if line.kind is Kind.CODE else 0.0
    return size * (_BAR * line.quote + step * line.level + pad)


def bar_place(number: int, size: float) -> float:
    """Where the bar of a quote stands."""
    return size * _BAR * number


def block_format(
    row: Row, before: Row | None, after: Row | None, size: float, step: float
) -> QTextBlockFormat:
    """A row's place in the document."""
    block, line = QTextBlockFormat(), row.line
    if row.picture:  # whose lines are no taller than it is
        block.setLeftMargin(margin(line, size, step))
        return block
    block.setLineHeight(LINE_HEIGHT, _PROPORTIONAL)
    block.setLeftMargin(margin(line, size, step))
    if line.sign:
        block.setProperty(SIGN, line.sign)
    if line.quote:
        block.setProperty(QUOTES, line.quote)
    if line.kind is Kind.CODE:
        pad = size * _PAD
        block.setProperty(CODE, True)
        block.setRightMargin(pad)
        block.setTopMargin(0 if before and before.line.kind is Kind.CODE else pad)
        block.setBottomMargin(0 if after and after.line.kind is Kind.CODE else pad)
    return block


def words_format(row: Row, span: Span, wanted: QFont, ink: QTextCharFormat, palette: Palette | None) -> None:
    """Give `ink` the look of a span."""
    if span.bold or row.line.kind is Kind.HEADING:
        ink.setFontWeight(max(wanted.weight(), QFont.Weight.Bold))
    if span.italic:
        ink.setFontItalic(True)
    if span.code:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        ink.setFontFamilies(fixed.families())
        ink.setFontFixedPitch(True)
        ink.setProperty(QTextFormat.Property.FontPixelSize, round(wanted.pixelSize() * 0.92))
        if palette is not None and row.line.kind is not Kind.CODE:
            ink.setBackground(code_ground(palette))
    if span.link and palette is not None:
        ink.setForeground(palette.accent)
        ink.setFontUnderline(True)
        ink.setAnchor(True)
        ink.setAnchorHref(span.link)


def code_ground(palette: Palette) -> QColor:
    """The faint ground of code, on whatever lies below it."""
    ground = QColor(palette.text)
    ground.setAlphaF(0.08)
    return ground


def _cut(line: Line, spans: list[Span]) -> list[Row]:
    """A line cut at its pictures, without the spaces beside them."""
    if not any(span.picture for span in spans):
        return [Row(line, tuple(spans))]
    parts: list[list[Span]] = [[]]
    for span in spans:
        if span.picture:
            parts += [[span], []]
        else:
            parts[-1].append(span)
    trimmed = [_trimmed(part, at > 0, at < len(parts) - 1) for at, part in enumerate(parts)]
    rows = [Row(line._replace(sign=""), tuple(part)) for part in trimmed if part]
    return [Row(line, rows[0].spans), *rows[1:]]


def _trimmed(part: list[Span], behind: bool, before: bool) -> list[Span]:
    """A part without the spaces towards a picture; nothing when only spaces are left."""
    if not part or part[0].picture:
        return part
    kept = list(part)
    if behind and not kept[0].formula:
        kept[0] = kept[0]._replace(text=kept[0].text.lstrip())
    if before and not kept[-1].formula:
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return [span for span in kept if span.text]


def _beside_pictures(rows: list[Row]) -> set[int]:
    """The blank rows that have a picture above or below, with nothing between but blank rows."""
    found = set()
    for places in (range(len(rows)), range(len(rows) - 1, -1, -1)):
        beside = False
        for place in places:
            if rows[place].blank:
                found |= {place} if beside else set()
            else:
                beside = rows[place].picture
    return found
