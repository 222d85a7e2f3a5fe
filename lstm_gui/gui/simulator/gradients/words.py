"""What the numbers of the gradients say, in plain words."""

import math

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.simulator.gradients.powers import share_text, size_text
from lstm_gui.simulator.gradients.frame import CellGradients, GradientCurves
from lstm_gui.simulator.number_text import number_text

translate = QCoreApplication.translate

NAMES = {"rnn": "RNN", "lstm": "LSTM", "gru": "GRU"}
HALF = 0.5
SLOWLY = 0.9  # where a step back leaves that much of a gradient, it takes many to lose it
MANY_TIMES = 10.0  # where a gradient that far back is that much larger, it grows


def story(curves: GradientCurves) -> list[str]:
    """Why the RNN forgets, or does not, beside the LSTM: sentences whose numbers are those shown."""
    rnn, lstm, _ = curves.cells
    if rnn.reach.back == 0:
        return [translate("Gradients", "Choose a later t: no earlier step is reached from here.")]
    if lstm.states["h"][-1] == 0 == rnn.states["h"][-1]:
        return [translate("Gradients", "The loss is at its best here, so no gradient is sent back.")]
    found = [stop_sentence(rnn), stop_sentence(lstm)]
    return [found[0] or _of_rnn(rnn, curves), found[1] or _of_lstm(lstm)]


def stop_sentence(cell: CellGradients) -> str:
    """Where the gradient of a cell left the numbers of float32, and why; "" where it did not."""
    if cell.stop is None:
        return ""
    told = translate(
        "Gradients",
        "The {cell} explodes: each step back multiplies its gradient by about {factor}, until ∂L/∂{state} at"
        " step {step} is beyond 3.4·10³⁸, the largest number of float32. It stops there.",
    )
    return told.format(
        cell=NAMES[cell.kind],
        factor=size_text(cell.reach.factor),
        state=cell.stop.quantity,
        step=cell.stop.step,
    )


def depth_words(cell: CellGradients, *, short: bool = False) -> str:
    """How far back the gradient of a cell reaches, for a label."""
    reach = cell.reach
    if cell.stop is not None:
        return translate("Gradients", "explodes at step {step}").format(step=cell.stop.step)
    if reach.depth is not None and short:
        return translate("Gradients", "< 1 % after {depth}").format(depth=reach.depth)
    if reach.depth is not None:
        return translate("Gradients", "below 1 % after {steps}").format(steps=steps_text(reach.depth))
    if reach.left > 1.005:
        return translate("Gradients", "× {left}").format(left=size_text(reach.left))
    return translate("Gradients", "{share} left").format(share=share_text(reach.left))


def steps_text(steps: int) -> str:
    """So many steps."""
    return (
        translate("Gradients", "1 step")
        if steps == 1
        else translate("Gradients", "{n} steps").format(n=steps)
    )


def _of_rnn(rnn: CellGradients, curves: GradientCurves) -> str:
    reach = rnn.reach
    if reach.factor == 0:
        return _at_once(rnn, curves)
    if reach.depth is not None:
        told = translate(
            "Gradients",
            "The RNN forgets because each step back multiplies its gradient by about {factor}{made_of}:"
            " {depth} back less than 1 % of it is left.",
        )
    elif reach.left < HALF and reach.factor >= SLOWLY:
        told = translate(
            "Gradients",
            "The RNN forgets slowly: each step back multiplies its gradient by about {factor}{made_of},"
            " and {back} back {share} of it is left.",
        )
    elif reach.left < HALF:
        told = translate(
            "Gradients",
            "The RNN forgets because each step back multiplies its gradient by about {factor}{made_of}:"
            " {back} back only {share} of it is left.",
        )
    elif reach.left >= MANY_TIMES:
        told = translate(
            "Gradients",
            "The RNN's gradient grows, for each step back multiplies it by about {factor}{made_of}:"
            " {back} back it is {left} times as large.",
        )
    else:
        told = translate(
            "Gradients",
            "The RNN still remembers here: each step back multiplies its gradient by about {factor}{made_of},"
            " and {back} back {share} of it is left.",
        )
    return told.format(
        factor=size_text(reach.factor),
        made_of=_made_of(reach.factor, curves),
        depth=steps_text(reach.depth or 0),
        back=steps_text(reach.back),
        left=size_text(reach.left),
        share=share_text(reach.left),
    )


def _at_once(rnn: CellGradients, curves: GradientCurves) -> str:
    """Why the RNN's gradient does not even come back one step."""
    if rnn.states["h"][-1] == 0:
        return translate("Gradients", "The RNN's loss is at its best here, so no gradient is sent back.")
    if curves.recurrent == 0:
        return translate(
            "Gradients",
            "The RNN forgets at once: its recurrent weight is 0, so nothing comes back even one step.",
        )
    return translate("Gradients", "The RNN forgets at once: float32 has no number so small.")


def _made_of(factor: float, curves: GradientCurves) -> str:
    """The factor of a single unit in its two parts: its recurrent weight and the slope of tanh."""
    if curves.units > 1 or not math.isfinite(factor):
        return ""
    told = translate("Gradients", " (recurrent weight {weight} × slope {slope})")
    slope = factor / curves.recurrent
    return told.format(weight=number_text(curves.recurrent), slope=number_text(slope))


def _of_lstm(lstm: CellGradients) -> str:
    reach = lstm.reach
    if reach.depth is not None:
        told = translate(
            "Gradients",
            "The LSTM's cell state passes on {factor} a step (its forget gate alone {keep}):"
            " {depth} back less than 1 % is left.",
        )
    elif reach.left > 1.005:
        told = translate(
            "Gradients",
            "The LSTM's cell state passes on {factor} a step (its forget gate alone {keep}):"
            " {back} back it is {left} times as large.",
        )
    else:
        told = translate(
            "Gradients",
            "The LSTM's cell state passes on {factor} a step (its forget gate alone {keep}):"
            " {back} back {share} is left.",
        )
    return told.format(
        factor=size_text(reach.factor),
        keep=size_text(lstm.keep),
        depth=steps_text(reach.depth or 0),
        back=steps_text(reach.back),
        left=size_text(reach.left),
        share=share_text(reach.left),
    )


def notes(curves: GradientCurves) -> list[str]:
    """What else acts on what is shown."""
    found = []
    if curves.of_two:
        told = translate(
            "Gradients", "Of the two directions, these are gradients of the one that reads → forwards."
        )
        found.append(told)
    if curves.start > 1:
        told = translate("Gradients", "Truncation lets nothing through to the steps before {start}.")
        found.append(told.format(start=curves.start))
    if any(cell.clipped < 1 for cell in curves.cells):
        found.append(
            translate("Gradients", "Clipping makes it all smaller alike; it reaches no further back.")
        )
    if curves.by_hand:
        found.append(translate("Gradients", "States put in by hand do not count here."))
    return found


def same_weights() -> str:
    """What the three cells have in common."""
    return translate(
        "Gradients",
        "The same weights where they mean the same: those of the candidate in all three, those of the LSTM's"
        " f in the GRU's z. A gate to which the scene's cell has no counterpart, such as the GRU's r, stays"
        " open.",
    )
