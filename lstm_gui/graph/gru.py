"""The GRU (Cho et al. 2014), with the reset gate after or before the product, and either meaning of z."""

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.expression import Expression, Given, Read, Weighted, one_minus, times, total
from lstm_gui.graph.gates import H, X, activation, pre_activation, weighted_sum, weights
from lstm_gui.graph.kind import Kind
from lstm_gui.graph.parts import Block, Computed, Parameter
from lstm_gui.graph.states import HIDDEN

_RESET = Block("r", "reset gate", "o", meaning="reset")
_UPDATES = {
    "keeps": Block("z", "update gate", "f", meaning="keep", opposite="write"),
    "writes": Block("z", "update gate", "i", meaning="write", opposite="keep"),
}
_CANDIDATE = Block("n", "candidate", "g", meaning="candidate")
_INSIDE = Parameter("bu", "n", "one", "candidate recurrent bias")


def gru_graph(kind: Kind) -> CellGraph:
    """A GRU of one of the four forms."""
    after, keeps = kind.options["reset"] == "after", kind.options["z"] == "keeps"
    update = _UPDATES[kind.options["z"]]
    return CellGraph(
        kind=kind,
        title=f"GRU, reset {kind.options['reset']}, z {kind.options['z']}",
        blocks=(_RESET, update, _CANDIDATE),
        parameters=(*weights(_RESET), *weights(update), *weights(_CANDIDATE, *([_INSIDE] if after else []))),
        states=(HIDDEN,),
        computed=(
            pre_activation(_RESET, weighted_sum("r")),
            pre_activation(update, weighted_sum("z")),
            activation(_RESET, "σ"),
            activation(update, "σ"),
            *_candidate(after),
            Computed("h", _mixed(keeps), "h", "hidden state"),
        ),
        equations=("r", "z", "n", "h"),
        bounded=False,  # h stays as far out as it started while z keeps it
    )


def _candidate(after: bool) -> tuple[Computed, ...]:
    """What the reset gate lets through, the sum of it with the input, and its tanh."""
    r, through = Read("r"), Read("let_through")
    if after:
        made_of: Expression = total(Weighted("U_n", H), Given("bu_n"))
        z_n = total(Weighted("W_n", X), Given("b_n"), times(r, through))
        words = "recurrent part of the candidate"
    else:
        made_of, words = times(r, H), "hidden state that the reset gate lets through"
        z_n = total(Weighted("W_n", X), Weighted("U_n", through), Given("b_n"))
    let_through = Computed("let_through", made_of, "h", words, "U h" if after else "r h", station=True)
    return let_through, pre_activation(_CANDIDATE, z_n), activation(_CANDIDATE, "tanh")


def _mixed(keeps: bool) -> Expression:
    """(1 − z)∘n + z∘h₋, or with z and 1 − z changed round."""
    z, n = Read("z"), Read("n")
    if keeps:
        return total(times(one_minus(z), n), times(z, H))
    return total(times(z, n), times(one_minus(z), H))
