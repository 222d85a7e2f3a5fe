"""The LSTM and its variants: what each takes from, or adds to, the equations

    z = W x + U h₋ + b     i, f, o = σ(z)     g = tanh(z_g)     c = f∘c₋ + i∘g     h = o∘tanh c

(Hochreiter & Schmidhuber 1997; Gers, Schmidhuber & Cummins 2000; Gers & Schmidhuber 2000; Greff et al. 2015).
"""

from dataclasses import dataclass

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.expression import Applied, Expression, Given, Read, Weighted, one_minus, times, total
from lstm_gui.graph.gates import activation, pre_activation, weighted_sum, weights
from lstm_gui.graph.kind import Kind
from lstm_gui.graph.parts import Block, Computed, Parameter
from lstm_gui.graph.states import CELL, GATE_STATES, HIDDEN

_BLOCKS = (
    Block("i", "input gate", "i", meaning="write"),
    Block("f", "forget gate", "f", meaning="keep"),
    Block("g", "candidate", "g", meaning="candidate"),
    Block("o", "output gate", "o", meaning="show"),
)
_COUPLED_INPUT = Block("i", "input gate", "i", meaning="write", opposite="keep")
_ORDER = ("f", "i", "g", "o", "c", "h")


@dataclass(frozen=True, slots=True)
class Form:
    """What is different in a variant; each is the LSTM's own where not said."""

    title: str
    gates: str = "ifo"  # those that have weights; another is 1, or 1 − i where coupled
    peepholes: bool = True
    recurrence: bool = False  # gates also read the gates of the step before
    coupled: bool = False  # f = 1 − i
    candidate: str = "tanh"
    cell: str = "tanh"


_FORMS = {
    "standard": Form("LSTM", peepholes=False),
    "1997": Form("LSTM of 1997", gates="io", peepholes=False),
    "peephole": Form("Peephole LSTM"),
    "NIG": Form("LSTM without input gate", gates="fo"),
    "NFG": Form("LSTM without forget gate", gates="io"),
    "NOG": Form("LSTM without output gate", gates="if"),
    "NIAF": Form("LSTM without input activation", candidate=""),
    "NOAF": Form("LSTM without output activation", cell=""),
    "CIFG": Form("LSTM with coupled gates", gates="io", coupled=True),
    "NP": Form("LSTM without peepholes", peepholes=False),
    "FGR": Form("LSTM with full gate recurrence", recurrence=True),
}


def lstm_graph(kind: Kind) -> CellGraph:
    """An LSTM of one of the variants."""
    form = _FORMS[kind.options["variant"]]
    blocks = _blocks(form)
    computed = _computed(form, blocks)
    names = {one.name for one in computed}
    return CellGraph(
        kind=kind,
        title=form.title,
        blocks=blocks,
        parameters=tuple(given for block in blocks for given in weights(block, *_more(form, block))),
        states=(HIDDEN, CELL, *(GATE_STATES[gate] for gate in form.gates if form.recurrence)),
        computed=computed,
        equations=tuple(name for name in _order(form) if name in names),
        packed={"a": tuple(form.gates)} if form.recurrence else {},
        bounded=bool(form.cell),
    )


def _order(form: Form) -> tuple[str, ...]:
    return ("i", "f", *_ORDER[2:]) if form.coupled else _ORDER


def _blocks(form: Form) -> tuple[Block, ...]:
    kept = [block for block in _BLOCKS if block.name in form.gates or block.name == "g"]
    return tuple(_COUPLED_INPUT if form.coupled and block.name == "i" else block for block in kept)


def _more(form: Form, block: Block) -> tuple[Parameter, ...]:
    """The peephole of a gate, and its weights of the gates of the step before."""
    if block.name == "g":
        return ()
    peephole = Parameter("p", block.name, "one", f"{block.words} peephole weight")
    read = [
        Parameter(f"G{gate}", block.name, "units", f"{block.words} weight of the {GATE_STATES[gate].words}")
        for gate in form.gates
    ]
    return (*([peephole] if form.peepholes else []), *(read if form.recurrence else []))


def _sum(form: Form, gate: str) -> Expression:
    """The pre-activation of a block."""
    more: list[Expression] = []
    if gate != "g" and form.peepholes:
        more.append(times(Given(f"p_{gate}"), Read("c" if gate == "o" else "c_previous")))
    if gate != "g" and form.recurrence:
        more += [Weighted(f"G{other}_{gate}", Read(f"{other}_previous")) for other in form.gates]
    return weighted_sum(gate, *more)


def _computed(form: Form, blocks: tuple[Block, ...]) -> tuple[Computed, ...]:
    """Every quantity in order: the output gate waits for c where it peeps at it."""
    late = [block for block in blocks if block.name == "o" and form.peepholes]
    early = [block for block in blocks if block not in late]
    squashed = [*_activations(form, early)]
    if form.coupled:
        squashed.insert(1, Computed("f", one_minus(Read("i")), "f", "forget gate"))
    return (
        *(pre_activation(block, _sum(form, block.name)) for block in early),
        *squashed,
        Computed("c", _cell(form), "c", "cell state"),
        *(pre_activation(block, _sum(form, block.name)) for block in late),
        *_activations(form, late),
        *_shown(form),
    )


def _activations(form: Form, blocks: list[Block]) -> list[Computed]:
    return [activation(block, form.candidate if block.name == "g" else "σ") for block in blocks]


def _cell(form: Form) -> Expression:
    """f∘c₋ + i∘g, without the gates that the variant lacks."""
    old, new = Read("c_previous"), Read("g")
    keeps, writes = "f" in form.gates or form.coupled, "i" in form.gates
    return total(
        times(Read("f"), old) if keeps else old,
        times(Read("i"), new) if writes else new,
    )


def _shown(form: Form) -> list[Computed]:
    """tanh c where there is one, and h."""
    inner = Read("tanh_c" if form.cell else "c")
    h = times(Read("o"), inner) if "o" in form.gates else inner
    hidden = Computed("h", h, "h", "hidden state")
    if not form.cell:
        return [hidden]
    made_of = Applied(form.cell, Read("c"))
    return [Computed("tanh_c", made_of, "c", "squashed cell state", "tanh c", station=True), hidden]
