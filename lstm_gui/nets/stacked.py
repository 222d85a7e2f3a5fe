"""Layers on top of each other: each reads the outputs of the one below at every step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.composite import Composite, joined, prefixed
from lstm_gui.nets.layer import Gradients, Layer, State, Trace
from lstm_gui.nets.shapes import Lengths, check_sequence, check_shape


@dataclass(frozen=True, eq=False, kw_only=True)
class StackedTrace(Trace):
    """The runs of all layers, the lowest first."""

    x: FloatArray  # (T, B, I)
    lengths: Lengths | None  # (B,)
    initial: State
    layers: tuple[Trace, ...]

    @property
    def output(self) -> FloatArray:
        """The output of the highest layer (T, B, outputs)."""
        return self.layers[-1].output

    @property
    def final(self) -> State:
        """The states after the last step, layer by layer."""
        return joined(trace.final for trace in self.layers)

    @property
    def quantities(self) -> dict[str, FloatArray]:
        """`0.i`, `0.f` …, `1.i` …: every quantity of each layer."""
        return prefixed({str(k): trace.quantities for k, trace in enumerate(self.layers)})

    def part(self, start: int, stop: int) -> Self:
        """The steps at index start … stop − 1. Raises ValueError where a layer's run has no parts."""
        layers = tuple(trace.part(start, stop) for trace in self.layers)
        initial = joined(trace.initial for trace in layers)
        return replace(self, x=layers[0].x, lengths=layers[0].lengths, initial=initial, layers=layers)


@dataclass(frozen=True, eq=False)
class Stacked(Composite[StackedTrace]):
    """Any layers, the lowest first, named "0", "1", … Raises ValueError where two do not fit."""

    layers: tuple[Layer[Any], ...]

    def __post_init__(self) -> None:
        if not self.layers:
            raise ValueError("there is no layer to stack; wanted at least one")
        self.check_members()
        for k, (below, above) in enumerate(zip(self.layers, self.layers[1:], strict=False)):
            if above.inputs != below.outputs:
                raise ValueError(
                    f"layer {k + 1} reads {above.inputs} inputs; wanted {below.outputs}, as layer {k} gives"
                )

    @property
    def members(self) -> dict[str, Layer[Any]]:
        """The layers by their number, from 0."""
        return {str(k): layer for k, layer in enumerate(self.layers)}

    def with_members(self, members: Mapping[str, Layer[Any]]) -> Self:
        """See `Composite.with_members`."""
        return type(self)(tuple(members.values()))

    @property
    def inputs(self) -> int:
        """How many numbers the lowest layer reads at a step (I)."""
        return self.layers[0].inputs

    @property
    def outputs(self) -> int:
        """How many numbers the highest layer gives at a step."""
        return self.layers[-1].outputs

    def forward(
        self,
        x: FloatArray,
        state: State | FloatArray | None = None,
        lengths: Lengths | Sequence[int] | None = None,
    ) -> StackedTrace:
        """Run x (T, B, I) through all layers; see `Layer.forward`."""
        check_sequence(x, self.inputs, self.dtype)
        own = self.by_member(self.state_from(state, x.shape[1]))
        traces: list[Trace] = []
        for name, layer in self.members.items():
            traces.append(layer.forward(traces[-1].output if traces else x, own[name], lengths))
        lowest, initial = traces[0], joined(trace.initial for trace in traces)
        return StackedTrace(x=lowest.x, lengths=lowest.lengths, initial=initial, layers=tuple(traces))

    def backward(self, trace: StackedTrace, d_output: FloatArray, d_final: State | None = None) -> Gradients:
        """Exact gradients; see `Layer.backward`."""
        check_shape("d_output", d_output, (*trace.x.shape[:2], self.outputs))
        own = self.by_member(self.state_from(d_final, trace.x.shape[1], "d_{}_final"))
        found: dict[str, Gradients] = {}
        for (name, layer), run in zip(reversed(self.members.items()), reversed(trace.layers), strict=True):
            found[name] = layer.backward(run, d_output, own[name])
            d_output = found[name].x
        return self.together(found, d_output)
