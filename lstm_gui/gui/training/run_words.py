"""What is said of a run in words."""

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

from lstm_gui.gui.training.baseline_words import baseline_title

if TYPE_CHECKING:
    from lstm_gui.gui.training.session import Session

translate = QCoreApplication.translate

RAISED = dict(zip("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻", strict=True))
MINUS = "\N{MINUS SIGN}"


def step_words(step: int) -> str:
    """A number of updates in the person's own digits: "1,250"."""
    return QLocale().toString(step)


def loss_words(loss: float) -> str:
    """A loss in few figures: "0.17", "0.0094", "4710", "3.2 × 10⁻⁶"."""
    if not math.isfinite(loss):
        return translate("Train", "not a number")
    if 999.5 <= abs(loss) < 9999.5:
        return f"{loss:.0f}".replace("-", MINUS)
    if loss == 0 or 1e-4 <= abs(loss) < 999.5:
        return f"{loss:.3g}".replace("-", MINUS)
    figures, power = f"{loss:.1e}".split("e")
    raised = "".join(RAISED[sign] for sign in str(int(power)))
    return f"{figures} × 10{raised}".replace("-", MINUS)


def tick_words(loss: float) -> str:
    """A loss at an axis: "0.01", and of those far away their power alone, "10⁻⁵"."""
    if loss <= 0 or 1e-3 <= loss < 1e4 or not math.isfinite(loss):
        return loss_words(loss)
    figures, power = f"{loss:.0e}".split("e")
    raised = "10" + "".join(RAISED[sign] for sign in str(int(power)))
    return raised if figures == "1" else f"{figures} × {raised}"


def loss_name(answers: str) -> str:
    """What the losses of a chart are, by what the network answers: numbers, classes or bits."""
    return {
        "numbers": translate("Train", "loss: mean squared error"),
        "classes": translate("Train", "loss: cross-entropy, in nats"),
        "bits": translate("Train", "loss: cross-entropy, in nats"),
    }.get(answers, translate("Train", "loss"))


def story(session: "Session") -> str:
    """Where the run stands, in a sentence for everybody."""
    if session.trouble:
        return session.trouble
    if session.notice:
        return translate("Train", "That was taken back: {why}").format(why=session.notice)
    if session.begun_now is None:
        return translate("Train", "The task is being made …") if session.set_up else _before(session)
    if session.ended_now is not None and session.ended_now.why == "diverged":
        return diverged_words(session)
    curve = session.history.now
    if not len(curve):
        return compiling_words() if session.compiling and session.running else _before(session)
    return " ".join(part for part in (_standing(session), _end(session)) if part)


def diverged_words(session: "Session") -> str:
    """Why it stopped, and what can be done about it."""
    ended = session.ended_now
    assert ended is not None
    quantities = {
        "the loss": translate("Train", "the loss"),
        "the validation loss": translate("Train", "the validation loss"),
        "the gradient": translate("Train", "the gradient"),
        "an activation": translate("Train", "an activation"),
        "a weight": translate("Train", "a weight"),
    }
    words = translate(
        "Train",
        "Diverged: at update {step} {quantity} grew past all bounds. Steps of rate {rate} were "
        "too long for so steep a place.",
    )
    return words.format(
        step=step_words(ended.state.step + 1),
        quantity=quantities.get(ended.quantity, ended.quantity),
        rate=f"{session.plan.learning.optimiser.rate:g}",
    )


def compiling_words() -> str:
    """What is said while the first update is waited for."""
    return translate(
        "Train", "The first time, this kind of cell is compiled for your computer: some seconds …"
    )


def _before(session: "Session") -> str:
    state = session.state
    if state is not None and state.step:
        words = translate("Train", "Opened as it was after update {step}: press Start, and it learns on.")
        return words.format(step=step_words(state.step))
    begin = translate("Train", "Press Start: the network begins with random weights and knows nothing yet.")
    if not session.lacking:
        return begin
    lacking = translate("Train", "Your data “{name}” is not kept here: choose it again in the list of tasks.")
    return f"{lacking.format(name=session.lacking)} {begin}"


def _standing(session: "Session") -> str:
    assert session.begun_now is not None
    curve, baselines = session.history.now, session.begun_now.baselines
    shown = curve.last_step if session.shown_step is None else session.shown_step
    done = curve.losses[: np.searchsorted(curve.steps, shown, side="right")]
    known = curve.validation_losses[: np.searchsorted(curve.validated, shown, side="right")]
    if not len(done):
        return _before(session)
    if not len(known):
        words = translate("Train", "Update {step}: loss {loss} on the batch it learns from.")
        return words.format(step=step_words(shown), loss=loss_words(float(done[-1])))
    loss = float(known[-1])
    if not baselines:
        words = translate(
            "Train", "Update {step}: validation loss {loss}, on sequences it does not learn from."
        )
        return words.format(step=step_words(shown), loss=loss_words(loss))
    base = baselines[-1]
    words = (
        translate("Train", "Update {step}: validation loss {loss}, below the baseline {base} ({name}).")
        if loss < base.loss
        else translate(
            "Train", "Update {step}: validation loss {loss}, not yet below the baseline {base} ({name})."
        )
    )
    name = baseline_title(base.name)
    return words.format(step=step_words(shown), loss=loss_words(loss), base=loss_words(base.loss), name=name)


def _end(session: "Session") -> str:
    if session.ended_now is None:
        return ""
    why = {
        "solved": translate("Train", "Solved."),
        "steps": translate("Train", "All updates are done."),
        "patience": translate("Train", "It stopped by itself: validation got no better for a while."),
    }.get(session.ended_now.why, "")
    test = session.ended_now.test
    if test is None:
        return why
    ended = session.ended_now
    words = (
        translate("Train", "On the test set, looked at only now: loss {loss}.")
        if ended.judged == ended.state.step
        else translate(
            "Train", "On the test set, looked at only now: loss {loss}, of the best update, {step}."
        )
    )
    return f"{why} {words.format(loss=loss_words(test.loss), step=step_words(ended.judged))}"
