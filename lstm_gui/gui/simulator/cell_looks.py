"""What the views of the Cell tab show of a kind of cell: symbols, roles, curves and columns, as described."""

from dataclasses import dataclass
from functools import cache, cached_property

from PySide6.QtCore import QCoreApplication

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.kind import Kind


@dataclass(frozen=True, eq=False)
class CellLooks:
    """A cell as its views see it; only `looks_of` makes one, so that each kind has the same for ever."""

    graph: CellGraph

    @cached_property
    def rings(self) -> tuple[str, ...]:
        """What the cell reads at a step and a hand can take hold of."""
        return ("x", *(state.previous for state in self.graph.states))

    @cached_property
    def roles(self) -> dict[str, str]:
        """The palette role of every quantity."""
        return {name: self.graph.role(name) for name in self.graph.names}

    @cached_property
    def symbols(self) -> dict[str, tuple[str, str]]:
        """The letter and the subscript of every quantity."""
        return {name: self._symbol(name) for name in self.graph.names}

    @cached_property
    def curves(self) -> dict[str, tuple[str, ...]]:
        """The curves in each row of the timeline, in the order in which they are painted: the last on top."""
        graph = self.graph
        rows = {"gates": graph.gates, "states": graph.together, "scales": graph.apart}
        return {row: tuple(reversed(names)) for row, names in rows.items() if names}

    @cached_property
    def curve_of(self) -> dict[str, str]:
        """Every quantity -> the curve that it belongs to: f for b_f, z_f and f; c for c₋ and tanh c."""
        drawn = {"x", *self.graph.gates, *self.graph.signed}
        return {name: self._curve(name, drawn) for name in self.graph.names}

    @cached_property
    def operating(self) -> tuple[str, ...]:
        """The blocks whose operating points are shown: the gates first."""
        shown = [name for name in self.ordered_blocks if name in self.graph.gate_of]
        return tuple(sorted(shown, key=lambda name: self.graph.gate_of[name] not in self.graph.gates))

    @cached_property
    def ordered_blocks(self) -> tuple[str, ...]:
        """The blocks of weights in the order of reading."""
        blocks = [block.name for block in self.graph.blocks]
        gates = {gate: block for block, gate in self.graph.stabilised.items()}
        read = [gates.get(name, name) for name in self.graph.equations if gates.get(name, name) in blocks]
        return tuple(read if len(read) == len(blocks) else blocks)

    @cached_property
    def arrays(self) -> tuple[str, ...]:
        """The arrays that blocks have: W, U, b, and p of peepholes …"""
        return tuple(dict.fromkeys(given.array for given in self.graph.parameters))

    def fills_both_ways(self, name: str) -> bool:
        """Whether a box fills from its middle: what is neither a gate nor cut off below 0."""
        return name not in self.graph.gates and self.graph.squashed.get(name) != "ReLU"

    def purpose(self, applies: str, name: str) -> str:
        """What a box is for, in two words: "σ · keep"."""
        if applies == "1 −":
            return f"1 − {self.graph.made_of[name][0].name}"
        known = self.graph.block_of(name) and name != "h"  # of an RNN, which is what it carries
        meaning = self.graph.block(self.graph.block_of(name)).meaning if known else ""
        said = purposes().get(meaning.removesuffix(", exponential").removesuffix(" all"), "")
        return " · ".join(part for part in (applies, said) if part)

    def _symbol(self, name: str) -> tuple[str, str]:
        if name in self.graph.parameter:
            given = self.graph.parameter[name]
            return given.array, given.block
        if name.startswith("z_"):
            return "z", name.removeprefix("z_")
        return self.graph.symbol(name), "t−1" if name in self.graph.read_of else "t"

    def _curve(self, name: str, drawn: set[str]) -> str:
        owner = self.graph.block_of(name) or self.graph.read_of.get(name, name)
        for known in (owner, self.graph.role(name)):
            curve = self.graph.stabilised.get(known, known)
            if curve in drawn:
                return curve
        return "h"  # a matrix has no curve of its own, and is there for h


@cache
def looks_of(kind: Kind) -> CellLooks:
    """How cells of a kind are shown."""
    return CellLooks(graph_of(kind))


def purposes() -> dict[str, str]:
    """What the blocks of each meaning are for, in a word."""
    return {
        "keep": QCoreApplication.translate("DiagramView", "keep"),
        "write": QCoreApplication.translate("DiagramView", "write"),
        "candidate": QCoreApplication.translate("DiagramView", "what"),
        "show": QCoreApplication.translate("DiagramView", "show"),
        "reset": QCoreApplication.translate("DiagramView", "reset"),
        "key": QCoreApplication.translate("DiagramView", "where"),
        "query": QCoreApplication.translate("DiagramView", "ask"),
    }
