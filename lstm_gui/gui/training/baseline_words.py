"""What a baseline is, in plain words: how its answers are made without a network."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.training.task import Baseline

translate = QCoreApplication.translate

BASELINE_ROLE = "f"  # the colour that a baseline has in every chart: no setting and no curve has it


def baseline_title(name: str) -> str:
    """What a baseline is called where a person reads it."""
    return {
        "chance": translate("Baselines", "always the same answer"),
        "persistence": translate("Baselines", "the last value again"),
        "seasonal persistence": translate("Baselines", "the value of a season ago"),
        "linear autoregression": translate("Baselines", "linear autoregression"),
        "character frequencies": translate("Baselines", "how often each character comes"),
        "bigrams": translate("Baselines", "counted pairs (bigrams)"),
        "trigrams": translate("Baselines", "counted threes (trigrams)"),
        "the same at every step": translate("Baselines", "the same at every step"),
        "the last symbol alone": translate("Baselines", "the last symbol alone"),
        "the last bracket alone": translate("Baselines", "the last bracket alone"),
        "the adjective alone": translate("Baselines", "the adjective alone"),
        "the mean delay": translate("Baselines", "the mean delay"),
        "without the future": translate("Baselines", "without the future"),
        "a value of the list": translate("Baselines", "any value of the list"),
        "a number of the list": translate("Baselines", "any number of the list"),
        "early ones first": translate("Baselines", "early letters first"),
    }.get(name, name)


def baseline_meanings(name: str) -> tuple[str, str]:
    """What it stands for, the longest words first; the shorter where there is no room."""
    shortest = translate("Baselines", "reached without a network")
    ways = {
        "chance": translate("Baselines", "reached without a network, whatever is read"),
        "persistence": translate("Baselines", "reached without a network: nothing changes"),
        "seasonal persistence": translate("Baselines", "reached without a network: as it was a season ago"),
        "linear autoregression": translate(
            "Baselines", "reached without a network: a weighted sum of the values before"
        ),
        "bigrams": translate("Baselines", "reached without a network: by the character before"),
        "trigrams": translate("Baselines", "reached without a network: by the two characters before"),
    }
    return ways.get(name, shortest), shortest


def baseline_words(baseline: Baseline) -> str:
    """What stands at the line."""
    return translate("Baselines", "Baseline: {name}").format(name=baseline_title(baseline.name))
