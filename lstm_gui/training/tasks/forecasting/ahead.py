"""A forecast that runs free: from some step on the network reads its own answers, and its error grows."""

from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.network import Network
from lstm_gui.training.tasks.forecasting.forecast import Forecast
from lstm_gui.training.tasks.forecasting.scaling import Numbers


@dataclass(frozen=True, eq=False)
class Ahead:
    """What `run_ahead` finds. n steps are shown and m judged, D columns; index d − 1 is d steps after the
    last truth that was read.

    `truth`, `one_step` and `free` are the probe's, in the series' own units, for its steps `origin` + 1 …
    `origin` + n (the last of which may lie one behind the probe). `one_step` has read the truth up to the
    step before each; `free` has read the truth up to `origin` alone, and its own answers since: both agree
    in their first step. The errors are roots of mean squares over `starts` places of the validation part, so
    that one lucky start does not decide the picture: in the series' own units where there is one column; of
    several, which may have units that cannot be added, over all of them in the scale of the loss.
    """

    origin: int  # the last step of the probe, from 0, whose truth was read
    truth: Numbers  # (n, D)
    one_step: Numbers  # (n, D)
    free: Numbers  # (n, D); may be infinite where growth ran away
    error: Numbers  # (m,) of running free, by distance
    one_step_error: Numbers  # (m,) of reading the truth, at the same steps
    starts: int
    own_units: bool = False  # whether the errors are in the units of the series


def run_ahead(task: Forecast, network: Network, steps: int | None = None, origin: int | None = None) -> Ahead:
    """Let a network run free for `steps` steps after the warm-up of the probe; when not given, for half
    of the validation part, so that there are many places to start from.

    Where an `origin` is given, what is shown begins after that step of the probe, or the nearest after its
    warm-up, and goes on to the end of the probe; what is judged is the same wherever that begins.

    A pure function: the network is read step by step with its state carried on, layers stacked or not.
    Raises ValueError, in words for the person, for a bidirectional network, which has to know what follows,
    and for more steps than the probe or the validation part has. About 0.1 ms a step.
    """
    if not network.carries:
        raise ValueError(
            "A bidirectional network reads what follows before it answers, so it cannot run free; "
            "choose one direction to see a forecast of its own."
        )
    warm_up = task.split.warm_up
    most = min(len(task.probe_steps) - warm_up, task.longest_run)
    steps = min(most, max(1, task.longest_run // 2)) if steps is None else steps
    if not 1 <= steps <= most:
        raise ValueError(f"{steps} steps ahead are not to be had here; wanted 1 to {most}")
    first, last = warm_up, len(task.probe_steps) - 1
    length = steps
    if origin is not None:
        first = min(max(origin, warm_up), last)
        length = last + 1 - first
    shown = free_run(task, network, task.probe, first, length)
    error, one_step_error = _errors(task, network, steps)
    before = task.levels[task.probe_steps[first] :][:length]
    return Ahead(
        origin=first,
        truth=task.levels[task.probe_steps[first] + 1 :][:length],
        one_step=task.scaling.unscaled(shown.one_step[:, 0, np.newaxis], before)[:, 0],
        free=task.scaling.unscaled(shown.free[:, 0], before[0]),
        error=error,
        one_step_error=one_step_error,
        starts=len(task.several_starts(steps)),
        own_units=task.inputs == 1,
    )


@dataclass(frozen=True, eq=False)
class FreeRun:
    """Answers for the next step in the scale of the loss, each (n, B, D)."""

    truth: FloatArray
    one_step: FloatArray
    free: FloatArray


def free_run(task: Forecast, network: Network, batch: Batch, warm_up: int, steps: int) -> FreeRun:
    """Read the first `warm_up` + 1 steps of a batch, then let each answer be what is read next."""
    width = task.inputs
    read = network.forward(batch.x[: warm_up + steps])
    start = network.forward(batch.x[: warm_up + 1])
    y, state = start.y[-1], start.trace.final
    free = [y]
    for t in range(warm_up + 1, warm_up + steps):
        now = network.forward(task.fed_back(batch.x[t], y)[np.newaxis], state)
        y, state = now.y[-1], now.trace.final
        free.append(y)
    return FreeRun(
        truth=batch.target[warm_up : warm_up + steps, :, :width],
        one_step=read.y[warm_up:, :, :width],
        free=np.stack(free)[:, :, :width],
    )


def _errors(task: Forecast, network: Network, steps: int) -> tuple[Numbers, Numbers]:
    """Of running free (m,) and of reading the truth (m,) at the same steps, by distance; see `Ahead`."""
    warm_up = task.split.warm_up
    judged = free_run(task, network, task.several(steps), warm_up, steps)
    if task.inputs > 1:
        return _by_distance(judged.free, judged.truth), _by_distance(judged.one_step, judged.truth)
    at = np.arange(steps + 1)[:, np.newaxis] + task.several_starts(steps) + warm_up
    levels = task.levels[at]  # (n + 1, B, 1): where the series stood before each step, and after the last
    with np.errstate(invalid="ignore"):  # of a path that ran away to both sides
        one_step = task.scaling.unscaled(judged.one_step[..., np.newaxis, :], levels[:-1])[..., 0, :]
        free = task.scaling.unscaled(judged.free.swapaxes(0, 1), levels[0]).swapaxes(0, 1)
    return _by_distance(free, levels[1:]), _by_distance(one_step, levels[1:])


def _by_distance(y: Numbers | FloatArray, truth: Numbers | FloatArray) -> Numbers:
    with np.errstate(over="ignore"):
        error = np.sqrt(np.mean((y - truth) ** 2, axis=(1, 2)))
    return np.asarray(error, dtype=np.float64)
