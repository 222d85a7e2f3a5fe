"""The experiment of a card is shown: in its room, and under way."""

from PySide6.QtCore import QCoreApplication

from lstm_gui.gui.training.page import TrainPage
from lstm_gui.gui.training.session import Session
from lstm_gui.lessons.experiment import Experiment

translate = QCoreApplication.translate


def watch(page: TrainPage, experiment: Experiment) -> None:
    """Turn to the room of an experiment and begin it; where it is there already, nothing of it is lost."""
    {"compare": _compare, "limits": _grow, "cost": _measure}.get(experiment.room, _learn)(
        page.session, experiment
    )
    page.show_room(experiment.room)


def _learn(session: Session, experiment: Experiment) -> None:
    from lstm_gui.training.presets.experiments import plan_of

    session.change(plan_of(experiment), translate("Train", "watch what a card asks about"))
    if not session.running and session.ended_now is None:
        session.start()


def _compare(session: Session, experiment: Experiment) -> None:
    from lstm_gui.gui.training.compare.desk import desk_of
    from lstm_gui.training.presets.catalogue import BY_NAME

    desk, preset = desk_of(session), BY_NAME[experiment.preset]
    if desk.preset != preset:
        desk.open(preset)
    if desk.comparison is None:
        desk.start()


def _grow(session: Session, experiment: Experiment) -> None:
    from lstm_gui.gui.training.limits.desk import limits_of

    desk = limits_of(session)
    if desk.plan.task.name != experiment.task:
        desk.take_task(experiment.task)
    if desk.growing is None:
        desk.start()


def _measure(session: Session, experiment: Experiment) -> None:
    del experiment  # what is planned is measured, whatever it is
    from lstm_gui.gui.training.cost.desk import cost_desk_of

    desk = cost_desk_of(session)
    if desk.costs is None and not desk.running:
        desk.measure()
