"""A card leads to where its answer is learnt: by its button and its key, with a way back for the plan."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lstm_gui.formats.deck_file import read_deck
from lstm_gui.gui.palette import palette
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.compare.desk import Desk
from lstm_gui.gui.training.cost.desk import CostDesk
from lstm_gui.gui.training.limits.desk import LimitsDesk
from lstm_gui.gui.training.page import TrainPage
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.watching import watch
from lstm_gui.lessons.experiment import Experiment, experiment_of
from lstm_gui.quiz.card import Card
from lstm_gui.resource import resource_path
from lstm_gui.training.crew import Crew
from lstm_gui.training.presets.experiments import plan_of
from tests.gui.conftest import Lab
from tests.gui.training.limits.test_desk import SMALL
from tests.gui.training.process import InThread

CARDS = {card.uid: card for card in read_deck(resource_path("decks/lstm-fundamentals.toml")).deck.cards}


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[TrainPage]:
    session = Session(SMALL, InThread)
    crew = partial(Crew, hire=InThread, processes=1)
    for made in (Desk(session, crew), LimitsDesk(session, crew), CostDesk(session, InThread)):
        assert not made.running
    shown = TrainPage(session, Style(palette("light")))
    qtbot.addWidget(shown)
    shown.resize(1000, 700)
    shown.show()
    yield shown
    session.end()
    session.deleteLater()


def see(lab: Lab, card: Card) -> None:
    """Put a card on screen, its answer hidden."""
    lab.window.review.panel.show_card(card, {})


def runs(session: Session) -> bool:
    """Whether it learns, asked anew."""
    return session.running


def test_v_shows_how_it_is_learnt_once_the_answer_is_shown(lab: Lab, qtbot: QtBot) -> None:
    window, card = lab.window, CARDS["lstm-why-exploding-not-cured"]
    button = window.review.panel.work.card.learning_button
    see(lab, card)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_V)
    assert window.stage.tab == "cell"
    assert button.isHidden()
    window.review.panel.reveal()
    assert button.isVisibleTo(window)
    before = window.training.session.plan
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_V)
    session = window.training.session
    assert window.stage.tab == "train"
    qtbot.waitUntil(lambda: session.ended_now is not None)
    assert session.ended_now is not None
    assert session.ended_now.why == "diverged"
    assert "card" in window.actions_by_id["undo"].text()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.plan == before


def test_a_click_does_the_same_and_other_cards_offer_nothing(lab: Lab, qtbot: QtBot) -> None:
    window = lab.window
    button = window.review.panel.work.card.learning_button
    see(lab, CARDS["lstm-what-two-states"])
    window.review.panel.reveal()
    assert not button.isVisibleTo(window)
    window.actions_by_id["watch_learning"].trigger()
    assert window.stage.tab == "cell"
    see(lab, CARDS["lstm-uses-negation"])
    window.review.panel.reveal()
    window.review.panel.work.card.scrolled.ensureWidgetVisible(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.training.session.plan.task.name == "negation")


def test_what_is_there_already_is_not_begun_again(page: TrainPage, qtbot: QtBot) -> None:
    session = page.session
    experiment = experiment_of("lstm-what-the-name-means")
    assert experiment is not None
    watch(page, experiment)
    assert page.room == "inside"
    assert session.plan == plan_of(experiment)
    qtbot.waitUntil(lambda: len(session.history.now) > 0)
    session.pause()
    done = session.history.now.last_step
    watch(page, experiment)
    assert runs(session)
    assert session.history.now.last_step >= done


def test_settings_are_compared_and_not_begun_again(page: TrainPage) -> None:
    watch(page, Experiment("compare", preset="both_ways"))
    desk = page.session.findChild(Desk)
    assert desk is not None
    assert (page.room, desk.preset and desk.preset.name, desk.running) == ("compare", "both_ways", True)
    desk.stop()
    found = desk.comparison
    watch(page, Experiment("compare", preset="both_ways"))
    assert desk.comparison is found


def test_a_task_grows_and_costs_are_measured(page: TrainPage, qtbot: QtBot) -> None:
    watch(page, Experiment("limits", task="sorting"))
    limits = page.session.findChild(LimitsDesk)
    assert limits is not None
    assert (page.room, limits.plan.task.name, limits.running) == ("limits", "sorting", True)
    limits.stop()
    found = limits.growing
    watch(page, Experiment("limits", task="sorting"))
    assert limits.growing is found
    watch(page, Experiment("cost"))
    costs = page.session.findChild(CostDesk)
    assert costs is not None
    assert (page.room, costs.running) == ("cost", True)
    qtbot.waitUntil(lambda: costs.costs is not None)
    watch(page, Experiment("cost"))
    costs.stop()
