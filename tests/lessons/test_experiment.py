"""What of the training lab shows the answer of a card: every card of it is in the deck, every name exists."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lstm_gui import resource
from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.deck_file import read_deck
from lstm_gui.lessons import experiment as experiments
from lstm_gui.lessons.experiment import Experiment, cards, experiment_of


def test_every_card_of_it_is_in_the_deck() -> None:
    deck = read_deck(resource.resource_path("decks/lstm-fundamentals.toml")).deck
    assert set(cards()) <= {card.uid for card in deck.cards}


def test_every_topic_of_the_deck_has_one() -> None:
    deck = read_deck(resource.resource_path("decks/lstm-fundamentals.toml")).deck
    learnt = {card.topic for card in deck.cards if card.uid in cards()}
    assert learnt == {card.topic for card in deck.cards}


def test_a_card_without_one_has_none() -> None:
    assert experiment_of("a card of one's own") is None
    assert experiment_of("lstm-why-clipping") == Experiment("compare", preset="clipping")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A file in its place that can be written."""
    path = tmp_path / "experiments.json"
    monkeypatch.setattr(resource, "resource_path", lambda _name: path)
    experiments._experiments.cache_clear()
    yield path
    experiments._experiments.cache_clear()


@pytest.mark.parametrize(
    "card",
    [
        '{"card": "x", "room": "kitchen"}',
        '{"card": "x"}',
        '{"card": "", "room": "learn"}',
        '{"card": "x", "room": "learn", "seed": "1"}',
    ],
)
def test_a_broken_file_is_refused(broken: Path, card: str) -> None:
    broken.write_text(f'{{"format": "lstm-lab-experiments", "version": 1, "cards": [{card}]}}', "utf-8")
    with pytest.raises(FileRefused, match=r"experiments\.json"):
        experiment_of("x")
