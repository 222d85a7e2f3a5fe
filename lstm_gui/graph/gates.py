"""What the descriptions of cells are built from: weighted sums, gates, and the arrays of their blocks."""

from lstm_gui.graph.expression import Applied, Expression, Given, Read, Weighted, total
from lstm_gui.graph.parts import Block, Computed, Parameter

X, H = Read("x"), Read("h_previous")


def weights(block: Block, *more: Parameter) -> tuple[Parameter, ...]:
    """W, U and b of a block, and what more it has."""
    short = block.words.removesuffix(" gate")
    named = (
        Parameter("W", block.name, "inputs", f"{block.words} input weight"),
        Parameter("U", block.name, "units", f"{block.words} recurrent weight"),
        Parameter("b", block.name, "one", f"{short} bias"),
    )
    return (*named, *more)


def weighted_sum(block: str, *more: Expression) -> Expression:
    """W x + U h₋ + b, and what more is added."""
    return total(Weighted(f"W_{block}", X), Weighted(f"U_{block}", H), Given(f"b_{block}"), *more)


def pre_activation(block: Block, made_of: Expression) -> Computed:
    """The quantity z of a block."""
    words = f"pre-activation of the {block.words}"
    return Computed(f"z_{block.name}", made_of, block.role, words, station=True)


def activation(block: Block, function: str) -> Computed:
    """What a block is squashed to; with no function, z itself."""
    z = Read(f"z_{block.name}")
    made_of = Applied(function, z) if function else z
    return Computed(block.name, made_of, block.role, block.words)
