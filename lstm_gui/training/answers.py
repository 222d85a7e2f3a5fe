"""What a training process answers to questions: nothing that it does is changed by them.

`QUESTIONS[messages.AskThis] = this_answered`, in the table below, is all that a new one takes; the function
stands in the module that knows the answer, or here where it is short.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lstm_gui.training import messages as say
from lstm_gui.training.cost.measure import measured, usual_length
from lstm_gui.training.look import look_at
from lstm_gui.training.portrait import portrait_of
from lstm_gui.training.text_lab.asked import text_answered, writing_answered

if TYPE_CHECKING:
    from lstm_gui.training.serve import Serving


def look_answered(serving: "Serving", asked: say.LookAt) -> say.Looked:
    """What a checkpoint makes of the probe. Raises ValueError where it is none of the plan's."""
    task = serving.task_of(asked.plan.task)
    return say.Looked(serving.number, look_at(asked.plan, task, asked.state, serving.origin), asked.ticket)


def run_free_answered(serving: "Serving", asked: say.RunFree) -> say.Looked:
    """What a checkpoint makes of the probe, running free from another step on."""
    serving.task_of(asked.plan.task)  # another task has another probe, and forgets the step
    serving.origin = asked.origin
    return look_answered(serving, say.LookAt(asked.plan, asked.state, asked.ticket))


def portrait_answered(serving: "Serving", asked: say.AskPortrait) -> say.ToldPortrait:
    """What a checkpoint is. Raises ValueError where it is none of the plan's."""
    return say.ToldPortrait(
        asked.ticket, portrait_of(asked.plan, serving.task_of(asked.plan.task), asked.state)
    )


def cost_answered(serving: "Serving", asked: say.AskCost) -> say.ToldCost:
    """What an update takes. Raises ValueError where the plan makes no sense."""
    task = serving.task_of(asked.plan.task)
    length = usual_length(task) if asked.length is None else asked.length
    return say.ToldCost(asked.ticket, measured(asked.plan, task, asked.units, length))


QUESTIONS: dict[type, Callable[["Serving", Any], object]] = {
    say.LookAt: look_answered,
    say.RunFree: run_free_answered,
    say.AskText: text_answered,
    say.AskWriting: writing_answered,
    say.AskPortrait: portrait_answered,
    say.AskCost: cost_answered,
}
"""What only wants an answer, by the type of the message, which has a `ticket`; they give a message back."""
