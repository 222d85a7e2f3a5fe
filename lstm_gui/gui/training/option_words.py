"""What can be chosen of a task, in the person's language: its name, what it does, and its words."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.training.forecast_words import forecast_option, forecast_word

translate = QCoreApplication.translate


def option_words(family: str, task: str, name: str) -> tuple[str, str]:
    """What an option of a task is called, and what it does; its name where it has no words."""
    if family in ("forecast", "forecast_many"):
        return forecast_option(name)
    if (task, name) == ("spikes", "delay"):
        return (
            translate("TaskOptions", "delay"),
            translate("TaskOptions", "By how many steps a pause may be longer than usual"),
        )
    if name == "length" and task in ("characters", "own_text"):
        return (
            translate("TaskOptions", "length"),
            translate("TaskOptions", "How many characters are read in a row while it learns"),
        )
    return _options().get(name, (name.replace("_", " "), translate("TaskOptions", "Part of the task")))


def choice_word(name: str, word: str) -> str:
    """What one of the words of an option is called."""
    if name in ("form", "scaling"):
        return forecast_word(word)
    return {
        "every step": translate("TaskOptions", "every step"),
        "last step": translate("TaskOptions", "last step"),
        "anywhere": translate("TaskOptions", "anywhere"),
        "far apart": translate("TaskOptions", "far apart"),
        "owners first": translate("TaskOptions", "owners first"),
        "any": translate("TaskOptions", "any"),
        "kept": translate("TaskOptions", "kept"),
        "folded": translate("TaskOptions", "made small"),
        "long": translate("TaskOptions", "long"),
        "short": translate("TaskOptions", "short"),
    }.get(word, word)


def _options() -> dict[str, tuple[str, str]]:
    return {
        "length": (
            translate("TaskOptions", "length"),
            translate("TaskOptions", "How many steps a sequence has: the more, the longer it must remember"),
        ),
        "asked": (
            translate("TaskOptions", "asked at"),
            translate("TaskOptions", "When an answer is asked for"),
        ),
        "symbols": (
            translate("TaskOptions", "letters"),
            translate("TaskOptions", "How many letters there are to keep"),
        ),
        "delay": (
            translate("TaskOptions", "pause"),
            translate("TaskOptions", "How many steps pass before the letters are asked for"),
        ),
        "places": (
            translate("TaskOptions", "places"),
            translate("TaskOptions", "Where the two signs stand, each in its half of the sequence"),
        ),
        "window": (
            translate("TaskOptions", "window"),
            translate("TaskOptions", "How many symbols are read in a row while it learns"),
        ),
        "longest": (
            translate("TaskOptions", "longest n"),
            translate("TaskOptions", "The largest n it learns from; it is judged by larger ones too"),
        ),
        "facts": (
            translate("TaskOptions", "facts"),
            translate("TaskOptions", "How many facts are read before one is asked for"),
        ),
        "pairs": (
            translate("TaskOptions", "pairs"),
            translate("TaskOptions", "How many have a box, and how many boxes hold a number"),
        ),
        "order": (
            translate("TaskOptions", "order"),
            translate("TaskOptions", "Whether all owners come before all boxes"),
        ),
        "signs": (
            translate("TaskOptions", "characters"),
            translate("TaskOptions", "How many different ones are told apart; rarer ones are read as one"),
        ),
        "case": (
            translate("TaskOptions", "capitals"),
            translate("TaskOptions", "Whether A and a are two characters"),
        ),
        "sentences": (
            translate("TaskOptions", "sentences"),
            translate("TaskOptions", "Long ones may turn their meaning round more than once"),
        ),
        "depth": (
            translate("TaskOptions", "depth"),
            translate("TaskOptions", "How many brackets may be open at once"),
        ),
    }  # fmt: skip
