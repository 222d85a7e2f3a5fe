"""What a text is usually learnt by: below the trigrams in seconds, over before it is learnt by heart."""

from lstm_gui.nets.optimisers import Adam
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import TaskChoice

NETWORK = NetworkChoice(units=48)
LEARNING = Learning(Adam(0.01), steps=1500, batch=32, schedule="cosine", validate_every=50)


def plan_for_text(choice: TaskChoice) -> Plan:
    """The plan for a text task, chosen as it may be."""
    return Plan(choice, NETWORK, LEARNING)
