"""Every change of learning has the words of its field."""

import operator
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from lstm_gui.gui.training.change_words import change_words
from lstm_gui.gui.training.first_plan import first_plan
from lstm_gui.gui.training.plan_settings import learning_settings, network_settings
from lstm_gui.nets.optimisers import Adam, Sgd
from lstm_gui.training.learning import Learning


def test_a_change_is_told_from_what_to_what() -> None:
    before = Learning(Adam(0.01))
    assert (
        change_words(before, replace(before, optimiser=Adam(0.03), batch=64))
        == "rate 0.01 → 0.03, batch 32 → 64"
    )
    assert change_words(before, replace(before, optimiser=Sgd(0.01))) == "optimiser Adam → SGD"
    assert change_words(before, replace(before, clipping="none")) == "clipping by its length → none"
    momentum = change_words(replace(before, optimiser=Sgd(0.1)), replace(before, optimiser=Sgd(0.1, 0.9)))
    assert momentum == "optimiser SGD → SGD + momentum"
    window = change_words(before, replace(before, window=20, feeding="free", patience=3))
    assert window == "steps back all → 20, reads the truth → its own answers, patience endless → 3"
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
