"""What can be copied of a state: a program, a short text. Each says in words what was copied."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from lstm_gui.lessons.scene import Scene

translate = QCoreApplication.translate


def copy_program(scene: Scene, language: str) -> str:
    """Copy a scene as a program in a language of LANGUAGES."""
    from lstm_gui.simulator.code.languages import LANGUAGES, NoProgram, program

    try:
        text = program(scene, language)
    except NoProgram as problem:
        return str(problem)
    QGuiApplication.clipboard().setText(text)
    words = translate("Copies", "Copied as {language}: a program of {n} lines")
    return words.format(language=LANGUAGES[language], n=text.count("\n"))


def copy_text(scene: Scene) -> str:
    """Copy a scene as a short text."""
    from lstm_gui.lessons.scene_text import scene_to_text

    text = scene_to_text(scene)
    QGuiApplication.clipboard().setText(text)
    words = translate("Copies", "Copied the scene: {n} letters, to be pasted here or sent")
    return words.format(n=len(text))
