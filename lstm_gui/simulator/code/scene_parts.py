"""The parts that the programs of all libraries share: what they begin with, states put in by hand."""

from collections.abc import Iterable
from textwrap import indent

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.lessons.scene import Matrix, Scene
from lstm_gui.plain_text import in_one_line
from lstm_gui.simulator.code.literals import array, vector

ROWS = "# W reads the input and U the hidden state of the step before: a row for each unit."
_TITLE = 80  # characters of a title


def beginning(scene: Scene, needs: str, about: Iterable[str], imports: Iterable[str]) -> str:
    """What the program is, what it needs, what the scene is, and its imports.

    The title is a stranger's text. It is one line of a comment, and never among the first two lines, where
    Python would read "coding: …" in it as an order.
    """
    cell = scene.cell
    sizes = ", ".join(
        (_counted(cell.units, "unit"), _counted(cell.inputs, "input"), _counted(scene.steps, "step"))
    )
    return "\n".join(
        (
            f'"""A recurrent cell of LSTM Lab, with its weights and what it reads. It needs {needs}.',
            "",
            *about,
            '"""',
            "",
            f"# Scene: {in_one_line(scene.title, _TITLE)}",
            f"# Cell: {cell.graph.title}; {sizes}",
            "",
            *imports,
        )
    )


def what_is_read(scene: Scene, call: str = "np.array") -> str:
    """The input."""
    return f"# A row for each step, a column for each input.\ninputs = {array(scene.inputs, call)}"


def start(scene: Scene, call: str = "np.array") -> str:
    """Where each state starts, as a dictionary."""
    states = zip(scene.cell.graph.states, scene.initial, strict=True)
    lines = [f'    "{state.name}": {vector(row, call)},  # {state.words}' for state, row in states]
    return "\n".join(("# Where it starts: a number for each unit.", "start = {", *lines, "}"))


def put_in(scene: Scene) -> str:
    """The states that were put in by hand, or nothing."""
    if not scene.overrides:
        return ""
    rows = [(one.step, one.state, one.unit + 1, float(one.value)) for one in scene.overrides]
    lines = [f'    ({step}, "{state}", {unit}, {value!r}),' for step, state, unit, value in rows]
    words = "# Put in by hand: what a step reads in place of what was computed. Steps and units count from 1."
    return "\n".join((words, "put_in = [  # (step, state, unit, value)", *lines, "]"))


def putting_in(scene: Scene, place: str, depth: int) -> list[str]:
    """The lines of a loop over t that change `state`; `place` is the index of a unit in its array."""
    if not scene.overrides:
        return []
    lines = (
        "for when, name, unit, value in put_in:",
        "    if when == t:",
        f"        state[name][{place}] = value",
    )
    return [indent(line, "    " * depth) for line in lines]


def weights_as_literals(graph: CellGraph, arrays: Iterable[Matrix], call: str) -> list[tuple[str, str]]:
    """Each parameter by name: a matrix, or a vector where it has one number for each unit."""
    pairs = zip(graph.parameters, arrays, strict=True)
    return [
        (
            given.name,
            vector([row[0] for row in rows], call) if given.columns == "one" else array(rows, call),
        )
        for given, rows in pairs
    ]


def joined(*parts: str) -> str:
    """The parts of a program, those that there are, a blank line between them."""
    return "\n\n".join(part for part in parts if part) + "\n"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
