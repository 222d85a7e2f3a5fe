"""Everything that can be chosen of a forecast has a name and says what it does, as a person sees it."""

import pytest

from lstm_gui.gui.training.forecast_words import forecast_option, forecast_word
from lstm_gui.gui.training.plan_settings import Number, Word, task_settings
from lstm_gui.training.option import Choice
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.entry import Entry
from lstm_gui.training.tasks.forecasting.entries import ENTRIES
from lstm_gui.training.tasks.usual import usual_plan


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_option_has_words_of_its_own(entry: Entry) -> None:
    plan = usual_plan(TaskChoice(entry.name))
    settings = task_settings(plan)
    for option, setting in zip(entry.options, settings, strict=True):
        title, tip = forecast_option(option.name)
        assert setting.words == title
        assert setting.tip.startswith(tip)
        assert setting.get(plan) == option.usual
        if isinstance(option, Choice):
            assert isinstance(setting, Word)
            assert dict(setting.choices) == {word: forecast_word(word) for word in option.words}
        else:
            assert isinstance(setting, Number)
            assert f"{option.high:g}" in setting.tip
