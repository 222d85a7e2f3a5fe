"""A dial is a knob with an address of its own."""

import pytest

from lstm_gui.gui.simulator.gradients.dial import LIMITS, DialName
from lstm_gui.gui.simulator.gradients.dials import dial_words, row_words


def test_every_dial_has_words_a_role_and_limits() -> None:
    assert dial_words().keys() == LIMITS.keys() <= row_words().keys()
    for name in LIMITS:
        assert DialName(name).role in "figoxch"


def test_no_other_dial_is_named() -> None:
    with pytest.raises(ValueError, match="no dial"):
        DialName("learning_rate")
