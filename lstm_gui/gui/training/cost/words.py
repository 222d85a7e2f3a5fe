"""What costs are called: times, bytes and counts as they are read best, and what they come to."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator.compare.words import kind_title
from lstm_gui.gui.statistics.number_words import count_words as whole_words
from lstm_gui.gui.statistics.picture import Table
from lstm_gui.gui.training.cost.desk import Costs
from lstm_gui.training.cell_names import cell_name
from lstm_gui.training.cost.growth import LENGTHS, UNITS, Limit, doubling, limit, longest_held, ordered
from lstm_gui.training.cost.machine import memory_bytes
from lstm_gui.training.cost.measure import Cost

translate = QCoreApplication.translate

PATIENCE = 1.0  # seconds that an update may take, for the limit that is told
FILE_HEAD = ("cell", "units", "length", "batch", "parameters", "multiply_adds", "trace_bytes", "seconds")
_LONGEST = 100_000  # steps that a limit is drawn on to


def seconds_words(seconds: float) -> str:
    """ "0.62 ms", "1.4 s", "12 min"."""
    if seconds < 1e-3:
        return f"{1e6 * seconds:.3g} µs"
    if seconds < 1:
        return f"{1e3 * seconds:.3g} ms"
    if seconds < 120:
        return f"{seconds:.3g} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"


def bytes_words(count: float) -> str:
    """ "820 B", "1.4 MB"."""
    for unit in ("B", "kB", "MB"):
        if count < 1000:
            return f"{count:.3g} {unit}"
        count /= 1000
    return f"{count:.3g} GB"


def count_words(count: float) -> str:
    """ "361", "41 thousand", "3.2 million"."""
    if count < 10_000:
        return whole_words(round(count))
    if count < 1e6:
        return translate("TrainCost", "{count} thousand").format(count=f"{count / 1e3:.3g}")
    if count < 1e9:
        return translate("TrainCost", "{count} million").format(count=f"{count / 1e6:.3g}")
    return translate("TrainCost", "{count} billion").format(count=f"{count / 1e9:.3g}")


def sentence(costs: Costs, steps: int) -> tuple[str, str]:
    """What the run takes; and what an update does, what doubling makes of it, and where the limits are."""
    here = costs.here
    head = translate(
        "TrainCost",
        "One update of this network takes {time}, the {steps} updates that are planned take {all}.",
    ).format(
        time=seconds_words(here.seconds),
        steps=count_words(steps),
        all=seconds_words(steps * here.seconds),
    )
    said = [
        translate(
            "TrainCost", "An update is {adds} multiply–adds, and {bytes} of memory for the way back."
        ).format(adds=count_words(here.multiply_adds), bytes=bytes_words(here.trace_bytes))
    ]
    by_units = ordered((*costs.by_units, here), lambda cost: cost.units)
    by_length = ordered((*costs.by_length, here), lambda cost: cost.length)
    wider, longer = doubling(by_units, here.units), doubling(by_length, here.length)
    if wider is not None:
        said.append(
            translate("TrainCost", "Twice the units take {times} as long.").format(
                times=f"{wider:.2g}\u00a0×"
            )
        )
    if longer is not None:
        words = translate("TrainCost", "Sequences twice as long take {times} as long.")
        said.append(words.format(times=f"{longer:.2g}\u00a0×"))
    if len(costs.by_kind) > 1:
        said.append(_cells_words(costs))
    if len(costs.by_units) == len(UNITS) and len(costs.by_length) == len(LENGTHS):
        found = limit(by_units, PATIENCE, UNITS[-1]), limit(by_length, PATIENCE, _LONGEST)
        said.append(_limits_words(*found))
        said.append(_memory_words(here, memory_bytes()))
    return head, " ".join(one for one in said if one)


def cells(costs: Costs) -> tuple[Cost, ...]:
    """Every cell that was measured at the plan's size, the quickest first."""
    return tuple(sorted((costs.here, *costs.by_kind), key=lambda cost: cost.seconds))


def _cells_words(costs: Costs) -> str:
    quick, slow = cells(costs)[0], cells(costs)[-1]
    words = translate(
        "TrainCost", "Of the cells {quick} is the quickest ({one}), {slow} the slowest ({other})."
    )
    return words.format(
        quick=kind_title(quick.kind),
        one=seconds_words(quick.seconds),
        slow=kind_title(slow.kind),
        other=seconds_words(slow.seconds),
    )


def _memory_words(here: Cost, memory: int | None) -> str:
    if memory is None:
        return ""
    words = translate("TrainCost", "The {memory} of this computer hold the way back of about {steps} steps.")
    steps = count_words(_rounded(longest_held(here, memory)))
    return words.format(memory=bytes_words(memory), steps=steps)


def _limits_words(units: Limit | None, length: Limit | None) -> str:
    words = translate("TrainCost", "Within a second an update there is room for {units} and {length}.")
    return words.format(
        units=_limit_words(units, translate("TrainCost", "{count} units")),
        length=_limit_words(length, translate("TrainCost", "{count} steps")),
    )


def _limit_words(found: Limit | None, words: str) -> str:
    assert found is not None
    said = words.format(count=count_words(_rounded(found.size)))
    if found.none:
        return translate("TrainCost", "not even {size} (measured)").format(size=said)
    if found.beyond and found.measured:
        return translate("TrainCost", "{size}, the most that can be chosen (measured),").format(size=said)
    if found.beyond:
        return translate("TrainCost", "more than {size} (extrapolated)").format(size=said)
    how = translate("TrainCost", "measured") if found.measured else translate("TrainCost", "extrapolated")
    return translate("TrainCost", "about {size} ({how})").format(size=said, how=how)


def _rounded(size: float) -> float:
    """Two digits: nobody knows more."""
    return float(f"{size:.2g}")


def table_of(costs: Costs | None) -> Table:
    """Every size that was measured, the present one first."""
    head = (
        translate("TrainCost", "Cell"),
        translate("TrainCost", "Units"),
        translate("TrainCost", "Length"),
        translate("TrainCost", "Parameters"),
        translate("TrainCost", "Multiply–adds"),
        translate("TrainCost", "Memory"),
        translate("TrainCost", "Time an update"),
        translate("TrainCost", "Multiply–adds a second"),
    )
    all_of = [] if costs is None else _rows(costs)
    rows = tuple(_row(cost) for cost in all_of)
    numbers = tuple(
        (cell_name(cost.kind), *(getattr(cost, name) for name in FILE_HEAD[1:])) for cost in all_of
    )
    return Table(head, rows, numbers, FILE_HEAD)


def _rows(costs: Costs) -> list[Cost]:
    """Each size once; the present one was measured first."""
    found: dict[tuple[Kind, int, int], Cost] = {}
    for cost in (costs.here, *costs.by_units, *costs.by_length, *costs.by_kind):
        found.setdefault((cost.kind, cost.units, cost.length), cost)
    return list(found.values())


def _row(cost: Cost) -> tuple[str, ...]:
    return (
        kind_title(cost.kind),
        str(cost.units),
        str(cost.length),
        count_words(cost.parameters),
        count_words(cost.multiply_adds),
        bytes_words(cost.trace_bytes),
        seconds_words(cost.seconds),
        count_words(cost.multiply_adds / cost.seconds),
    )
