"""The collection that the operations are tried on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lstm_gui.store.collection import Collection
from tests.store.study import NOW, deck


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """A collection that holds the deck "Gates" of six cards."""
    with Collection.open(tmp_path, now=NOW) as made:
        made.import_deck(deck(), NOW)
        yield made
