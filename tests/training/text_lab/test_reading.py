"""A text as a network reads it: activations, likeliest signs and writing are the network's own."""

from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.graph.kind import EVERY_KIND, LSTM, Kind
from lstm_gui.nets.losses import cross_entropy, softmax
from lstm_gui.training.network import Network, NetworkChoice, new_network
from lstm_gui.training.task_choice import OwnText, TaskChoice
from lstm_gui.training.tasks.catalogue import made
from lstm_gui.training.tasks.language.characters import Characters
from lstm_gui.training.text_lab import reading as module
from lstm_gui.training.text_lab.generation import MOST, generated
from lstm_gui.training.text_lab.likeliest import likeliest
from lstm_gui.training.text_lab.reading import TextReading, own_passage, reading

WORDS = "The gate said “keep (it all)” to the cell. And so it did, for 12 steps.\n\n"


def own(folded: bool = False) -> Characters:
    chosen = (("case", "folded"),) if folded else ()
    task = made(TaskChoice("own_text", chosen, OwnText("own.txt", WORDS * 30)))
    assert isinstance(task, Characters)
    return task


FIVE = NetworkChoice(units=5)


def network_of(task: Characters, choice: NetworkChoice = FIVE) -> Network:
    fresh = new_network(choice, task.inputs, task.outputs, 3)
    return fresh.with_vector(fresh.vector * 3)


def read(text: str = WORDS, quantity: str = "c") -> tuple[Characters, Network, TextReading]:
    task = own()
    network = network_of(task)
    return task, network, reading(task, network, text, quantity, 7)


@pytest.mark.parametrize("quantity", ["h", "c", "f", "i", "o", "g"])
def test_the_activations_are_the_networks_own(quantity: str) -> None:
    task, network, found = read(quantity=quantity)
    x = task.vocabulary.one_hot[task.vocabulary.numbers(WORDS)][:, np.newaxis]
    assert np.array_equal(found.activations, network.forward(x).trace.quantities[quantity][:, 0])
    assert found.quantity == quantity
    assert found.offered[:6] == ("h", "c", "f", "i", "o", "g")
    assert found.step == 7


def test_the_likeliest_are_the_greatest_of_the_softmax() -> None:
    task, network, found = read()
    x = task.vocabulary.one_hot[task.vocabulary.numbers(WORDS)][:, np.newaxis]
    p = softmax(network.forward(x).y[:, 0])
    assert p.sum(axis=1) == pytest.approx(np.ones(len(WORDS)), abs=1e-6)
    for place in range(len(WORDS)):
        signs, shares = zip(*found.likeliest.at(place), strict=True)
        assert list(shares) == sorted(p[place], reverse=True)[:5]
        assert p[place, list(signs)].tolist() == list(shares)
    assert found.likeliest.true[-1] == -1
    assert found.likeliest.true_p[:-1] == pytest.approx(p[np.arange(len(p) - 1), found.likeliest.true[:-1]])


def test_the_bits_are_the_loss_of_the_text() -> None:
    task, network, found = read()
    numbers = task.vocabulary.numbers(WORDS)
    y = network.forward(task.vocabulary.one_hot[numbers][:, np.newaxis]).y
    assert found.bits == pytest.approx(cross_entropy(y[:-1, 0], numbers[1:]).value / np.log(2), rel=1e-5)


def test_a_vocabulary_smaller_than_five_shows_what_there_is() -> None:
    expected = likeliest(np.zeros((2, 3), np.float32), np.array([0, 1]))
    assert expected.signs.shape == (2, 3)
    assert expected.true.tolist() == [1, -1]


def test_without_a_text_it_reads_a_passage_that_it_did_not_learn_from() -> None:
    task, _, found = read("")
    assert found.text == own_passage(task)
    assert found.text in task.text[task.bounds[0] : task.bounds[1]]
    assert found.text.startswith("The gate")  # where a paragraph begins


def test_a_passage_without_lines_begins_where_the_part_does() -> None:
    task = replace(own(), text="abcdefgh " * 50)
    assert task.text[task.bounds[0] :].startswith(own_passage(task))


def test_folded_text_is_shown_as_it_is_read_and_strange_signs_are_named() -> None:
    task = own(folded=True)
    found = reading(task, network_of(task), "The Ω", "h", 0)
    assert found.text == "the ω"
    assert found.unknown == (4,)


def test_a_long_text_is_cut_and_one_character_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 10)
    *_, found = read()
    assert len(found.text) == 10
    assert found.cut
    *_, alone = read("a")
    assert alone.activations.shape == (1, 5)
    assert alone.bits == 0
    assert not alone.cut


@pytest.mark.parametrize("kind", EVERY_KIND, ids=str)
def test_any_cell_has_something_to_show(kind: Kind) -> None:
    task = own()
    found = reading(task, network_of(task, NetworkChoice(kind, units=4)), WORDS[:40], "c", 0)
    assert found.quantity in found.offered
    assert found.activations.shape[0] == 40
    assert np.isfinite(found.activations).all()


def test_several_layers_and_directions_are_told_apart() -> None:
    task = own()
    choice = NetworkChoice(LSTM, units=4, layers=2, bidirectional=True)
    found = reading(task, network_of(task, choice), WORDS, "1.backward.c", 0)
    assert found.quantity == "1.backward.c"
    assert {"0.forward.h", "1.backward.f"} <= set(found.offered)


def test_writing_is_reproducible_and_another_seed_writes_something_else() -> None:
    task = own()
    network = network_of(task)
    one, again, other = (generated(network, task.vocabulary, "The ", 60, 1.0, seed) for seed in (1, 1, 2))
    assert one == again != other
    assert len(one) == 60
    assert set(one) <= set(task.vocabulary.signs[:-1])


def test_temperature_0_takes_the_likeliest_each_time() -> None:
    task = own()
    network = network_of(task)
    text = "The gate"
    for _ in range(12):
        y = network.forward(task.vocabulary.one_hot[task.vocabulary.numbers(text)][:, np.newaxis]).y[
            -1, 0, :-1
        ]
        text += task.vocabulary.signs[int(np.argmax(y))]
    for temperature, seed in ((0.0, 0), (0.0, 5), (1e-6, 9)):
        assert generated(network, task.vocabulary, "The gate", 12, temperature, seed) == text[8:]


def test_a_hotter_network_writes_more_evenly() -> None:
    task = own()
    network = network_of(task)
    cool, hot = (generated(network, task.vocabulary, "", 600, temperature, 4) for temperature in (0.3, 5.0))
    assert len(set(cool)) < len(set(hot))


@pytest.mark.parametrize(
    ("length", "temperature", "said"),
    [(0, 1.0, "choose 1"), (MOST + 1, 1.0, "at once"), (9, -1.0, "no temperature")],
)
def test_numbers_out_of_bounds_are_refused(length: int, temperature: float, said: str) -> None:
    task = own()
    with pytest.raises(ValueError, match=said):
        generated(network_of(task), task.vocabulary, "a", length, temperature, 0)


def test_a_network_that_reads_in_both_directions_cannot_write() -> None:
    task = own()
    network = network_of(task, NetworkChoice(units=3, bidirectional=True))
    with pytest.raises(ValueError, match="both directions cannot write"):
        generated(network, task.vocabulary, "a", 5, 1.0, 0)
