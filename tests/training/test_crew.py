"""A crew: each plan once, by few processes, whatever becomes of one of them."""

from collections.abc import Iterator
from dataclasses import replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import pytest

from lstm_gui.training.apart import Apart
from lstm_gui.training.crew import LISTENED, Crew, Lost, News, cores
from lstm_gui.training.learning import Learning
from lstm_gui.training.messages import Begin, Begun, End, Ended, Failed, Kept, Looked, Updates
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import begin
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made

CHOICE = TaskChoice("adding", (("length", 6.0),))
PLAN = Plan(CHOICE, learning=Learning(steps=4, batch=4, validate_every=2))
STATE = begin(PLAN, made(CHOICE))[1]


class Scripted:
    """A process whose part the test plays at `theirs`."""

    def __init__(self) -> None:
        self.pipe, self.theirs = Pipe()
        self.ends = 0

    def end(self, patience: float = 0.0) -> None:
        """Close the pipe."""
        del patience
        self.ends += 1
        self.pipe.close()

    def told(self) -> object:
        """What it was told."""
        assert self.theirs.poll(5)
        return self.theirs.recv()


@pytest.fixture
def hired() -> Iterator[list[Scripted]]:
    """Everybody who was hired, in order."""
    everybody: list[Scripted] = []
    yield everybody
    for one in everybody:
        one.pipe.close()
        one.theirs.close()


def crew_of(hired: list[Scripted], plans: int, processes: int) -> Crew:
    """A crew of scripted members, whose plans differ in their seeds."""

    def hire() -> Scripted:
        hired.append(Scripted())
        return hired[-1]

    return Crew([replace(PLAN, seed=seed) for seed in range(plans)], processes=processes, hire=hire)


def test_each_process_has_one_plan_at_a_time_and_then_the_next(hired: list[Scripted]) -> None:
    crew = crew_of(hired, plans=3, processes=2)
    first, second = hired
    assert first.told() == Begin(replace(PLAN, seed=0), 0, looks=False, watched=False)
    assert second.told() == Begin(replace(PLAN, seed=1), 1, looks=False, watched=False)
    second.theirs.send(Ended(1, "steps", STATE))
    assert [type(news) for news in crew.listen(5)] == [Ended]
    assert second.told() == Begin(replace(PLAN, seed=2), 2, looks=False, watched=False)
    first.theirs.send(Failed(0, "no data"))
    second.theirs.send(Ended(2, "steps", STATE))
    while not crew.over:
        crew.listen(5)
    crew.end()
    assert first.told() == End()
    assert [one.ends for one in hired] == [1, 1]


def test_a_process_that_dies_is_named_and_its_place_taken(hired: list[Scripted]) -> None:
    crew = crew_of(hired, plans=3, processes=1)
    hired[0].theirs.send(Updates(0, ()))
    hired[0].theirs.close()
    assert crew.listen(5) == [Updates(0, ()), Lost(0)]
    assert hired[0].ends == 1
    hired[1].theirs.close()
    assert crew.listen(5) == [Lost(1)]
    hired[2].theirs.close()
    assert crew.listen(5) == [Lost(2)]
    assert crew.over
    crew.end()


def test_one_that_talks_without_end_does_not_keep_the_others_waiting(hired: list[Scripted]) -> None:
    crew = crew_of(hired, plans=2, processes=2)
    for _ in range(2 * LISTENED):
        hired[0].theirs.send(Updates(0, ()))
    hired[1].theirs.send(Updates(1, ()))
    heard = crew.listen(5)
    assert len(heard) == LISTENED + 1
    assert heard[-1] == Updates(1, ())
    crew.end()


def test_it_ends_in_the_middle_and_twice(hired: list[Scripted]) -> None:
    crew = crew_of(hired, plans=5, processes=2)
    hired[1].theirs.close()  # has died meanwhile
    crew.end()
    crew.end()
    assert crew.over
    assert crew.listen(0) == []
    assert [one.ends for one in hired] == [1, 1]


def test_no_more_processes_than_plans(hired: list[Scripted]) -> None:
    crew_of(hired, plans=1, processes=4).end()
    assert len(hired) == 1
    assert 1 <= cores() <= 4


def test_a_crew_that_keeps_hears_checkpoints_and_has_nothing_looked_at() -> None:
    crew, heard = Crew([PLAN], keeps=True), list[object]()
    while not crew.over:
        heard += crew.listen(5)
    crew.end()
    kept = [news.state.step for news in heard if isinstance(news, Kept)]
    assert {2, 4} <= set(kept)  # each after a validation
    assert not any(isinstance(news, Looked) for news in heard)


def test_processes_of_their_own_do_the_runs() -> None:
    killed: list[Connection] = []

    class Mortal(Apart):
        """One of whom the first is killed at work."""

        def __init__(self) -> None:
            super().__init__()
            if not killed:
                self._process.kill()
                killed.append(self.pipe)

    crew = Crew([PLAN, replace(PLAN, seed=1)], processes=1, hire=Mortal)
    heard: list[News] = []
    while not crew.over:
        heard += crew.listen(0.1)
    crew.end()
    assert isinstance(heard[0], Lost)
    assert isinstance(heard[1], Begun)
    assert isinstance(heard[-1], Ended)
    assert heard[-1].test is not None
