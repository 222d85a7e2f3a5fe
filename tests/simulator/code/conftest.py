"""The three ways of writing a scene as a program."""

from collections.abc import Callable

import pytest

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.code.keras_code import keras_code
from lstm_gui.simulator.code.numpy_code import numpy_code
from lstm_gui.simulator.code.torch_code import torch_code

LANGUAGES = (numpy_code, torch_code, keras_code)


@pytest.fixture(params=LANGUAGES, ids=lambda written: written.__name__)
def language(request: pytest.FixtureRequest) -> Callable[[Scene], str]:
    """Each of them."""
    written: Callable[[Scene], str] = request.param
    return written
