"""The description of one cell: what is given to it, what it carries, what it computes, and out of what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lstm_gui.graph.expression import Applied, Expression, Reached, Read, has_alternative, reached, with_parts
from lstm_gui.graph.kind import Kind
from lstm_gui.graph.parts import Block, Computed, Parameter
from lstm_gui.graph.states import STATES, State


@dataclass(frozen=True, eq=False)
class CellGraph:
    """A cell, described. Everything in it stands in an order that a person would expect."""

    kind: Kind
    title: str  # what a person calls the cell
    blocks: tuple[Block, ...]
    parameters: tuple[Parameter, ...]  # block by block, as nets stacks them
    states: tuple[State, ...]
    computed: tuple[Computed, ...]  # each after all that it is made of
    equations: tuple[str, ...]  # the quantities whose equations are shown, in the order of reading
    packed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # a state of nets that holds several
    inner: tuple[State, ...] = ()  # carried too, but nobody says where they start: at zero
    matrices: tuple[str, ...] = ()  # what is computed and has a row of numbers for each unit
    across: str = ""  # what the equation of such a number reads of the unit that its column belongs to
    bounded: bool = True  # whether every h that the cell computes lies within ±1, wherever it starts

    # Names

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every quantity: the input, what is read of each state, the parameters, what is computed."""
        read = (state.previous for state in (*self.states, *self.inner))
        given = (parameter.name for parameter in self.parameters)
        return ("x", *read, *given, *(one.name for one in self.computed))

    @cached_property
    def draggable(self) -> frozenset[str]:
        """The quantities that a person gives."""
        inner = {state.previous for state in self.inner}
        return frozenset(self.names) - {one.name for one in self.computed} - inner

    @cached_property
    def main(self) -> tuple[str, ...]:
        """What is one number a unit, without the way stations, in the order in which a step computes it."""
        return tuple(one.name for one in self.computed if not one.station and one.name not in self.matrices)

    @cached_property
    def parameter(self) -> dict[str, Parameter]:
        """The parameters by name."""
        return {parameter.name: parameter for parameter in self.parameters}

    @cached_property
    def place(self) -> dict[str, int]:
        """Which of `parameters` bears a name."""
        return {parameter.name: index for index, parameter in enumerate(self.parameters)}

    @cached_property
    def quantity(self) -> dict[str, Computed]:
        """What is computed, by name."""
        return {one.name: one for one in self.computed}

    @cached_property
    def squashed(self) -> dict[str, str]:
        """The blocks that one function of z alone is applied to -> that function."""
        found = {}
        for block in self._blocks:
            match self.quantity[block].made_of if block in self.quantity else None:
                case Applied(function, Read(name)) if name == f"z_{block}":
                    found[block] = function
        return found

    @cached_property
    def stabilised(self) -> dict[str, str]:
        """The blocks of exponential gates -> the quantity that stands for the gate: "i" -> "i_prime"."""
        return {name: f"{name}_prime" for name in self._blocks if f"{name}_prime" in self.quantity}

    @cached_property
    def gate_of(self) -> dict[str, str]:
        """The blocks that become a gate or a candidate -> that: "f" -> "f", of an sLSTM "f" -> "f_prime"."""
        return {name: name for name in self.squashed} | self.stabilised

    @cached_property
    def read_of(self) -> dict[str, str]:
        """What is read of a state -> the state: "h_previous" -> "h"."""
        return {state.previous: state.name for state in (*self.states, *self.inner)}

    @cached_property
    def carried(self) -> frozenset[str]:
        """What is computed and the next step reads."""
        return frozenset(state.name for state in (*self.states, *self.inner))

    @cached_property
    def memories(self) -> tuple[str, ...]:
        """The hidden state and, where there is one, the cell state: what share one axis through time."""
        return tuple(state.name for state in self.states if state.name in ("h", "c")) or ("h",)

    @cached_property
    def gates(self) -> tuple[str, ...]:
        """What lies within 0 … 1, in the order of reading: what σ gives, and shares made of gates."""
        return tuple(
            name
            for name in self.equations
            if self.squashed.get(name) == "σ"
            or not (name in self.carried or name in self._blocks or name == "h")
        )

    @cached_property
    def signed(self) -> tuple[str, ...]:
        """What is computed and may be negative, or large: the states, then the candidate."""
        others = [name for name in self.equations if name not in self.gates]
        return tuple(sorted(others, key=lambda name: name not in self.carried and name != "h"))

    @cached_property
    def apart(self) -> tuple[str, ...]:
        """Those of `signed` that have an axis of their own through time: normaliser and stabiliser."""
        own = {state.name for state in (*self.states, *self.inner) if state.apart}
        return tuple(name for name in self.signed if name in own)

    @cached_property
    def together(self) -> tuple[str, ...]:
        """Those of `signed` that share one axis: c, h, g …"""
        return tuple(name for name in self.signed if name not in self.apart)

    @cached_property
    def stations(self) -> frozenset[str]:
        """What stands only on the way to something: what is read of states, pre-activations, tanh c …"""
        return frozenset((*self.read_of, *(one.name for one in self.computed if one.station)))

    # What a person sees

    def block(self, name: str) -> Block:
        """The block of that name. Raises KeyError."""
        return self._blocks[name]

    def is_matrix(self, name: str) -> bool:
        """Whether a quantity has a row of numbers for each unit, as has what a step reads of it."""
        return name.removesuffix("_previous") in self.matrices

    def block_of(self, name: str) -> str:
        """The block that a parameter, a pre-activation, an activation or a gate belongs to, or ""."""
        if name in self.parameter:
            return self.parameter[name].block
        tail = name.removeprefix("z_").removesuffix("_prime")
        return tail if tail in self._blocks else ""

    def role(self, name: str) -> str:
        """The palette role that colours a quantity: x, f, i, g, o, c or h. KeyError for none."""
        if name in self.quantity:
            return self.quantity[name].role
        if name in self.read_of:
            return STATES[self.read_of[name]].role
        return "x" if name == "x" else self.block(self.parameter[name].block).role

    def words(self, name: str) -> str:
        """What a person calls a quantity: "forget bias", "previous cell state". Raises KeyError for none."""
        if name in self.quantity:
            return self.quantity[name].words
        if name in self.read_of:
            return f"previous {STATES[self.read_of[name]].words}"
        return "input" if name == "x" else self.parameter[name].words

    def symbol(self, name: str) -> str:
        """How a sentence writes a quantity: "f", "tanh c", "c" for what is read of it."""
        if name in self.quantity:
            return self.quantity[name].symbol or name
        return self.read_of.get(name, name)

    @cached_property
    def _blocks(self) -> dict[str, Block]:
        return {block.name: block for block in self.blocks}

    # Wiring

    @cached_property
    def made_of(self) -> dict[str, tuple[Reached, ...]]:
        """What each computed quantity is directly made of."""
        return {one.name: tuple(dict.fromkeys(reached(one.made_of))) for one in self.computed}

    @cached_property
    def feeds(self) -> dict[str, tuple[Reached, ...]]:
        """What each quantity and parameter is directly part of; `spread` where it reaches every unit."""
        found: dict[str, list[Reached]] = {name: [] for name in self.names}
        for name, made_of in self.made_of.items():
            for part in made_of:
                found[part.name].append(Reached(name, part.spread))
        return {name: tuple(fed) for name, fed in found.items()}

    @cached_property
    def written_out(self) -> dict[str, Expression]:
        """What each computed quantity is made of, every way station replaced by what that is made of."""
        found: dict[str, Expression] = {}
        for one in self.computed:  # a way station comes before what it feeds
            found[one.name] = _with_stations(one.made_of, found, self.stations)
        return found

    @cached_property
    def branching(self) -> frozenset[str]:
        """The quantities that are made of something else where a number is zero; see `settled`."""
        return frozenset(name for name, made_of in self.written_out.items() if has_alternative(made_of))


def _with_stations(
    expression: Expression, made_of: Mapping[str, Expression], stations: frozenset[str]
) -> Expression:
    match expression:
        case Read(name) if name in stations and name in made_of:
            return made_of[name]
    return with_parts(expression, lambda part: _with_stations(part, made_of, stations))
