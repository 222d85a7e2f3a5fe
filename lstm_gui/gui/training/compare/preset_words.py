"""The words of the presets for people who read another language: lupdate finds them here.

They stand in lstm_gui/training/presets/catalogue.py, which knows no Qt; a test holds the two together.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

WORDS = (
    QT_TRANSLATE_NOOP("TrainPresets", "Fifty steps are too far for a plain RNN"),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "Which came first, fifty steps ago? A plain RNN stays at chance, and the LSTM learns it "
        "from every seed.",
    ),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "With gradient descent, as in the papers. Adam gets a plain RNN over fifty steps too, about"
        " four times as late as the LSTM, and over two hundred not within 1500 updates.",
    ),
    QT_TRANSLATE_NOOP("TrainPresets", "plain RNN"),
    QT_TRANSLATE_NOOP("TrainPresets", "LSTM"),
    QT_TRANSLATE_NOOP("TrainPresets", "Continual Reber wants a forget gate"),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "String follows string without an end. With a forget gate most seeds learn to start afresh"
        " and read a thousand symbols without a mistake; without one more than half do so later, or never.",
    ),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "Of ten seeds all learn it within 2000 updates with a forget gate, and three without. All is not lost"
        " at once: it knows most symbols, and errs again and again as its cell state grows.",
    ),
    QT_TRANSLATE_NOOP("TrainPresets", "with a forget gate"),
    QT_TRANSLATE_NOOP("TrainPresets", "without (1997)"),
    QT_TRANSLATE_NOOP("TrainPresets", "Chrono initialisation learns long gaps sooner"),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "Over a hundred and fifty steps chrono initialisation, which spreads the memories of the "
        "units over the gap, learns from every seed, and sooner than a forget bias of 0 or 1.",
    ),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "A forget bias of 1 does better than 0, though not with every five seeds: of twenty, 13 "
        "against 8 learn it within 600 updates. At fifty steps all three are about equal.",
    ),
    QT_TRANSLATE_NOOP("TrainPresets", "forget bias 0"),
    QT_TRANSLATE_NOOP("TrainPresets", "forget bias 1"),
    QT_TRANSLATE_NOOP("TrainPresets", "chrono"),
    QT_TRANSLATE_NOOP("TrainPresets", "Adding is learnt across a hundred steps"),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "Two numbers that lie up to a hundred steps back are added: eight LSTM units learn it, and "
        "a plain RNN does no better than always answering the mean.",
    ),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "The LSTM starts with long memories (chrono initialisation). Without them it takes about "
        "three times as many updates, and some seeds need more still.",
    ),
    QT_TRANSLATE_NOOP("TrainPresets", "Clipping rescues a run that diverges"),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "With a rate as bold as this the loss grows past all bounds within a few updates. The same "
        "run with its gradient clipped learns the task.",
    ),
    QT_TRANSLATE_NOOP("TrainPresets", "A smaller rate needs no clipping here, and takes longer."),
    QT_TRANSLATE_NOOP("TrainPresets", "not clipped"),
    QT_TRANSLATE_NOOP("TrainPresets", "clipped to a norm of 0.1"),
    QT_TRANSLATE_NOOP("TrainPresets", "LSTM and GRU are close"),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "Both learn temporal order over fifty steps from every seed, and neither takes three times "
        "as many updates as the other.",
    ),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "Which is ahead depends on the task: the GRU adds three times as soon as the LSTM, and "
        "learns the Reber grammar from fewer seeds.",
    ),
    QT_TRANSLATE_NOOP("TrainPresets", "GRU"),
    QT_TRANSLATE_NOOP("TrainPresets", "Bidirectional helps where the future decides"),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "The last word says what all the others meant: a network that reads both ways learns it at "
        "once, and one that reads forwards stays at chance.",
    ),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "No cell could do it forwards: nothing that has been read tells the answer.",
    ),
    QT_TRANSLATE_NOOP("TrainPresets", "forwards"),
    QT_TRANSLATE_NOOP("TrainPresets", "both ways"),
    QT_TRANSLATE_NOOP("TrainPresets", "The more facts, the less is recalled"),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "A list of facts is read and one is asked for: of two facts most are recalled, of five "
        "fewer, of ten fewer still.",
    ),
    QT_TRANSLATE_NOOP(
        "TrainPresets",
        "More units and more updates move the edge, and do not take it away: a state of a fixed "
        "size holds only so much.",
    ),
    QT_TRANSLATE_NOOP("TrainPresets", "2 facts"),
    QT_TRANSLATE_NOOP("TrainPresets", "5 facts"),
    QT_TRANSLATE_NOOP("TrainPresets", "10 facts"),
)


def preset_words(text: str) -> str:
    """A text of a preset in the person's language."""
    return _translated(text)


def _translated(text: str) -> str:
    return QCoreApplication.translate("TrainPresets", text)
