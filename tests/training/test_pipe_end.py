"""A pipe that is gone is told from a fault of what is done with it."""

from multiprocessing import Pipe

import pytest

from lstm_gui.training import messages as say
from lstm_gui.training.pipe_end import Gone, PipeEnd


def test_a_pipe_that_is_gone_is_told_from_a_fault() -> None:
    ours, theirs = Pipe()
    ours.close()
    theirs.close()
    end = PipeEnd(theirs)
    for act in (end.asked, end.received, lambda: end.tell(say.Pause())):
        with pytest.raises(Gone):
            act()


def test_what_is_told_at_one_end_is_heard_at_the_other() -> None:
    ours, theirs = Pipe()
    here, there = PipeEnd(ours), PipeEnd(theirs)
    assert not there.asked()
    here.tell(say.Resume())
    assert there.asked()
    assert there.received() == say.Resume()
    ours.close()
    with pytest.raises(Gone):
        there.received()
    theirs.close()
