"""The keys while presenting to a class, one table for the presenter, its tests and the sheet of keys."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True, slots=True)
class PresenterKey:
    """One row: the keys, what they do, and the method of the presenter that does it."""

    keys: tuple[str, ...]
    text: str  # not yet translated
    handler: str
    argument: int | str | None = None
    repeats: bool = False

    @property
    def title(self) -> str:
        """The translated text."""
        return QCoreApplication.translate("PresenterKeys", self.text)


PRESENTER_KEYS = (
    PresenterKey(
        ("PgDown",), QT_TRANSLATE_NOOP("PresenterKeys", "Next scene (a remote sends this)"), "scene_by", 1
    ),
    PresenterKey(("PgUp",), QT_TRANSLATE_NOOP("PresenterKeys", "Scene before"), "scene_by", -1),
    PresenterKey(("B", "."), QT_TRANSLATE_NOOP("PresenterKeys", "Blank the screen"), "toggle_blank"),
    PresenterKey(
        ("Q",), QT_TRANSLATE_NOOP("PresenterKeys", "Show or hide one question, without its answer"),
        "toggle_question",
    ),
    PresenterKey(("Ctrl+1",), QT_TRANSLATE_NOOP("PresenterKeys", "The cell"), "show_tab", "cell"),
    PresenterKey(("Ctrl+2",), QT_TRANSLATE_NOOP("PresenterKeys", "Gradients"), "show_tab", "gradients"),
    PresenterKey(("Space",), QT_TRANSLATE_NOOP("PresenterKeys", "Play or pause"), "play"),
    PresenterKey(("Left",), QT_TRANSLATE_NOOP("PresenterKeys", "Step back"), "step_by", -1, repeats=True),
    PresenterKey(("Right",), QT_TRANSLATE_NOOP("PresenterKeys", "Step forward"), "step_by", 1, repeats=True),
    PresenterKey(("Home",), QT_TRANSLATE_NOOP("PresenterKeys", "First step"), "first_step"),
    PresenterKey(("End",), QT_TRANSLATE_NOOP("PresenterKeys", "Last step"), "last_step"),
    PresenterKey(("-",), QT_TRANSLATE_NOOP("PresenterKeys", "Slower"), "change_speed", -1, repeats=True),
    PresenterKey(("+", "="), QT_TRANSLATE_NOOP("PresenterKeys", "Faster"), "change_speed", 1, repeats=True),
    PresenterKey(("R",), QT_TRANSLATE_NOOP("PresenterKeys", "Reset the scene"), "reset"),
    PresenterKey(("Ctrl+Z",), QT_TRANSLATE_NOOP("PresenterKeys", "Undo"), "undo", repeats=True),
    PresenterKey(
        ("Ctrl+Shift+Z", "Ctrl+Y"), QT_TRANSLATE_NOOP("PresenterKeys", "Redo"), "redo", repeats=True
    ),
    PresenterKey(
        ("Ctrl++", "Ctrl+="), QT_TRANSLATE_NOOP("PresenterKeys", "Larger"), "zoom_by", 25, repeats=True
    ),
    PresenterKey(("Ctrl+-",), QT_TRANSLATE_NOOP("PresenterKeys", "Smaller"), "zoom_by", -25, repeats=True),
    PresenterKey(
        ("Esc", "F5"), QT_TRANSLATE_NOOP("PresenterKeys", "Back to where you were"), "leave"
    ),
)  # fmt: skip
