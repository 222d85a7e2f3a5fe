"""A forecast of one variable or of many: what comes next, and what comes in h steps, from what came before.

At every step t of a window the network reads all D columns and answers them for t + 1 … t + h: K = h·D
numbers, those of the next step first. In validation and test the first half of a window is read, not judged,
so that every answer that counts has at least that much before it; so has the linear autoregression that it is
held against.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.task import Baseline, Score, Task
from lstm_gui.training.tasks.forecasting import linear
from lstm_gui.training.tasks.forecasting.choices import CHANGING
from lstm_gui.training.tasks.forecasting.scaling import Numbers, Scaling, fitted
from lstm_gui.training.tasks.forecasting.series import Series
from lstm_gui.training.tasks.forecasting.split import Index, Split

PROBED = 120  # steps of the probe, where the validation part is as long
FEW = 300  # steps of a training part of which every one has to be learnt from
MOST_STARTS = 32  # from which a free run is begun, to see its error by distance


@dataclass(frozen=True, eq=False)
class Forecast(Task):
    """A series and how it is cut and read: x (T, B, D), answers (T, B, h·D).

    Raises ValueError, in words for the person, where the series is too short.
    """

    series: Series
    horizon: int = 1
    window: int = 48
    form: str = "values"  # one of choices.FORMS
    scale: str = "standard"  # one of choices.SCALES
    validation_share: float = 0.2
    test_share: float = 0.2
    answers = "numbers"
    score_name = "error beside persistence"
    feeds_back = True

    def __post_init__(self) -> None:
        assert self.split.starts > 0  # a split too short to learn from is refused as it is made

    @property
    def inputs(self) -> int:
        """The columns of the series (D)."""
        return len(self.series.columns)

    @property
    def outputs(self) -> int:
        """The columns at each step of the horizon (K = h·D)."""
        return self.horizon * self.inputs

    @cached_property
    def split(self) -> Split:
        """Where the parts lie, in steps that are read (`levels` has as many)."""
        steps = len(self.series.values) - (self.form in CHANGING)
        return Split(steps, self.validation_share, self.test_share, self.window, self.horizon)

    @cached_property
    def scaling(self) -> Scaling:
        """From the series' units to what is read and back: fitted on the training part alone."""
        series = self.series
        return fitted(series.values, self.form, self.scale, series.fits(self.form), self.split.train)

    @cached_property
    def z(self) -> Numbers:
        """What is read, step by step (N, D)."""
        return self.scaling.scaled(self.series.values)

    @cached_property
    def levels(self) -> Numbers:
        """The series in its own units at the steps that are read (N, D)."""
        return self.series.values[self.scaling.lag :]

    @cached_property
    def target(self) -> Numbers:
        """What should be answered at each step that has a horizon before it (N − h, h·D)."""
        flat, width = np.ascontiguousarray(self.z).ravel(), self.inputs
        return sliding_window_view(flat, self.outputs)[width::width]

    @cached_property
    def _read(self) -> FloatArray:
        return self.z.astype(np.float32)

    @cached_property
    def _asked(self) -> FloatArray:
        return np.ascontiguousarray(self.target, dtype=np.float32)

    def draw(self, rng: np.random.Generator, size: int, step: int) -> Batch:
        """Windows from anywhere in the training part; see `Task.draw`.

        What counts is as in validation, their second halves. Where the training part has fewer than FEW steps
        all of it counts, for each is wanted; the loss of learning then lies above that of validation, being
        that of shorter memories as well.
        """
        del step  # every batch is new
        starts = rng.integers(0, self.split.starts, size)
        steps = np.arange(self.window)[:, np.newaxis] + starts
        if self.split.train < FEW:
            return self.at(steps)
        weights = np.zeros(steps.shape, dtype=np.float32)
        weights[self.split.warm_up :] = 1
        return self.at(steps, weights)

    def at(self, steps: Index, weights: FloatArray | None = None) -> Batch:
        """Sequences of the steps (T, B) of the series, and what counts there (T, B): all when not given."""
        return Batch(self._read[steps], self._asked[steps], weights)

    @cached_property
    def validation_windows(self) -> tuple[Index, FloatArray]:
        """The steps (T, B) of the validation set, and what counts there (T, B)."""
        return self.split.windows(self.split.train, self.split.stop)

    @cached_property
    def test_windows(self) -> tuple[Index, FloatArray]:
        """The steps (T, B) of the test set, and what counts there (T, B)."""
        return self.split.windows(self.split.stop, self.split.steps)

    @cached_property
    def validation(self) -> Batch:
        """Windows one after another that judge every point of the part once; see `Task.validation`."""
        return self.at(*self.validation_windows)

    @cached_property
    def test(self) -> Batch:
        """The same of the last part; see `Task.test`."""
        return self.at(*self.test_windows)

    @cached_property
    def probe_steps(self) -> NDArray[np.int64]:
        """The steps (T,) of the probe: a warm-up, and then the validation part as far as it is shown."""
        first = self.split.train - 1 - self.split.warm_up
        points = self.split.points(self.split.train, self.split.stop)
        return np.arange(first, min(points.stop, first + max(PROBED, self.window)))

    @cached_property
    def probe(self) -> Batch:
        """The beginning of the validation part, with its warm-up; see `Task.probe`."""
        steps = self.probe_steps[:, np.newaxis]
        weights = (np.arange(len(steps)) >= self.split.warm_up).astype(np.float32)
        return self.at(steps, weights[:, np.newaxis])

    @cached_property
    def probe_levels(self) -> Numbers:
        """The series in its own units at the steps of the probe (T, D)."""
        return self.levels[self.probe_steps]

    def several(self, steps: int) -> Batch:
        """Sequences of a warm-up and `steps` more from `several_starts`; raises as that does."""
        length = self.split.warm_up + steps
        return self.at(np.arange(length)[:, np.newaxis] + self.several_starts(steps))

    def several_starts(self, steps: int) -> NDArray[np.int64]:
        """The first steps (B,) of a warm-up and `steps` more, begun evenly all over the validation part,
        MOST_STARTS at most; all end before the test part. Raises ValueError where it is too short."""
        split = self.split
        length = split.warm_up + steps
        first, last = split.train - 1 - split.warm_up, split.stop - split.horizon - length
        if steps < 1 or last < first:
            raise ValueError(f"{steps} steps after a warm-up are more than the validation part has")
        return np.unique(np.linspace(first, last, MOST_STARTS).astype(np.int64))

    @property
    def longest_run(self) -> int:
        """How many steps `several` can have at most."""
        return self.split.stop - self.split.horizon - self.split.train + 1

    @cached_property
    def autoregression(self) -> linear.Autoregression:
        """The linear autoregression of the training part that is best on the validation part."""
        split = self.split
        points = range(0, split.train - self.horizon)
        judged = split.points(split.train, split.stop)
        tried = linear.orders(self.inputs, split.warm_up, len(points))
        return linear.best_autoregression(self.z, self.target, points, judged, tried)

    @cached_property
    def baselines(self) -> tuple[Baseline, ...]:
        """Persistence, the season before where there is one, and linear autoregression: the best last."""
        season, z = self.series.season, self.z
        answers = {"persistence": linear.persistent(z, self.horizon, self.scaling.unchanged)}
        if 0 < season <= self.split.warm_up:
            answers["seasonal persistence"] = linear.seasonal(z, self.horizon, season)
        answers["linear autoregression"] = self.autoregression.answers(z)
        windows = self.validation_windows, self.test_windows
        found = [
            Baseline(name, *(self._loss_of(answer, part) for part in windows))
            for name, answer in answers.items()
        ]
        return tuple(sorted(found, key=lambda baseline: -baseline.loss))

    def _loss_of(self, answers: Numbers, windows: tuple[Index, FloatArray]) -> float:
        """The loss of answers (N, K) at exactly the points at which a network is judged."""
        steps, weights = windows
        return self.loss(answers[steps].astype(np.float32), self.at(steps, weights))

    def score(self, y: FloatArray, batch: Batch) -> Score:
        """The loss as a share of what persistence has there: below 1 is better than no change.

        A forecast is never solved.
        """
        unchanged = self.scaling.unchanged
        held = batch.x if unchanged is None else np.broadcast_to(unchanged.astype(np.float32), batch.x.shape)
        persistence = self.loss(np.tile(held, (1, 1, self.horizon)), batch)
        return Score(self.loss(y, batch) / max(persistence, 1e-12), solved=False)

    def fed_back(self, x: FloatArray, y: FloatArray) -> FloatArray:
        """What was answered for the next step (B, D) is read there; see `Task.fed_back`."""
        return np.ascontiguousarray(y[:, : x.shape[1]])

    def unscaled(self, y: FloatArray, now: Numbers) -> Numbers:
        """Answers y (…, h·D) in the series' own units: (…, h, D); `now` (…, D) is where the series stood
        when they were given, in its own units: `probe_levels` for the probe."""
        return self.scaling.unscaled(y.reshape(*y.shape[:-1], -1, self.inputs), now)

    @property
    def warm_up(self) -> int:
        """The first half of a window; see `Task.warm_up`."""
        return self.split.warm_up

    @property
    def step_names(self) -> tuple[str, ...]:
        """The dates of the probe's steps; () where the series has none."""
        steps, lag = self.series.steps, self.scaling.lag
        return tuple(steps[at + lag] for at in self.probe_steps) if steps else ()

    @property
    def input_names(self) -> tuple[str, ...]:
        """The columns."""
        return self.series.columns

    @property
    def output_names(self) -> tuple[str, ...]:
        """The columns at each step of the horizon: "GDP", "GDP +2" …"""
        return tuple(
            name if ahead == 1 else f"{name} +{ahead}"
            for ahead in range(1, self.horizon + 1)
            for name in self.series.columns
        )
