"""A run as a table: what happened at each update, and what was changed on the way."""

from collections.abc import Iterable, Iterator

from lstm_gui.formats.number_table import Cell, write_numbers
from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.history import History, Mark
from lstm_gui.training.learning import Learning
from lstm_gui.training.plain_fields import written

HEAD = ("update", "loss", "validation loss", "validation score", "gradient norm", "rate", "change")


def run_table(history: History) -> bytes:
    """The run under way as a CSV file, an update in each row; nothing stands where nothing was validated."""
    return write_numbers(HEAD, _rows(history))


def change_words(mark: Mark) -> str:
    """What a mark stands for: "rate 0.01 → 0.001; patience none → 20"."""
    before, after = _values(mark.before), _values(mark.after)
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    return "; ".join(f"{name} {_word(before.get(name))} → {_word(after.get(name))}" for name in names)


def _rows(history: History) -> Iterator[tuple[Cell, ...]]:
    curve = history.now
    losses, scores = curve.validation_losses.tolist(), curve.scores.tolist()
    validated = dict(zip(curve.validated.tolist(), zip(losses, scores, strict=True), strict=True))
    changes = dict(_changes(curve.steps, history.marks))
    columns = (curve.steps, curve.losses, curve.norms, curve.rates)
    for step, loss, norm, rate in zip(*(column.tolist() for column in columns), strict=True):
        found, score = validated.get(step, (None, None))
        yield int(step), loss, found, score, norm, rate, changes.get(step, "")


def _changes(steps: FloatArray, marks: Iterable[Mark]) -> Iterator[tuple[float, str]]:
    """The update (one of `steps`) that followed each change, and what was changed."""
    for mark in marks:
        later = steps[steps > mark.step]
        if len(later):
            yield float(later[0]), change_words(mark)


def _values(learning: Learning) -> dict[str, object]:
    optimiser = learning.optimiser
    own = {name.replace("_", " "): value for name, value in written(optimiser).items()}
    others = {name.replace("_", " "): value for name, value in written(learning, "optimiser").items()}
    return {"optimiser": type(optimiser).__name__, **own, **others}


def _word(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
