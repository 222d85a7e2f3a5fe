"""The kinds of cells that the window shows and offers, in the order in which they are offered."""

from lstm_gui.graph.kind import FAMILIES, Kind

FIRST = {
    "rnn": Kind.of("rnn"),
    "lstm": Kind.of("lstm"),
    "peephole": Kind.of("lstm", variant="peephole"),
    "gru": Kind.of("gru"),
}
"""Those with a button of their own, by what their actions are called after."""

_VARIANTS = [name for name in FAMILIES["lstm"]["variant"] if name not in ("standard", "peephole")]

MORE = {
    "relu": Kind.of("rnn", activation="relu"),
    "gru_writes": Kind.of("gru", z="writes"),
    "gru_before": Kind.of("gru", reset="before"),
    "gru_before_writes": Kind.of("gru", reset="before", z="writes"),
    **{f"lstm_{name.lower()}": Kind.of("lstm", variant=name) for name in _VARIANTS},
    "slstm": Kind.of("slstm"),
    "slstm_exponential": Kind.of("slstm", forget="exponential"),
    "mlstm": Kind.of("mlstm"),
    "mlstm_exponential": Kind.of("mlstm", forget="exponential"),
}
"""Those in the menu beside the buttons."""

BY_NAME = {**FIRST, **MORE}
NAME_OF = {kind: name for name, kind in BY_NAME.items()}
SHOWN_KINDS = frozenset(BY_NAME.values())
