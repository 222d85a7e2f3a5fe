"""What each row of the table of gradients means, for whoever points at it."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def meanings() -> list[str]:
    """A sentence for each row of numbers.table(), in its order."""
    return [
        translate(
            "Gradients", "What each step back multiplies the gradient by, on average; of the LSTM, that of c"
        ),
        translate("Gradients", "After how many steps back the gradient first falls below a hundredth"),
        translate("Gradients", "The norm of the gradient of the loss that reaches h of step s"),
        translate("Gradients", "The norm of the gradient of the loss that reaches c of step s"),
        translate(
            "Gradients",
            "What the gates that keep (the LSTM's f, the GRU's z) pass on from s to t, multiplied",
        ),
        translate(
            "Gradients", "How much of a change of the state at s arrives at t: the norm of the whole Jacobian"
        ),
        translate("Gradients", "The norm of the gradient of all weights together, before clipping"),
        translate("Gradients", "What clipping multiplies every gradient by"),
    ]
