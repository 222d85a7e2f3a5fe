"""What is compared: settings are added, changed and taken away; their runs are followed and given up."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.training.compare.desk import Desk, desk_of
from lstm_gui.gui.training.plan_changes import past_the_end
from lstm_gui.gui.training.session import Session
from lstm_gui.training.comparison.comparison import Setting
from lstm_gui.training.comparison.verdict import verdict
from lstm_gui.training.crew import Crew
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan, with_learning
from lstm_gui.training.presets.catalogue import PRESETS
from lstm_gui.training.presets.preset import SEEDS
from lstm_gui.training.task_choice import TaskChoice
from tests.gui.training.process import InThread

ENDLESS = 10**9
SMALL = Plan(
    TaskChoice("adding", (("length", 6.0),)),
    NetworkChoice(units=2),
    Learning(steps=4, batch=4, validate_every=2),
)
LONG = replace(SMALL, learning=replace(SMALL.learning, steps=ENDLESS, stop_when_solved=False))


@pytest.fixture
def session(qapp: object) -> Iterator[Session]:
    assert qapp
    made = Session(SMALL, InThread)
    yield made
    made.end()
    made.deleteLater()


@pytest.fixture
def desk(session: Session) -> Desk:
    return Desk(session, partial(Crew, hire=InThread, processes=1))


def test_it_begins_with_the_plan_of_the_session_and_follows_it(session: Session, desk: Desk) -> None:
    assert desk.plans == (SMALL,)
    session.set_plan(LONG)
    assert desk.plans == (LONG,)
    desk.add()
    session.set_plan(SMALL)
    assert desk.plans[0] == LONG
    desk.take_present()
    assert desk.plans == (SMALL,)
    session.set_plan(LONG)
    assert desk.plans == (LONG,)


def test_a_run_that_goes_on_once_solved_leaves_others_their_end(session: Session, desk: Desk) -> None:
    session.go_past(past_the_end(SMALL, "solved", 3), "go on")
    assert not session.plan.learning.stop_when_solved
    assert desk.plans == (SMALL,)
    session.change(replace(session.plan, seed=8), "")
    assert desk.plans == (replace(SMALL, seed=8),), "nor is it taken with the next change"
    for stops in (True, False):  # what a person says themselves holds
        session.change(with_learning(session.plan, stop_when_solved=stops), "")
        assert desk.plans[0].learning.stop_when_solved == stops
    session.go_past(past_the_end(session.plan, "steps", 4), "go on")
    assert not desk.plans[0].learning.stop_when_solved


def test_each_setting_added_has_a_cell_that_none_has_yet(desk: Desk) -> None:
    for _ in range(5):
        desk.add()
    assert len(desk.plans) == 4
    assert not desk.can_add
    assert len({plan.network.kind for plan in desk.plans}) == 4
    assert len({setting.name for setting in desk.settings}) == 4


def test_a_setting_is_called_after_what_differs(desk: Desk) -> None:
    desk.add()
    desk.change(1, replace(SMALL, network=replace(SMALL.network, kind=Kind.of("gru"), units=16)))
    assert desk.settings[1].name == "GRU, units 16"
    assert "2 units" in desk.settings[0].name
    desk.add()
    desk.change(2, SMALL)
    assert desk.settings[2].name.endswith("(2)")
    desk.change(2, replace(SMALL, network=replace(SMALL.network, kind=Kind.of("gru"))))
    assert desk.settings[2].name == "GRU"  # and not the second of "GRU, units 16"


def test_of_a_changed_first_setting_the_others_keep_what_they_differ_in(desk: Desk) -> None:
    desk.add()
    kind = desk.plans[1].network.kind
    desk.change(0, replace(SMALL, network=replace(SMALL.network, units=8)))
    assert desk.plans[1].network == NetworkChoice(kind, units=8)


def test_one_setting_always_stays(desk: Desk) -> None:
    desk.add()
    desk.remove(0)
    desk.remove(0)
    assert len(desk.plans) == 1


def test_every_setting_runs_with_every_seed_and_is_judged(qtbot: QtBot, desk: Desk) -> None:
    desk.add()
    desk.set_seeds(2)
    desk.start()
    assert desk.running
    qtbot.waitUntil(lambda: not desk.running)
    assert desk.comparison is not None
    assert [one.seed for one in desk.comparison.outcomes] == [0, 0, 1, 1]
    assert all(one.test is not None for one in desk.comparison.outcomes)
    assert verdict(desk.comparison)[0].kind != "nothing yet"


def test_what_has_not_ended_is_given_up(qtbot: QtBot, desk: Desk) -> None:
    desk.change(0, LONG)
    desk.start()
    qtbot.waitUntil(lambda: desk.comparison is not None and desk.comparison.outcomes[0].step > 0)
    desk.stop()
    desk.stop()
    told = desk.comparison
    assert told is not None
    assert {one.ended for one in told.outcomes} == {"stopped"}


def test_a_change_drops_the_runs_and_the_next_start_begins_again(qtbot: QtBot, desk: Desk) -> None:
    desk.change(0, LONG)
    desk.start()
    qtbot.waitUntil(lambda: desk.comparison is not None and desk.comparison.outcomes[0].step > 0)
    desk.change(0, SMALL)
    desk.set_seeds(1)
    assert (desk.comparison, desk.running) == (None, False)
    with qtbot.waitSignal(desk.running_changed, check_params_cb=lambda running: not running):
        desk.start()
    told = desk.comparison
    assert told is not None
    assert [one.ended for one in told.outcomes] == ["steps"]


def test_a_preset_claims_something_until_it_is_changed(desk: Desk) -> None:
    preset = replace(PRESETS[0], settings=(Setting("one", SMALL), Setting("other", LONG)))
    desk.open(preset)
    assert desk.plans == (SMALL, LONG)
    assert [setting.name for setting in desk.settings] == ["one", "other"]
    assert desk.seeds == SEEDS
    assert desk.borne_out() is None
    desk.set_seeds(2)
    assert (desk.preset, desk.borne_out()) == (preset, None)
    desk.remove(1)
    assert (desk.preset, desk.borne_out()) == (None, None)


def test_what_cannot_begin_is_said(qtbot: QtBot, session: Session) -> None:
    def refuse(_plans: object) -> Crew:
        raise OSError("no process")

    desk = Desk(session, refuse)
    desk.start()
    qtbot.waitUntil(lambda: not desk.running)
    assert "no process" in desk.trouble


def test_closing_ends_what_is_under_way(qtbot: QtBot, session: Session, desk: Desk) -> None:
    desk.change(0, LONG)
    desk.start()
    qtbot.waitUntil(lambda: desk.comparison is not None and desk.comparison.outcomes[0].step > 0)
    session.end()
    assert not desk.running


def test_all_pages_of_a_session_share_one_desk(session: Session) -> None:
    assert desk_of(session) is desk_of(session)


def test_a_preset_takes_nothing_away_that_was_compared_before_it(desk: Desk, qtbot: QtBot) -> None:
    desk.add()
    desk.set_seeds(2)
    desk.start()
    qtbot.waitUntil(lambda: desk.comparison is not None and desk.comparison.over)
    plans, found = desk.plans, desk.comparison
    desk.open(PRESETS[0])
    assert desk.comparison is None
    desk.open(PRESETS[1])
    desk.take_present()
    assert (desk.plans, desk.seeds, desk.preset) == (plans, 2, None)
    assert desk.comparison is found
    desk.set_seeds(3)
    assert desk.comparison is None
    desk.set_seeds(2)
    assert desk.comparison is found
    desk.take_present()
    assert desk.plans == (SMALL,)
