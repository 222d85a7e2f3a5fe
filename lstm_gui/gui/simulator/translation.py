"""The words of the simulator for people who read another language: lupdate finds them here.

The tables themselves stand in lstm_gui/simulator/words.py, which knows no Qt; a test holds the two together.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

CONTEXT = "Simulator"

WORDS = (
    QT_TRANSLATE_NOOP("Simulator", "input"),
    QT_TRANSLATE_NOOP("Simulator", "previous hidden state"),
    QT_TRANSLATE_NOOP("Simulator", "previous cell state"),
    QT_TRANSLATE_NOOP("Simulator", "cell state"),
    QT_TRANSLATE_NOOP("Simulator", "squashed cell state"),
    QT_TRANSLATE_NOOP("Simulator", "hidden state"),
    QT_TRANSLATE_NOOP("Simulator", "input gate"),
    QT_TRANSLATE_NOOP("Simulator", "forget gate"),
    QT_TRANSLATE_NOOP("Simulator", "candidate"),
    QT_TRANSLATE_NOOP("Simulator", "output gate"),
    QT_TRANSLATE_NOOP("Simulator", "pre-activation of the input gate"),
    QT_TRANSLATE_NOOP("Simulator", "pre-activation of the forget gate"),
    QT_TRANSLATE_NOOP("Simulator", "pre-activation of the candidate"),
    QT_TRANSLATE_NOOP("Simulator", "pre-activation of the output gate"),
    QT_TRANSLATE_NOOP("Simulator", "input gate input weight"),
    QT_TRANSLATE_NOOP("Simulator", "input gate recurrent weight"),
    QT_TRANSLATE_NOOP("Simulator", "input bias"),
    QT_TRANSLATE_NOOP("Simulator", "forget gate input weight"),
    QT_TRANSLATE_NOOP("Simulator", "forget gate recurrent weight"),
    QT_TRANSLATE_NOOP("Simulator", "forget bias"),
    QT_TRANSLATE_NOOP("Simulator", "candidate input weight"),
    QT_TRANSLATE_NOOP("Simulator", "candidate recurrent weight"),
    QT_TRANSLATE_NOOP("Simulator", "candidate bias"),
    QT_TRANSLATE_NOOP("Simulator", "output gate input weight"),
    QT_TRANSLATE_NOOP("Simulator", "output gate recurrent weight"),
    QT_TRANSLATE_NOOP("Simulator", "output bias"),
    QT_TRANSLATE_NOOP("Simulator", "move {name}"),
    QT_TRANSLATE_NOOP("Simulator", "reset {name}"),
    QT_TRANSLATE_NOOP("Simulator", "let go of {name}"),
    QT_TRANSLATE_NOOP("Simulator", "go to another step"),
    QT_TRANSLATE_NOOP("Simulator", "change the length"),
    QT_TRANSLATE_NOOP("Simulator", "draw the input"),
    QT_TRANSLATE_NOOP("Simulator", "input “{title}”"),
    QT_TRANSLATE_NOOP("Simulator", "new seed"),
    QT_TRANSLATE_NOOP("Simulator", "reset the scene"),
    QT_TRANSLATE_NOOP("Simulator", "open “{title}”"),
    QT_TRANSLATE_NOOP("Simulator", "input x at t = {t} is {value}"),
    QT_TRANSLATE_NOOP("Simulator", "initial {state} {letter} is {value}"),
    QT_TRANSLATE_NOOP("Simulator", "{state} {letter} from t = {before} is {value}"),
    QT_TRANSLATE_NOOP("Simulator", "{state} {letter} read at t = {t} was put in by hand: {value}"),
    QT_TRANSLATE_NOOP("Simulator", "{name} {symbol} = {value} at every step"),
    QT_TRANSLATE_NOOP("Simulator", "{symbol} at t = {t}: {equation}"),
    QT_TRANSLATE_NOOP("Simulator", "{name} {symbol}"),
    QT_TRANSLATE_NOOP("Simulator", "{name} {symbol} at t = {t}"),
)


def translated(text: str) -> str:
    """A text of lstm_gui/simulator/words.py in the person's language."""
    return QCoreApplication.translate(CONTEXT, text)
