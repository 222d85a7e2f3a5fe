"""What is written is what the gate adds up."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.program import Program, load_program, program_names
from lstm_gui.lessons.scene import GateWeights
from lstm_gui.lessons.written_sum import written_sum, written_sums

INPUTS, UNITS = ("set", "letter a"), ("first", "second", "third")
PROGRAM = Program("", "", INPUTS, UNITS, (), ())
NUMBERS = st.sampled_from((-60.0, -1.39, -1.0, 0.0, 0.0, 1.0, 0.5, 30.0))
TERM = re.compile(r"([−+]?) ?([\d.]*)·?(set|letter a|h[₁₂₃]|)(?: |$)")


def rows(columns: int) -> st.SearchStrategy[tuple[float, ...]]:
    return st.tuples(*[NUMBERS] * columns)


def value(text: str, values: dict[str, float]) -> float:
    """What a written sum comes to."""
    found, place = 0.0, 0
    while place < len(text):
        term = TERM.match(text, place)
        assert term is not None
        sign, size, name = term.groups()
        assert size or name
        found += (-1 if sign == "−" else 1) * float(size or 1) * values.get(name, 1.0)
        place = term.end()
    return found


@given(rows(2), rows(3), NUMBERS)
def test_the_sum_written_is_the_sum_computed(w: tuple[float, ...], u: tuple[float, ...], b: float) -> None:
    text = written_sum(GateWeights((w,), (u,), (b,)), 0, PROGRAM)
    x, h = (3.0, 7.0), (11.0, 13.0, 17.0)
    values = dict(zip((*INPUTS, "h₁", "h₂", "h₃"), (*x, *h), strict=True))
    wanted = sum(a * c for a, c in zip((*w, *u), (*x, *h), strict=True)) + b
    assert value(text, values) == pytest.approx(wanted)
    assert "·0" not in text
    assert "1·" not in re.sub(r"\d1·|1\d*\.", "", text)


def test_what_weighs_nothing_is_left_out() -> None:
    assert written_sum(GateWeights(((0.0, 0.0),), ((0.0, 0.0, 0.0),), (0.0,)), 0, PROGRAM) == "0"


def test_one_unit_needs_no_number() -> None:
    assert written_sum(load("toggle").cell.gate("g"), 0, load_program("toggle")) == "−6·h"


@pytest.mark.parametrize("name", program_names())
def test_every_sum_of_a_program_is_written_once(name: str) -> None:
    scene, program = load(name), load_program(name)
    sums = written_sums(scene, program)
    blocks = [block.name for block in scene.cell.graph.blocks]
    assert [(each.unit, each.block) for each in sums] == [
        (unit, block) for unit in range(1, scene.cell.units + 1) for block in blocks
    ]
    for each in sums:
        assert each.text == written_sum(scene.cell.gate(each.block), each.unit - 1, program)
