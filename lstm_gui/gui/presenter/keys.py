"""The keys while presenting to a class, one table for the presenter, its tests and the sheet of keys."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True, slots=True)
class PresenterKey:
    """One row: the keys, what they do, and the method of the presenter that does it."""

    keys: tuple[str, ...]
    text: str  # not yet translated; "" where the key does what it does in the window, as the sheet says
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
    PresenterKey(
        ("Esc", "F5"), QT_TRANSLATE_NOOP("PresenterKeys", "Back to where you were"), "leave"
    ),
    PresenterKey(("Ctrl+1",), "", "show_tab", "cell"),
    PresenterKey(("Ctrl+2",), "", "show_tab", "compare"),
    PresenterKey(("Ctrl+3",), "", "show_tab", "gradients"),
    PresenterKey(("Ctrl+4",), "", "show_tab", "train"),
    PresenterKey(("Space",), "", "play"),
    PresenterKey(("Left",), "", "step_by", -1, repeats=True),
    PresenterKey(("Right",), "", "step_by", 1, repeats=True),
    PresenterKey(("Home",), "", "first_step"),
    PresenterKey(("End",), "", "last_step"),
    PresenterKey(("-",), "", "change_speed", -1, repeats=True),
    PresenterKey(("+", "="), "", "change_speed", 1, repeats=True),
    PresenterKey(("Alt++", "Alt+="), "", "zoom_time", 1, repeats=True),
    PresenterKey(("Alt+-",), "", "zoom_time", -1, repeats=True),
    PresenterKey(("Alt+Left",), "", "pan_time", -1, repeats=True),
    PresenterKey(("Alt+Right",), "", "pan_time", 1, repeats=True),
    PresenterKey(("Alt+0",), "", "whole_time"),
    PresenterKey(("W",), "", "show_origins"),
    PresenterKey(("R",), "", "reset"),
    PresenterKey(("Ctrl+Shift+C",), "", "copy_scene"),
    PresenterKey(("Ctrl+Shift+I",), "", "copy_picture"),
    PresenterKey(("Ctrl+Z",), "", "undo", repeats=True),
    PresenterKey(("Ctrl+Shift+Z", "Ctrl+Y"), "", "redo", repeats=True),
    PresenterKey(("Ctrl++", "Ctrl+="), "", "zoom_by", 25, repeats=True),
    PresenterKey(("Ctrl+-",), "", "zoom_by", -25, repeats=True),
)  # fmt: skip
