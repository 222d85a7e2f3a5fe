"""Every cell by a name of one word, as command lines and files of models have it: "lstm", "gru-before"."""

from lstm_gui.graph.kind import EVERY_KIND, Kind


def cell_name(kind: Kind) -> str:
    """The family, and after it every choice that is not the usual one: "lstm-peephole"."""
    usual = Kind.of(kind.family).choices
    others = [choice for choice, known in zip(kind.choices, usual, strict=True) if choice != known]
    return "-".join([kind.family, *others]).lower()


KIND_CALLED = {cell_name(kind): kind for kind in EVERY_KIND}
"""The cell of each name, family by family."""
