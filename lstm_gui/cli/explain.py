"""`lstm-gui-cli explain`: how the weights of a program follow from what it is to do."""

import argparse
from dataclasses import asdict
from textwrap import wrap

from lstm_gui.cli.report import Refused, Report, table
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.program import Program, load_program, program_names
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.written_sum import written_sums
from lstm_gui.plain_text import in_one_line

_WIDTH = 88  # characters of a line


def tell(arguments: argparse.Namespace) -> Report:
    """Tell how a program works. Raises Refused with the names there are."""
    name: str = arguments.program
    if name not in program_names():
        names = ", ".join(program_names())
        raise Refused(f'There is no program called "{in_one_line(name)}"; there is: {names}.')
    scene, program = load(name), load_program(name)
    content = {
        "scene": name,
        "title": scene.title,
        "function": program.function,
        "answer": program.answer,
        "inputs": program.inputs,
        "units": program.units,
        "steps": program.steps,
        "explanation": program.explanation,
        "sums": [asdict(each) for each in written_sums(scene, program)],
    }
    return Report(content, _lines(scene, program))


def _lines(scene: Scene, program: Program) -> list[str]:
    numbered = [_wrapped(f"{k}. ", text) for k, text in enumerate(program.explanation, start=1)]
    return [
        f"{scene.title} ({scene.cell.graph.title})",
        *_wrapped("", program.function),
        *_wrapped("", program.answer),
        "",
        *_wrapped("Inputs: ", "; ".join(program.inputs)),
        "",
        *(line for paragraph in numbered for line in paragraph),
        "",
        "Each sum, where h is that of the step before:",
        *table(_rows(scene, program)),
    ]


def _rows(scene: Scene, program: Program) -> list[tuple[str, ...]]:
    """The sums as a table, each unit named beside its first block."""
    first = scene.cell.graph.blocks[0].name
    return [
        (f"{each.unit} {program.units[each.unit - 1]}" if each.block == first else "", each.block, each.text)
        for each in written_sums(scene, program)
    ]


def _wrapped(mark: str, text: str) -> list[str]:
    """A text in lines, the later ones set in below the first."""
    return wrap(mark + text, _WIDTH, subsequent_indent=" " * len(mark))
