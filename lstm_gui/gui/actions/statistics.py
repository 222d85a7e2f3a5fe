"""The rows of the table of actions about what the log says."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

# fmt: off
STATISTICS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "statistics", "Cards", "show_statistics",
        QT_TRANSLATE_NOOP("Actions", "S&tatistics…"),
        QT_TRANSLATE_NOOP("Actions", "See days of study, what comes back when, retention and calibration"),
        keys=("T",), gap=True,
    ),
    ActionSpec(
        "explain_due_date", "Cards", "explain_due_date",
        QT_TRANSLATE_NOOP("Actions", "How its &due date came about…"),
        QT_TRANSLATE_NOOP("Actions", "See every rating of this card, and what each did to its due date"),
        keys=("Shift+T",),
    ),
)
# fmt: on
