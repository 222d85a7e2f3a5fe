"""What is said of a run: plain words and short numbers."""

import math

import pytest

from lstm_gui.gui.training.run_words import loss_name, loss_words, tick_words


@pytest.mark.parametrize(
    ("loss", "words"),
    [
        (0.0, "0"),
        (0.01234, "0.0123"),
        (0.17, "0.17"),
        (12.345, "12.3"),
        (999.6, "1000"),
        (-4712.3, "−4712"),
        (3.21e-6, "3.2 × 10⁻⁶"),
        (4.5e12, "4.5 × 10¹²"),
        (math.inf, "not a number"),
    ],
)
def test_a_loss_is_said_in_few_figures(loss: float, words: str) -> None:
    assert loss_words(loss) == words


@pytest.mark.parametrize(
    ("loss", "words"),
    [
        (1.0, "1"),
        (1e3, "1000"),
        (0.001, "0.001"),
        (1e-4, "10⁻⁴"),
        (1e-5, "10⁻⁵"),
        (2e5, "2 × 10⁵"),
        (0.0, "0"),
    ],
)
def test_a_power_of_ten_at_an_axis_is_its_power(loss: float, words: str) -> None:
    assert tick_words(loss) == words


def test_what_a_loss_is_stands_at_its_axis() -> None:
    assert loss_name("numbers") == "loss: mean squared error"
    assert loss_name("classes") == loss_name("bits") == "loss: cross-entropy, in nats"
    assert loss_name("") == "loss"
