"""The mLSTM (Beck et al. 2024): a memory that is a matrix, written by keys and read by queries.

Its gates i and f are one number each for all units, its memory C has a row for each unit and a column for
each number of a key. It starts with nothing stored, and no step reads h. Stabilised as the sLSTM is.
"""

from dataclasses import replace

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.expression import (
    Applied,
    Given,
    Larger,
    Minus,
    Quotient,
    Read,
    RootOfWidth,
    Total,
    Weighted,
    WhereZero,
    times,
    total,
)
from lstm_gui.graph.gates import X, activation, pre_activation
from lstm_gui.graph.kind import Kind
from lstm_gui.graph.parts import Block, Computed, Parameter
from lstm_gui.graph.states import MEMORY, NORMALISER, STABILISER

_QUERY = Block("q", "query", "x", meaning="query")
_KEY = Block("k", "key", "n", meaning="key")
_VALUE = Block("v", "value", "g", meaning="candidate")
_INPUT = Block("i", "shared input gate", "i", meaning="write all, exponential")
_FORGET = {
    "sigmoid": Block("f", "shared forget gate", "f", meaning="keep all"),
    "exponential": Block("f", "shared exponential forget gate", "f", meaning="keep all, exponential"),
}
_OUTPUT = Block("o", "output gate", "o", meaning="show")


def mlstm_graph(kind: Kind) -> CellGraph:
    """An mLSTM with one head, whose forget gate is σ or exp."""
    forget = _FORGET[kind.options["forget"]]
    blocks = (_QUERY, _KEY, _VALUE, _INPUT, forget, _OUTPUT)
    return CellGraph(
        kind=kind,
        title="mLSTM" if forget.meaning == "keep all" else "mLSTM with exponential forget gate",
        blocks=blocks,
        parameters=tuple(given for block in blocks for given in _weights(block)),
        states=(),
        inner=(MEMORY, replace(NORMALISER, positive=False), STABILISER),
        computed=(
            *_read_off_the_input(),
            *(pre_activation(block, _sum(block)) for block in (_INPUT, forget, _OUTPUT)),
            *_stabilised(exponential=forget.meaning != "keep all"),
            activation(_OUTPUT, "σ"),
            *_stored(),
            *_recalled(),
        ),
        equations=("i_prime", "f_prime", "q", "k", "v", "o", "m", "n", "h"),
        matrices=("C",),
        across="k",
        bounded=False,
    )


def _weights(block: Block) -> tuple[Parameter, ...]:
    """W and b: nothing reads the hidden state."""
    rows = "one" if block.name in "if" else "units"
    short = block.words.removesuffix(" gate")
    return (
        Parameter("W", block.name, "inputs", f"{block.words} input weight", rows),
        Parameter("b", block.name, "one", f"{short} bias", rows),
    )


def _sum(block: Block) -> Total:
    return total(Weighted(f"W_{block.name}", X), Given(f"b_{block.name}"))


def _read_off_the_input() -> tuple[Computed, ...]:
    scaled = Quotient(Weighted("W_k", X), RootOfWidth("C"))
    return (
        Computed("q", _sum(_QUERY), "x", "query"),
        Computed("k", total(scaled, Given("b_k")), "n", "key"),
        Computed("v", _sum(_VALUE), "g", "value"),
    )


def _stabilised(exponential: bool) -> tuple[Computed, ...]:
    """log f, m, i′ and f′: as of an sLSTM, but one number each."""
    z_i, z_f, m = Read("z_i"), Read("z_f"), Read("m")
    kept = total(Read("log_f"), Read("m_previous"))
    log_f = z_f if exponential else Applied("log σ", z_f)
    i, f = Applied("exp", total(z_i, Minus(m))), Applied("exp", total(*kept.terms, Minus(m)))
    return (
        Computed("log_f", log_f, "f", "logarithm of the forget gate", "log f", station=True),
        Computed("stored", Read("n_previous"), "n", "what is stored", station=True),
        Computed("m", WhereZero("stored", z_i, Larger(kept, z_i)), "m", "stabiliser"),
        Computed("i_prime", i, "i", "stabilised input gate", "i′"),
        Computed("f_prime", f, "f", "stabilised forget gate", "f′"),
    )


def _stored() -> tuple[Computed, ...]:
    """C, of which each number is kept and written by itself, and n, the same sum of the keys alone."""
    i, f, k = Read("i_prime"), Read("f_prime"), Read("k")
    kept, written = times(f, Read("C_previous")), times(i, Read("v"), k)
    return (
        Computed("C", total(kept, written), "c", "matrix memory"),
        Computed("n", total(times(f, Read("n_previous")), times(i, k)), "n", "normaliser"),
    )


def _recalled() -> tuple[Computed, ...]:
    """C q / max(abs(n q), exp(−m)), and h."""
    least = Applied("exp", Minus(Read("m")))
    recalled = Quotient(Weighted("C", Read("q")), Read("divisor"))
    return (
        Computed("n_q", Weighted("n", Read("q")), "n", "normaliser times query", "n q", station=True),
        Computed("divisor", Larger(Applied("abs", Read("n_q")), least), "n", "divisor", station=True),
        Computed("h_tilde", recalled, "c", "recalled value", "C q / …", station=True),
        Computed("h", times(Read("o"), Read("h_tilde")), "h", "hidden state"),
    )
