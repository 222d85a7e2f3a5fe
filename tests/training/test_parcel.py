"""What went through a pipe comes out the same, and data of one's own goes through it once."""

from multiprocessing import Pipe

import pytest

from lstm_gui.training import messages as say
from lstm_gui.training.parcel import receive, send
from lstm_gui.training.plan import Plan
from lstm_gui.training.task_choice import Data, OwnColumns, OwnText, TaskChoice

TABLE = OwnColumns("table.csv", ("a",), tuple((float(n),) for n in range(500)))
TEXT = OwnText("text.txt", "to be or not to be " * 100)


def change(data: Data | None) -> say.Change:
    return say.Change(Plan(TaskChoice("own", data=data)))


@pytest.mark.parametrize("data", [TABLE, TEXT])
def test_data_is_sent_once_and_named_after_that(data: Data) -> None:
    ours, theirs = Pipe()
    with ours, theirs:
        sizes = []
        for _ in range(3):
            send(ours, change(data))
            raw = theirs.recv_bytes()
            sizes.append(len(raw))
            theirs.send_bytes(raw)  # and back, to be read at this end
            assert receive(ours) == change(data)
    assert sizes[0] > 1500 > 1000 > sizes[1] == sizes[2]


def test_other_data_takes_the_place_of_the_first_and_may_come_again() -> None:
    ours, theirs = Pipe()
    told = [change(TABLE), change(TEXT), change(None), change(TEXT), change(TABLE), say.Pause()]
    with ours, theirs:
        for message in told:
            send(ours, message)
            assert receive(theirs) == message


def test_what_a_pipe_sends_by_itself_is_understood_and_one_pipe_knows_nothing_of_another() -> None:
    ours, theirs = Pipe()
    others, far = Pipe()
    with ours, theirs, others, far:
        send(ours, change(TABLE))
        send(others, change(TABLE))
        assert receive(theirs) == receive(far) == change(TABLE)
        ours.send(change(TABLE))
        assert receive(theirs) == change(TABLE)
        ours.close()
        with pytest.raises(EOFError):
            receive(theirs)
        with pytest.raises(OSError, match="closed"):
            send(ours, say.End())
