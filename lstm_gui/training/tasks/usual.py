"""How each task is usually trained: what begins when a person picks it and presses Start.

Chosen so that learning is to be seen within seconds; what was measured stands beside each: updates until it
was solved, with seeds from 0 on. A task that is not in the table is trained like any other.
"""

from dataclasses import dataclass, field

from lstm_gui.graph.kind import Kind
from lstm_gui.nets.optimisers import Adam
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.forecasting.plans import FORECASTS


@dataclass(frozen=True, slots=True)
class Usual:
    """A network for a task, and how it learns."""

    network: NetworkChoice = field(default_factory=NetworkChoice)
    learning: Learning = field(default_factory=Learning)


_PEEPHOLE = Kind.of("lstm", variant="peephole")


def _units(units: int) -> NetworkChoice:
    return NetworkChoice(units=units)


def _adam(rate: float, batch: int = 32, steps: int = 5000) -> Learning:
    return Learning(Adam(rate), steps=steps, batch=batch)


# Below bigrams after 125 updates, below trigrams after 500 to 625; longer, it learns the text by heart.
_TEXT = Usual(_units(48), Learning(Adam(0.01), steps=1500, batch=32, schedule="cosine"))

USUAL = {
    "latch": Usual(NetworkChoice(longest_memory=100)),  # 100 to 125; with forget bias 1 not in 10 000
    "parity": Usual(learning=_adam(0.02)),  # 125
    "adding": Usual(learning=_adam(0.02)),  # 450 to 575
    "copy": Usual(_units(32), _adam(0.02)),  # 1125 to 1300
    "temporal_order": Usual(),  # 250 to 300
    "embedded_reber": Usual(learning=_adam(0.03)),  # 1050 to 3425
    "continual_reber": Usual(learning=_adam(0.02, batch=16)),  # 725 to 3400
    "a_n_b_n": Usual(learning=_adam(0.01, batch=16)),  # 125 to 2150
    "a_n_b_n_c_n": Usual(NetworkChoice(_PEEPHOLE), _adam(0.01, batch=16)),  # 1000 to 1825
    "spikes": Usual(NetworkChoice(_PEEPHOLE), _adam(0.01)),  # 225 to 1700
    "late_clue": Usual(NetworkChoice(bidirectional=True)),  # 50 to 75
    "associative_recall": Usual(_units(16), _adam(0.02)),  # 2375 to 3250
    "two_hop_recall": Usual(_units(32), _adam(0.02, batch=64, steps=10_000)),  # 2200 to 2850
    "sorting": Usual(_units(24), _adam(0.02)),  # 725 to 975
    "negation": Usual(_units(16), _adam(0.02)),  # 125 to 200
    "brackets": Usual(_units(16), _adam(0.02)),  # 225 to 325
    "characters": _TEXT,
    "own_text": _TEXT,
    **{name: Usual(network, learning) for name, (network, learning) in FORECASTS.items()},
}
"""By the name of the task."""


def usual_plan(task: TaskChoice, seed: int = 0) -> Plan:
    """What begins when nothing but the task was chosen."""
    usual = USUAL.get(task.name, Usual())
    return Plan(task, usual.network, usual.learning, seed)
