"""Taking ratings back, one after the other."""

from lstm_gui.gui.operations.rate import rate
from lstm_gui.gui.operations.undo import Undone, undo
from lstm_gui.store.collection import Collection
from tests.store.study import NOW, event


def test_undo_says_what_no_longer_counts(collection: Collection) -> None:
    events = [event(collection, uid) for uid in ("card-0", "card-1")]
    for given in events:
        rate(collection, given, "Gates")
    assert undo(collection, NOW) == Undone(events[1])
    assert undo(collection, NOW) == Undone(events[0])
    assert undo(collection, NOW) == Undone(None)
    assert collection.memory("card-0") == events[0].before
