"""Every preset there is. What each claims, a test checks over five seeds, and was tried on others.

The budgets are the smallest, in round numbers, at which a claim holds with room to spare.
"""

from dataclasses import replace

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.nets.optimisers import Adam, Sgd
from lstm_gui.training.comparison.comparison import Setting
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.presets import findings as found
from lstm_gui.training.presets.preset import Preset
from lstm_gui.training.task_choice import TaskChoice

RNN, GRU, LSTM_1997 = Kind.of("rnn"), Kind.of("gru"), Kind.of("lstm", variant="1997")


def _on(name: str, **chosen: float) -> TaskChoice:
    return TaskChoice(name, tuple(sorted((option, float(value)) for option, value in chosen.items())))


def _networks(
    task: TaskChoice, learning: Learning, networks: dict[str, NetworkChoice]
) -> tuple[Setting, ...]:
    """Settings that differ in the network alone."""
    return tuple(Setting(name, Plan(task, network, learning)) for name, network in networks.items())


def _forgetting() -> Preset:
    learning = Learning(Adam(0.02), steps=2000, batch=20, schedule="halving", validate_every=50)
    networks = {
        "with a forget gate": NetworkChoice(LSTM, units=16),
        "without (1997)": NetworkChoice(LSTM_1997, units=16),
    }
    return Preset(
        "forgetting",
        "Continual Reber wants a forget gate",
        "String follows string without an end. With a forget gate most seeds learn to start afresh "
        "and read a thousand symbols without a mistake; without one more than half do so later, or never.",
        "Of ten seeds all learn it within 2000 updates with a forget gate, and three without. All is not "
        "lost at once: it knows most symbols, and errs again and again as its cell state grows.",
        _networks(_on("continual_reber", window=50), learning, networks),
        found.every(found.most_solve(0), found.sooner(0, 1)),
    )


def _order() -> Preset:
    learning = Learning(Sgd(0.5, momentum=0.9), steps=600)
    return Preset(
        "order",
        "Fifty steps are too far for a plain RNN",
        "Which came first, fifty steps ago? A plain RNN stays at chance, and the LSTM learns it from every "
        "seed.",
        "With gradient descent, as in the papers. Adam gets a plain RNN over fifty steps too, about four "
        "times as late as the LSTM, and over two hundred not within 1500 updates.",
        _networks(
            _on("temporal_order", length=50),
            learning,
            {"plain RNN": NetworkChoice(RNN), "LSTM": NetworkChoice(LSTM)},
        ),
        found.every(found.all_at_chance(0), found.all_solve(1)),
    )


def _adding() -> Preset:
    networks = {
        "LSTM": NetworkChoice(LSTM, longest_memory=100),
        "plain RNN": NetworkChoice(RNN),
    }
    return Preset(
        "adding",
        "Adding is learnt across a hundred steps",
        "Two numbers that lie up to a hundred steps back are added: eight LSTM units learn it, and a plain "
        "RNN does no better than always answering the mean.",
        "The LSTM starts with long memories (chrono initialisation). Without them it takes about three times "
        "as many updates, and some seeds need more still.",
        _networks(_on("adding", length=100), Learning(Adam(0.02), steps=1000), networks),
        found.every(found.all_solve(0), found.all_at_chance(1)),
    )


def _long_gaps() -> Preset:
    networks = {
        "forget bias 0": NetworkChoice(LSTM, forget_bias=0.0),
        "forget bias 1": NetworkChoice(LSTM, forget_bias=1.0),
        "chrono": NetworkChoice(LSTM, longest_memory=150),
    }
    return Preset(
        "long_gaps",
        "Chrono initialisation learns long gaps sooner",
        "Over a hundred and fifty steps chrono initialisation, which spreads the memories of the units over "
        "the gap, learns from every seed, and sooner than a forget bias of 0 or 1.",
        "A forget bias of 1 does better than 0, though not with every five seeds: of twenty, 13 against 8 "
        "learn it within 600 updates. At fifty steps all three are about equal.",
        _networks(_on("temporal_order", length=150), Learning(Adam(0.01), steps=600), networks),
        found.every(found.all_solve(2), found.sooner(2, 0, times=1.3), found.sooner(2, 1, times=1.3)),
    )


def _clipping() -> Preset:
    learning = Learning(Sgd(2.0, momentum=0.9), steps=600, schedule="cosine", limit=0.1)
    plan = Plan(_on("adding", length=20), NetworkChoice(LSTM), learning)
    unbounded = replace(plan, learning=replace(learning, clipping="none"))
    return Preset(
        "clipping",
        "Clipping rescues a run that diverges",
        "With a rate as bold as this the loss grows past all bounds within a few updates. The same run with "
        "its gradient clipped learns the task.",
        "A smaller rate needs no clipping here, and takes longer.",
        (Setting("not clipped", unbounded), Setting("clipped to a norm of 0.1", plan)),
        found.every(found.all_diverge(0), found.all_solve(1)),
    )


def _recall() -> Preset:
    learning = Learning(Adam(0.02), steps=1000, validate_every=250)
    network = NetworkChoice(LSTM, units=16)
    return Preset(
        "recall",
        "The more facts, the less is recalled",
        "A list of facts is read and one is asked for: of two facts most are recalled, of five fewer, of ten "
        "fewer still.",
        "More units and more updates move the edge, and do not take it away: a state of a fixed size holds "
        "only so much.",
        tuple(
            Setting(f"{facts} facts", Plan(_on("associative_recall", facts=facts), network, learning))
            for facts in (2, 5, 10)
        ),
        found.falling_scores(0, 1, 2),
    )


def _both_ways() -> Preset:
    networks = {
        "forwards": NetworkChoice(LSTM),
        "both ways": NetworkChoice(LSTM, bidirectional=True),
    }
    return Preset(
        "both_ways",
        "Bidirectional helps where the future decides",
        "The last word says what all the others meant: a network that reads both ways learns it at once, and "
        "one that reads forwards stays at chance.",
        "No cell could do it forwards: nothing that has been read tells the answer.",
        _networks(_on("late_clue", length=20), Learning(Adam(0.02), steps=200), networks),
        found.every(found.all_at_chance(0), found.all_solve(1)),
    )


def _lstm_and_gru() -> Preset:
    learning = Learning(Adam(0.02), steps=400, validate_every=10)
    return Preset(
        "lstm_and_gru",
        "LSTM and GRU are close",
        "Both learn temporal order over fifty steps from every seed, and neither takes three times as many "
        "updates as the other.",
        "Which is ahead depends on the task: the GRU adds three times as soon as the LSTM, and learns the "
        "Reber grammar from fewer seeds.",
        _networks(
            _on("temporal_order", length=50),
            learning,
            {"LSTM": NetworkChoice(LSTM), "GRU": NetworkChoice(GRU)},
        ),
        found.every(found.all_solve(0), found.all_solve(1), found.close(0, 1, times=3.0)),
    )


PRESETS = (
    _order(),
    _forgetting(),
    _long_gaps(),
    _adding(),
    _clipping(),
    _lstm_and_gru(),
    _both_ways(),
    _recall(),
)
BY_NAME = {preset.name: preset for preset in PRESETS}
