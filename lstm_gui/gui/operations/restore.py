"""Put a backup in the place of the collection."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lstm_gui.store.collection import Collection


@dataclass(frozen=True, slots=True)
class Restored:
    """The collection is what a backup held; what it was before is kept, in `kept`, if there was anything."""

    backup: Path
    kept: Path | None


def restore(folder: Path, backup: Path, now: datetime) -> Restored:
    """Replace the closed collection of a folder by a backup, after backing up what is replaced.

    Raises Damaged when the backup is not sound, Locked while another process has the collection open,
    NotSaved when it could not be written; the collection is then as it was.
    """
    return Restored(backup, Collection.restore(folder, backup, now))
