"""The languages in which a scene can be written as a program; each is imported when it is asked for."""

from lstm_gui.lessons.scene import Scene

LANGUAGES = {"numpy": "NumPy", "pytorch": "PyTorch", "keras": "Keras"}
"""What commands and actions call a language -> what a person calls it."""


class NoProgram(ValueError):
    """No program is written of a cell. The message is one plain sentence for the person."""


def program(scene: Scene, language: str) -> str:
    """A scene as a program in one of LANGUAGES. Raises KeyError for another, NoProgram for some cells."""
    if scene.cell.graph.matrices:
        raise NoProgram(f"No program is written of the {scene.cell.graph.title} yet.")
    if LANGUAGES[language] == "NumPy":
        from lstm_gui.simulator.code.numpy_code import numpy_code as written
    elif LANGUAGES[language] == "PyTorch":
        from lstm_gui.simulator.code.torch_code import torch_code as written
    else:
        from lstm_gui.simulator.code.keras_code import keras_code as written
    if scene.backward is None:
        return written(scene)
    from lstm_gui.simulator.code.both_ways_code import both_ways_code

    return both_ways_code(scene, LANGUAGES[language], written)
