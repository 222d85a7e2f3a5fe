"""LaTeX to SVG by ziamath, within caps, each symbol marked with the ink of its quantity; knows no Qt."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported with ziamath, on the worker: 5 ms that a start can do without
    from xml.etree.ElementTree import Element

MAX_CHARACTERS = 600
MAX_NESTING = 4
MAX_DEPTH = 6  # of fractions, roots and scripts in one another; the time doubles with each
MAX_LENGTH = 16_000.0  # px at SIZE, either way: the widest formula of 600 letters
MAX_AREA = 600_000.0  # px² at SIZE: a rule may be a kilometre long
SIZE = 24.0  # px, at which every formula is set; pictures are scaled from it

_SYMBOLS = frozenset("figochx")
_STEP = re.compile(r"(t|T|k|[0-9]+)([+−-](k|n|[0-9]+))?")  # t, t−1, t+k, T, 10
_SCRIPTS = frozenset({"msub", "msubsup"})
_DRAWN = frozenset({"svg", "g", "path", "rect", "line", "polyline", "polygon", "ellipse"})
_OPENING = re.compile(r"\\[{}\\]|\\left\b|\\right\b|\\begin\b|\\end\b|[{}]")


@dataclass(frozen=True, slots=True)
class Typeset:
    """A formula set at SIZE. An ink stands in the SVG as "ink-f" or "ink-text": a theme is a replacement."""

    svg: str
    width: float  # px at SIZE
    height: float
    descent: float  # px below the baseline


class NotLegible(ValueError):
    """A formula that is shown as text, because it is too long, too deep, or not LaTeX that we can set."""


def nesting(latex: str) -> int:
    """The most braces, \\left and \\begin that are open at once."""
    deepest = depth = 0
    for match in _OPENING.finditer(latex):
        word = match.group()
        if word in ("{", r"\left", r"\begin"):
            depth += 1
        elif word in ("}", r"\right", r"\end"):
            depth -= 1
        deepest = max(deepest, depth)
    return deepest


def within_caps(latex: str) -> bool:
    """Whether a formula may be set at all: the time to set one grows exponentially with its nesting."""
    return 0 < len(latex) <= MAX_CHARACTERS and nesting(latex) <= MAX_NESTING


def typeset(latex: str) -> Typeset:
    """Set a formula; takes some 10 ms (150 more the first time), so never on the GUI thread.

    Raises NotLegible, or whatever the libraries raise for what is not LaTeX.
    """
    from xml.etree.ElementTree import fromstring, tostring

    from ziamath.config import config  # 0.15 s, and needed by no first paint
    from ziamath.tex import tex2mml
    from ziamath.zmath import Math

    config.svg2 = False  # QSvgRenderer draws almost nothing of SVG 2
    config.precision = 3
    if not within_caps(latex):
        raise NotLegible(f"the formula is longer than {MAX_CHARACTERS} or nests deeper than {MAX_NESTING}")
    tree = fromstring(tex2mml(latex))
    if _depth(tree) > MAX_DEPTH:
        raise NotLegible(f"the formula nests deeper than {MAX_DEPTH}")
    _colour(tree)
    formula = Math(tree, size=SIZE)
    picture = formula.svgxml()
    if not all(element.tag in _DRAWN for element in picture.iter()):
        raise NotLegible("the formula draws more than shapes")
    width, height = float(picture.attrib["width"]), float(picture.attrib["height"])
    if not (0 < width <= MAX_LENGTH and 0 < height <= MAX_LENGTH and width * height <= MAX_AREA):
        raise NotLegible(f"the formula is {width:.0f} × {height:.0f} px, which nobody could read")
    return Typeset(tostring(picture, encoding="unicode"), width, height, -formula.getyofst() + formula.margin)


def _name(element: "Element") -> str:
    return element.tag.rpartition("}")[2]


def _depth(element: "Element") -> int:
    deepest = max((_depth(child) for child in element), default=0)
    return deepest + (
        _name(element) not in ("math", "mrow", "mstyle", "mi", "mn", "mo", "mtext", "mtr", "mtd")
    )


def _text(element: "Element") -> str:
    return "".join(element.itertext()).strip()


def _colour(tree: "Element") -> None:
    """Give f_t, i_t, g_t, o_t, c_t, h_t and x_t, at whatever step, the ink of their quantity."""
    tree.set("mathcolor", "ink-text")
    for element in tree.iter():
        if _name(element) not in _SCRIPTS:
            continue
        base, step = _text(element[0]), _text(element[1])
        if base in _SYMBOLS and _STEP.fullmatch(step):
            for part in (element, *element[0].iter(), *element[1].iter()):
                part.set("mathcolor", f"ink-{base}")
