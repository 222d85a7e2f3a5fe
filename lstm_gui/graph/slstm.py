"""The sLSTM (Beck et al. 2024), its exponential gates stabilised by m as `nets/exponential_gates.py` says.

Where nothing is stored yet (n₋ = 0), m is z_i, whatever it was before.
"""

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.expression import (
    Applied,
    Expression,
    Larger,
    Minus,
    Quotient,
    Read,
    WhereZero,
    times,
    total,
)
from lstm_gui.graph.gates import activation, pre_activation, weighted_sum, weights
from lstm_gui.graph.kind import Kind
from lstm_gui.graph.parts import Block, Computed
from lstm_gui.graph.states import CELL, HIDDEN, NORMALISER, STABILISER

_INPUT = Block("i", "exponential input gate", "i", meaning="write, exponential")
_FORGET = {
    "sigmoid": Block("f", "forget gate", "f", meaning="keep"),
    "exponential": Block("f", "exponential forget gate", "f", meaning="keep, exponential"),
}
_CANDIDATE = Block("g", "candidate", "g", meaning="candidate")
_OUTPUT = Block("o", "output gate", "o", meaning="show")


def slstm_graph(kind: Kind) -> CellGraph:
    """An sLSTM whose forget gate is σ or exp."""
    forget = _FORGET[kind.options["forget"]]
    blocks = (_INPUT, forget, _CANDIDATE, _OUTPUT)
    return CellGraph(
        kind=kind,
        title="sLSTM" if forget.meaning == "keep" else "sLSTM with exponential forget gate",
        blocks=blocks,
        parameters=tuple(given for block in blocks for given in weights(block)),
        states=(HIDDEN, CELL, NORMALISER, STABILISER),
        computed=(
            *(pre_activation(block, weighted_sum(block.name)) for block in blocks),
            *_stabilised(exponential=forget.meaning != "keep"),
            activation(_CANDIDATE, "tanh"),
            activation(_OUTPUT, "σ"),
            *_stored(),
        ),
        equations=("i_prime", "f_prime", "g", "o", "m", "c", "n", "h"),
        bounded=False,  # c may start as far out as one likes, and n near nothing
    )


def _stabilised(exponential: bool) -> tuple[Computed, ...]:
    """log f, m, i′ and f′."""
    z_i, z_f, m = Read("z_i"), Read("z_f"), Read("m")
    kept = total(Read("log_f"), Read("m_previous"))
    log_f: Expression = z_f if exponential else Applied("log σ", z_f)
    i, f = Applied("exp", total(z_i, Minus(m))), Applied("exp", total(*kept.terms, Minus(m)))
    return (
        Computed("log_f", log_f, "f", "logarithm of the forget gate", "log f", station=True),
        Computed("m", WhereZero("n_previous", z_i, Larger(kept, z_i)), "m", "stabiliser"),
        Computed("i_prime", i, "i", "stabilised input gate", "i′"),
        Computed("f_prime", f, "f", "stabilised forget gate", "f′"),
    )


def _stored() -> tuple[Computed, ...]:
    """c, n, c / n and h."""
    f, i = Read("f_prime"), Read("i_prime")
    return (
        Computed("c", total(times(f, Read("c_previous")), times(i, Read("g"))), "c", "cell state"),
        Computed("n", total(times(f, Read("n_previous")), i), "n", "normaliser"),
        Computed(
            "h_tilde", Quotient(Read("c"), Read("n")), "c", "normalised cell state", "c / n", station=True
        ),
        Computed("h", times(Read("o"), Read("h_tilde")), "h", "hidden state"),
    )
