"""What grows, and where it ends, in the person's language."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from lstm_gui.gui.statistics.picture import Table
from lstm_gui.training.limits.growing import Growing
from lstm_gui.training.limits.growth import SENTENCES, Limit, Size, kind_of

translate = QCoreApplication.translate

LIMITS = (
    QT_TRANSLATE_NOOP("TrainLimits", "Nothing to say yet: no size has been tried to its end."),
    QT_TRANSLATE_NOOP("TrainLimits", "It holds at every size that was tried, up to {holds}."),
    QT_TRANSLATE_NOOP("TrainLimits", "It gives up at once: at {fails}, the smallest size that was tried."),
    QT_TRANSLATE_NOOP("TrainLimits", "It holds up to {holds}, and gives up at {fails}."),
)
"""growth.SENTENCES, which lie below the window and know no Qt."""


def limit_words(limit: Limit, counted: str) -> str:
    """Where it gives up; what the sizes count is said of the first of them."""
    words = translate("TrainLimits", "{size} {counted}")
    holds, fails = (words.format(size=size, counted=counted) for size in (limit.holds, limit.fails))
    told = _translated(SENTENCES[kind_of(limit)])
    return told.format(holds=holds, fails=fails if limit.holds is None else limit.fails)


def _translated(text: str) -> str:
    """The table of sentences lies below the window and knows no Qt."""
    return translate("TrainLimits", text)


def size_words(option: str) -> str:
    """What the sizes of a task count."""
    return {
        "facts": translate("TrainLimits", "facts in the list"),
        "pairs": translate("TrainLimits", "owners with a box"),
        "length": translate("TrainLimits", "letters to sort"),
    }[option]


def progress_words(growing: Growing) -> str:
    """How far the runs are."""
    over = sum(run.over for run in growing.runs)
    return translate("TrainLimits", "{share} % done, {over} of {runs} runs over").format(
        share=round(100 * growing.share), over=over, runs=len(growing.runs)
    )


def table_of(sizes: tuple[int, ...], results: tuple[Size, ...], across: str) -> Table:
    """A row for each size: the middle seed, the least, the most."""
    found = {one.size: one for one in results}
    head = (
        across[:1].upper() + across[1:],
        translate("TrainLimits", "Middle seed"),
        translate("TrainLimits", "Least"),
        translate("TrainLimits", "Most"),
    )
    rows = tuple((str(size), *_numbers(found.get(size))) for size in sizes)
    numbers = tuple((one.size, one.middle, min(one.scores), max(one.scores)) for one in results)
    return Table(head, rows, numbers, ("size", "median", "least", "most"))


def _numbers(one: Size | None) -> tuple[str, str, str]:
    if one is None:
        return ("–", "–", "–")
    return (f"{one.middle:.3f}", f"{min(one.scores):.3f}", f"{max(one.scores):.3f}")
