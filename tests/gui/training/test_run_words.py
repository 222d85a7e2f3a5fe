"""What is said of a run: plain words, short numbers, and every change by its name."""

import math
import operator
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from lstm_gui.gui.training.first_plan import first_plan
from lstm_gui.gui.training.plan_settings import learning_settings, network_settings
from lstm_gui.gui.training.run_words import change_words, loss_name, loss_words, tick_words
from lstm_gui.nets.optimisers import Adam, Sgd
from lstm_gui.training.learning import Learning


@pytest.mark.parametrize(
    ("loss", "words"),
    [
        (0.0, "0"),
        (0.01234, "0.0123"),
        (0.17, "0.17"),
        (12.345, "12.3"),
        (3.21e-6, "3.2 × 10⁻⁶"),
        (4.5e12, "4.5 × 10¹²"),
        (math.inf, "not a number"),
    ],
)
def test_a_loss_is_said_in_few_figures(loss: float, words: str) -> None:
    assert loss_words(loss) == words


def test_a_change_is_told_from_what_to_what() -> None:
    before = Learning(Adam(0.01))
    assert (
        change_words(before, replace(before, optimiser=Adam(0.03), batch=64))
        == "rate 0.01 → 0.03, batch 32 → 64"
    )
    assert change_words(before, replace(before, optimiser=Sgd(0.01))) == "optimiser Adam → SGD"
    assert change_words(before, replace(before, clipping="none")) == "clipping norm 1 → none"
    beta = replace(before, optimiser=Adam(0.01, beta_1=0.5))
    assert change_words(before, beta) == "another setting of the optimiser"


def test_every_setting_of_learning_is_told_when_it_is_changed() -> None:
    plan = first_plan()
    others: dict[type, Callable[[Any], Any]] = {
        bool: operator.not_,
        int: lambda n: n + 1,
        float: lambda n: 2 * n,
    }
    for setting in learning_settings():
        value = setting.get(plan)
        choices = [word for word, _ in getattr(setting, "choices", ())]
        other = next(word for word in choices if word != value) if choices else 5
        changed = setting.put(plan, others[type(value)](value) if type(value) in others else other)
        assert changed != plan, setting.words
        if changed.network == plan.network:
            assert "→" in change_words(plan.learning, changed.learning), setting.words
    for setting in network_settings():
        assert setting.put(plan, setting.get(plan)) == plan


@pytest.mark.parametrize(
    ("loss", "words"),
    [(1.0, "1"), (0.001, "0.001"), (1e-4, "10⁻⁴"), (1e-5, "10⁻⁵"), (2e5, "2 × 10⁵"), (0.0, "0")],
)
def test_a_power_of_ten_at_an_axis_is_its_power(loss: float, words: str) -> None:
    assert tick_words(loss) == words


def test_what_a_loss_is_stands_at_its_axis() -> None:
    assert loss_name("numbers") == "loss: mean squared error"
    assert loss_name("classes") == loss_name("bits") == "loss: cross-entropy, in nats"
    assert loss_name("") == "loss"
