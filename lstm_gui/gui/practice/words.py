"""The sentences of practice: what each mode is called, and what to say of an answer."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from lstm_gui.gui.quiz.words import percent
from lstm_gui.quiz.practice.question import Answer, Mode
from lstm_gui.quiz.practice.result import Score

translate = QCoreApplication.translate

_MODES = {
    Mode.TYPED: QT_TRANSLATE_NOOP("Practice", "Type the answer"),
    Mode.CHOICE: QT_TRANSLATE_NOOP("Practice", "Choose the answer"),
    Mode.CLOZE: QT_TRANSLATE_NOOP("Practice", "Fill the gap"),
    Mode.MATCHING: QT_TRANSLATE_NOOP("Practice", "Match the pairs"),
    Mode.CRAM: QT_TRANSLATE_NOOP("Practice", "Cram: the weakest first"),
    Mode.TEST: QT_TRANSLATE_NOOP("Practice", "Test: no word until the end"),
}
_ABOUT = {
    Mode.TYPED: QT_TRANSLATE_NOOP(
        "Practice", "Case, accents and a slip of a letter do not matter; you see which words differ."
    ),
    Mode.CHOICE: QT_TRANSLATE_NOOP("Practice", "One of four; the wrong ones are answers of the same topic."),
    Mode.CLOZE: QT_TRANSLATE_NOOP("Practice", "A number or a term of the answer is hidden."),
    Mode.MATCHING: QT_TRANSLATE_NOOP("Practice", "A handful of questions beside their answers, mixed."),
    Mode.CRAM: QT_TRANSLATE_NOOP(
        "Practice", "For before an exam: the cards that you would most likely have forgotten today."
    ),
    Mode.TEST: QT_TRANSLATE_NOOP(
        "Practice", "Choices and gaps; then your score by topic, and a result to print."
    ),
}


def mode_title(mode: Mode) -> str:
    """What a mode is called."""
    return _translated(_MODES[mode])


def mode_about(mode: Mode) -> str:
    """What a mode is, in a sentence."""
    return _translated(_ABOUT[mode])


def score_words(score: Score) -> str:
    """ "7 of 10 right (70 %)"."""
    words = translate("Practice", "{right} of {all} right ({share})")
    return words.format(right=score.right, all=score.asked, share=percent(score.share))


def _translated(text: str) -> str:
    return translate("Practice", text)


def sure_words(answer: Answer) -> str:
    """How sure the person was before it was graded; "" where that was not said."""
    if answer.confidence is None:
        return ""
    share = percent(answer.confidence / 100)
    return translate("Practice", "You were {share} sure").replace("{share}", share)
