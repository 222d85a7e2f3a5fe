"""The words of a program fit its scene, and its weights are few and whole."""

from dataclasses import replace

import pytest

from lstm_gui import resource
from lstm_gui.bounded_file import FileRefused
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.program import Program, load_program, program_names, program_of
from lstm_gui.lessons.scene import Scene

ASKED_FOR = (
    "latch",
    "set-reset",
    "toggle",
    "counter",
    "parity",
    "edge-detector",
    "leaky-integrator",
    "delay-line",
    "shift-register",
    "a-n-b-n",
    "embedded-reber",
    "running-maximum",
)
LARGEST = 60
NOT_WHOLE = ("leaky-integrator",)  # four fifths are σ(1.39)

every_program = pytest.mark.parametrize("name", program_names())


def weights(scene: Scene) -> list[float]:
    """Every weight and bias."""
    return [number for array in scene.cell.arrays for row in array for number in row]


def texts(program: Program) -> list[str]:
    """Its sentences."""
    return [program.function, program.answer, *program.explanation]


def test_the_programs_asked_for_are_there_in_the_order_of_teaching() -> None:
    assert set(ASKED_FOR) <= set(program_names())
    assert [name for name in scene_names() if name in program_names()] == program_names()


def test_no_words_are_left_without_a_scene() -> None:
    assert sorted(program_names()) == resource.names("programs", ".json")


@every_program
def test_every_input_unit_and_step_has_its_name(name: str) -> None:
    program, scene = load_program(name), load(name)
    assert len(program.inputs) == scene.cell.inputs
    assert len(program.units) == scene.cell.units
    assert len(program.steps) in (0, scene.steps)
    for names in (program.inputs, program.units):
        assert len(set(names)) == len(names)


@every_program
def test_its_weights_are_few_whole_and_not_large(name: str) -> None:
    scene = load(name)
    numbers = [number for number in weights(scene) if number]
    assert len(numbers) <= 10 * scene.cell.units
    assert max(map(abs, numbers)) <= LARGEST
    assert name in NOT_WHOLE or all(number == round(number) for number in numbers)


@every_program
def test_its_words_are_sentences(name: str) -> None:
    program = load_program(name)
    assert len(program.explanation) >= 3
    for text in texts(program):
        assert text[0].isupper() or text[0] in "ch"  # a sentence may begin with c or h
        assert text[-1] in ".?:"
        assert "--" not in text
        assert " -" not in text, "a minus sign is −"


@pytest.mark.parametrize("name", ["", "remember", "nothing", "../scenes/latch", "latch.json"])
def test_what_is_no_program_is_refused(name: str) -> None:
    with pytest.raises(FileRefused, match=r'^No program called ".*" ships with LSTM Lab.$'):
        load_program(name)


@every_program
def test_a_scene_is_known_as_its_program_until_something_is_changed(name: str) -> None:
    scene = load(name)
    assert program_of(scene) == load_program(name)
    assert program_of(replace(scene, step=scene.step - 1)) is None


def test_another_scene_is_no_program() -> None:
    assert program_of(load("remember")) is None
