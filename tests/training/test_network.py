"""The gradient of a whole network against central differences: loss, read-out and layers, of every cell."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.graph.kind import EVERY_KIND, LSTM, Kind
from lstm_gui.training.batch import Batch, loss_of
from lstm_gui.training.network import Network, NetworkChoice, new_network
from tests.nets.gradient_check import numeric

SMALL = NetworkChoice(units=3, forget_bias=0.5)
OUTPUTS = 3
LAYERED = (
    replace(SMALL, units=2, layers=2),
    replace(SMALL, units=2, bidirectional=True),
    replace(SMALL, units=1, layers=2, bidirectional=True),
    replace(SMALL, units=2, kind=Kind.of("gru"), layers=3),
)


def drawn(answers: str, steps: int = 6, size: int = 3, lengths: Sequence[int] | None = None) -> Batch:
    """A batch in float64, with steps that do not count and, where wanted, sequences of several lengths."""
    rng = np.random.default_rng(5)
    target = {
        "numbers": rng.normal(size=(steps, size, OUTPUTS)),
        "classes": rng.integers(0, OUTPUTS, (steps, size)),
        "bits": rng.integers(0, 2, (steps, size, OUTPUTS)),
    }[answers]
    weights = rng.integers(0, 3, (steps, size)).astype(np.float64)
    of = None if lengths is None else np.array(lengths)
    return Batch(rng.normal(size=(steps, size, 2)), target, weights, of)


def check(network: Network, answers: str, batch: Batch) -> None:
    """Assert that the gradient of a batch's loss is that of central differences, each parameter moved."""
    vector = network.vector

    def loss() -> float:
        y = network.with_vector(vector).forward(batch.x, None, batch.lengths).y
        return loss_of(answers, y, batch).value

    seen = network.forward(batch.x, None, batch.lengths)
    found = network.gradient(seen, loss_of(answers, seen.y, batch).d_y)
    expected = numeric(loss, vector)
    largest = max(1e-3, float(np.abs(expected).max()))
    np.testing.assert_allclose(found, expected, rtol=1e-6, atol=1e-7 * largest)


@pytest.mark.parametrize("kind", EVERY_KIND, ids=str)
def test_the_gradient_of_a_network_is_exact_whatever_its_cell(kind: Kind) -> None:
    network = new_network(replace(SMALL, kind=kind, units=2), 2, OUTPUTS, 1, np.float64)
    check(network, "classes", drawn("classes", steps=5, size=2))


@pytest.mark.parametrize("choice", LAYERED, ids=str)
@pytest.mark.parametrize("lengths", [None, (6, 4, 1)])
def test_the_gradient_is_exact_for_layers_in_both_directions_and_of_lengths(
    choice: NetworkChoice, lengths: Sequence[int] | None
) -> None:
    check(new_network(choice, 2, OUTPUTS, 1, np.float64), "bits", drawn("bits", lengths=lengths))


@pytest.mark.parametrize("answers", ["numbers", "classes", "bits"])
def test_the_gradient_is_exact_for_every_loss(answers: str) -> None:
    check(new_network(SMALL, 2, OUTPUTS, 1, np.float64), answers, drawn(answers, lengths=(6, 6, 3)))


def test_a_window_as_long_as_the_sequence_drops_nothing_and_a_shorter_one_does() -> None:
    network, batch = new_network(SMALL, 2, OUTPUTS, 1), drawn("numbers")
    seen = network.forward(batch.x.astype(np.float32))
    d_y = loss_of("numbers", seen.y, batch).d_y
    whole = network.gradient(seen, d_y)
    assert np.array_equal(network.gradient(seen, d_y, 6), whole)
    assert np.array_equal(network.gradient(seen, d_y, 50), whole)
    assert not np.allclose(network.gradient(seen, d_y, 3), whole)


def test_the_same_choice_and_seed_are_the_same_network() -> None:
    one, other = (new_network(SMALL, 2, OUTPUTS, 7) for _ in range(2))
    assert np.array_equal(one.vector, other.vector)
    assert not np.array_equal(one.vector, new_network(SMALL, 2, OUTPUTS, 8).vector)
    assert np.array_equal(one.with_vector(one.vector).vector, one.vector)


def test_forget_bias_and_memories_are_set_where_something_can_forget() -> None:
    network = new_network(replace(SMALL, forget_bias=2.0), 2, 1, 0)
    assert (network.arrays["layer.b"][3:6] == 2).all()
    spread = new_network(replace(SMALL, longest_memory=40), 2, 1, 0).arrays["layer.b"]
    assert ((spread[3:6] >= 0) & (spread[3:6] <= np.log(39))).all()
    assert np.array_equal(spread[:3], -spread[3:6])
    plain = replace(SMALL, kind=Kind.of("rnn"))
    expected = new_network(replace(plain, forget_bias=None), 2, 1, 0).vector
    assert np.array_equal(new_network(plain, 2, 1, 0).vector, expected)
    assert new_network(replace(SMALL, forget_bias=None), 2, 1, 0).count == network.count


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"units": 65}, "units is 65"), ({"layers": 0}, "layers is 0"), ({"initialiser": "luck"}, "luck")],
)
def test_a_choice_that_makes_no_sense_is_refused(wrong: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        replace(SMALL, **wrong)  # type: ignore[arg-type]


def test_what_reads_backwards_carries_no_state_on() -> None:
    assert new_network(NetworkChoice(LSTM, layers=2), 1, 1, 0).carries
    assert not new_network(LAYERED[1], 1, 1, 0).carries
    assert not new_network(LAYERED[2], 1, 1, 0).carries
