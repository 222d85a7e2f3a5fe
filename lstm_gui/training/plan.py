"""Everything that one run is made of. The same plan gives the same run, to the bit on the same machine."""

from dataclasses import dataclass, field

from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.task_choice import TaskChoice


@dataclass(frozen=True, slots=True)
class Plan:
    """A task, a network, how it learns, and a seed."""

    task: TaskChoice
    network: NetworkChoice = field(default_factory=NetworkChoice)
    learning: Learning = field(default_factory=Learning)
    seed: int = 0
