"""Every title and sentence of the table of tasks can be translated, and so can every option of a task."""

import subprocess
import sys
from pathlib import Path

import pytest

from lstm_gui.gui.training import translation
from lstm_gui.gui.training.option_words import choice_word, option_words
from lstm_gui.gui.training.plan_settings import Word, task_settings
from lstm_gui.gui.training.translation import CONTEXT, WORDS
from lstm_gui.training.option import Choice
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import ENTRIES
from lstm_gui.training.tasks.entry import Entry
from lstm_gui.training.tasks.usual import usual_plan


def test_every_text_of_the_table_is_listed_once() -> None:
    assert sorted(WORDS) == sorted({text for entry in ENTRIES for text in (entry.title, entry.shows)})


def test_lupdate_finds_them(tmp_path: Path) -> None:
    found = tmp_path / "words.ts"
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([lupdate, str(translation.__file__), "-ts", str(found)], check=True, capture_output=True)
    text = found.read_text(encoding="utf-8")
    assert text.count("<source>") == len(WORDS)
    assert f"<name>{CONTEXT}</name>" in text


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_option_says_what_it_does(entry: Entry) -> None:
    settings = task_settings(usual_plan(TaskChoice(entry.name)))
    for option, setting in zip(entry.options, settings, strict=True):
        title, tip = option_words(entry.family, entry.name, option.name)
        assert tip != "Part of the task"
        assert setting.words == title
        assert setting.tip.startswith(tip)
        if isinstance(option, Choice):
            assert isinstance(setting, Word)
            assert setting.choices == tuple((word, choice_word(option.name, word)) for word in option.words)
