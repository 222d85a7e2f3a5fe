"""A scene read in both directions as a program: one module of PyTorch where there is one, else two cells.

Each cell is written as the program of an ordinary scene is, inside a function of its own: the one that reads
from the end as the mirror shows it, so that its numbers are turned round once it has run.
"""

from collections.abc import Callable
from dataclasses import replace
from textwrap import indent

from lstm_gui.lessons.scene import Scene
from lstm_gui.plain_text import in_one_line
from lstm_gui.simulator.code.scene_parts import joined
from lstm_gui.simulator.code.torch_both_code import torch_both_code
from lstm_gui.simulator.direction import mirrored

_IMPORTS = {"NumPy": "import numpy as np", "PyTorch": "import torch", "Keras": "import numpy as np"}
_NEEDS = {"NumPy": "NumPy", "PyTorch": "PyTorch", "Keras": "Keras 3"}
_PRECISION = """
With TensorFlow Keras computes in double precision, as LSTM Lab does. With other backends it multiplies
in single precision, and about seven digits agree.
"""
_MAIN = '\nif __name__ == "__main__":\n'
_TITLE = 80  # characters
_ENDS = {
    "NumPy": """
ahead, back = forwards(), {name: array[::-1] for name, array in backwards().items()}
trace = {f"forward.{name}": array for name, array in ahead.items()}
trace |= {f"backward.{name}": array for name, array in back.items()}
output = np.concatenate([ahead["h"], back["h"]], axis=1)
""",
    "PyTorch": "output = torch.cat([forwards(), torch.flip(backwards(), [0])], dim=1)",
    "Keras": "output = np.concatenate([forwards(), backwards()[::-1]], axis=1)",
}


def both_ways_code(scene: Scene, library: str, written: Callable[[Scene], str]) -> str:
    """A program whose `output` is h of both cells at every step, those of the first cell first.

    `written` makes the program of a scene that is read in one direction, in that library.
    """
    if library == "PyTorch" and (whole := torch_both_code(scene)):
        return whole
    result = "trace" if library == "NumPy" else "output"
    ahead, back = (replace(one, backward=None) for one in (scene, mirrored(scene)))
    return joined(
        f'"""{_about(library)}"""',
        f"# Scene: {in_one_line(scene.title, _TITLE)}",
        _IMPORTS[library],
        _function("forwards", "The cell that reads from the beginning.", written(ahead), result),
        _function(
            "backwards", "The cell that reads from the end: step 1 is the last.", written(back), result
        ),
        f"\n{_ENDS[library].strip()}",
        f"{_MAIN.lstrip()}    for t, h in enumerate(output, start=1):\n"
        '        print(f"step {t}: h = {h}")',
    )


def _about(library: str) -> str:
    words = (
        "Two recurrent cells of LSTM Lab that read one sequence in both directions. "
        f"It needs {_NEEDS[library]}.\n\n"
        "After it has run, `output` holds h of both at every step, (steps, 2 × units).\n"
    )
    return words + (_PRECISION.lstrip() if library == "Keras" else "")


def _function(name: str, about: str, program: str, result: str) -> str:
    """A program as a function: without its first words and what it prints."""
    body = program.partition('\n"""\n')[2].partition(_MAIN)[0]
    lines = (f'"""{about}"""', body.strip(), f"return {result}")
    return f"\ndef {name}():\n" + indent("\n".join(lines), "    ")
