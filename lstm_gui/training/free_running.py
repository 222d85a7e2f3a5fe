"""Free running: a network reads what it answered the step before in place of the truth.

What is read so is a constant on the way back: the gradient tells the weights what they should have answered,
given what was read, and nothing of how an answer changed what was read later (as in scheduled sampling,
Bengio et al. 2015). It bends the gradient a little, and keeps it from exploding through the loop of answers.
"""

from collections.abc import Callable

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.layer import State
from lstm_gui.training.batch import Batch
from lstm_gui.training.network import Network
from lstm_gui.training.task import Task


def unheard() -> None:
    """What is called between the parts of long work when nobody wants to leave it there."""


def fed_by_itself(
    task: Task, network: Network, batch: Batch, state: State | None, listen: Callable[[], None] = unheard
) -> FloatArray:
    """x (T, B, I) as a network reads it that reads its own answers: the first step, after the task's warm-up,
    is the truth.

    `listen` is called at every step: what it raises ends it. The task must be one that `feeds_back`.
    """
    read = np.array(batch.x)
    start = 0
    for t in range(task.warm_up + 1, len(read)):
        listen()
        before = network.forward(read[start:t], state)
        state, start = before.trace.final, t
        read[t] = task.fed_back(batch.x[t], before.y[-1])
    return read
