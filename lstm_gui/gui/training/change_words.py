"""What was changed of how a network learns, in the words that stand at its fields."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.training.plan_settings import Flag, Number, Setting, Word, learning_settings
from lstm_gui.gui.training.run_words import step_words
from lstm_gui.training.history import Mark
from lstm_gui.training.learning import Learning
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice

translate = QCoreApplication.translate

_TASK = TaskChoice("")  # of no matter: what learns is asked about, not what is learnt


def change_words(before: Learning, after: Learning) -> str:
    """What was changed: "rate 0.01 → 0.03, batch 32 → 64"."""
    told = []
    for setting in learning_settings():
        one, other = (_shown(setting, Plan(_TASK, learning=learning)) for learning in (before, after))
        if one != other:
            told.append(f"{setting.words} {one} → {other}")
    return ", ".join(told) or translate("Train", "another setting of the optimiser")


def mark_words(mark: Mark) -> str:
    """What stands at a mark in the chart."""
    return change_words(mark.before, mark.after)


def _shown(setting: Setting, plan: Plan) -> str:
    """A value as its field shows it."""
    value = setting.get(plan)
    if isinstance(setting, Word):
        return dict(setting.choices)[value]
    if isinstance(setting, Flag):
        return "✓" if value else "–"
    assert isinstance(setting, Number)
    if value is None:
        return setting.off
    return step_words(value) if setting.whole else f"{value:g}"
