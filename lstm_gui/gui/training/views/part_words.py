"""What the layers and directions of a network are called."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.simulator.direction import AHEAD, BACK

translate = QCoreApplication.translate


def part_words(part: str) -> str:
    """What a layer and direction is called, by what stands before its quantities' names: "1.forward."."""
    layer, arrow = "", ""
    for word in part.split("."):
        if word.isdigit():
            layer = translate("TrainingViews", "layer {n}").format(n=int(word) + 1)
        elif word:
            arrow = AHEAD if word == "forward" else BACK
    return " ".join(piece for piece in (arrow, layer or translate("TrainingViews", "layer 1")) if piece)
