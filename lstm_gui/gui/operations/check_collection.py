"""Check the collection and mend what follows from cards and ratings."""

from dataclasses import dataclass

from lstm_gui.store.check import Findings
from lstm_gui.store.collection import Collection
from lstm_gui.store.watch import Watch, unwatched


@dataclass(frozen=True, slots=True)
class Checked:
    """The collection is checked."""

    findings: Findings


def check_collection(collection: Collection, watch: Watch = unwatched) -> Checked:
    """All of it, in one transaction; what `watch` raises leaves everything as it was.

    Raises Damaged where only a backup helps, NotSaved when what is mended could not be written.
    """
    return Checked(collection.check(watch))
