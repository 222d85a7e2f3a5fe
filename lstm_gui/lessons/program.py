"""Programs: scenes whose weights were chosen by hand, and the words that say how.

resources/programs/NAME.json stands beside the scene of that name. The words are not in the scene's own file:
a scene is a state that a person changes and saves, and they hold for one set of weights alone.

    {
      "format": "lstm-lab-program", "version": 1,
      "function": "What it computes, in a sentence.",
      "answer": "Which number answers, and how it is read.",
      "inputs": ["value", "take"], "units": ["memory"],
      "steps": ["", "", "a 1 is taken"],
      "explanation": ["How the weights follow from what it is to do,", "step by step."]
    }

Inputs and units are named in their order; `steps`, one label a step of the scene, may be left out.
"""

from dataclasses import dataclass

from lstm_gui import resource
from lstm_gui.bounded_file import FileRefused
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import MAX_INPUTS, MAX_STEPS, MAX_UNITS, Scene
from lstm_gui.plain_text import in_one_line
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import read_json

_FOLDER, _SUFFIX = "programs", ".json"
_FORMAT, _VERSION = "lstm-lab-program", 1
_REQUIRED = ("format", "version", "function", "answer", "inputs", "units", "explanation")
_MAX_BYTES = 20_000
_LABEL, _SENTENCES, _PARAGRAPHS = 40, 400, 12  # characters of a label and of a text, and how many texts


@dataclass(frozen=True, slots=True)
class Program:
    """What a scene built by hand computes, and how its weights follow from that."""

    function: str  # what it computes
    answer: str  # which number answers, and how it is read
    inputs: tuple[str, ...]  # what each input is called
    units: tuple[str, ...]  # what each unit is called
    steps: tuple[str, ...]  # a label for each step of the scene, "" for none; or no labels at all
    explanation: tuple[str, ...]  # how the weights follow, step by step


def program_names() -> list[str]:
    """The names of the scenes that are programs, in the order of teaching."""
    written = set(resource.names(_FOLDER, _SUFFIX))
    return [name for name in scene_names() if name in written]


def load_program(name: str) -> Program:
    """The program of that name. Raises FileRefused when there is none."""
    if name not in program_names():
        raise FileRefused(f'No program called "{in_one_line(name)}" ships with LSTM Lab.')
    path = resource.resource_path(f"{_FOLDER}/{name}{_SUFFIX}")
    fields = Field(read_json(path, max_bytes=_MAX_BYTES), path.name).table(_REQUIRED, ("steps",))
    fields["format"].choice((_FORMAT,))
    fields["version"].whole(_VERSION, _VERSION)
    return Program(
        function=fields["function"].text(_SENTENCES, empty=False),
        answer=fields["answer"].text(_SENTENCES, empty=False),
        inputs=_texts(fields["inputs"], MAX_INPUTS, _LABEL),
        units=_texts(fields["units"], MAX_UNITS, _LABEL),
        steps=_texts(fields["steps"], MAX_STEPS, _LABEL, empty=True) if "steps" in fields else (),
        explanation=_texts(fields["explanation"], _PARAGRAPHS, _SENTENCES),
    )


def program_of(scene: Scene) -> Program | None:
    """The program that a scene is, as it ships; None for another scene, or one with anything changed."""
    return next((load_program(name) for name in program_names() if load(name) == scene), None)


def _texts(field: Field, most: int, longest: int, *, empty: bool = False) -> tuple[str, ...]:
    return tuple(item.text(longest, empty=empty) for item in field.items(1, most, "text"))
