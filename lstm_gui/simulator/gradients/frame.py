"""What is shown of gradients for one state, cut into parts that are compared with ==."""

from dataclasses import dataclass

from lstm_gui.simulator.gradients.settings import GradientSettings

Curve = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a gradient went beyond float32: the first number, on the way back, that is not finite."""

    step: int
    quantity: str  # "h" or "c"


@dataclass(frozen=True, slots=True)
class Reach:
    """How far back the gradient of one cell reaches, by its `carrier`: c where there is one, else h."""

    carrier: str
    factor: float  # what one step back multiplies it by, on average
    depth: int | None  # how many steps back it first falls under a hundredth; None where it never does
    left: float  # the share of it that arrives at the earliest step it goes back to
    back: int  # how many steps back that is


@dataclass(frozen=True, slots=True)
class CellGradients:
    """The gradients of one cell. Curves have one number for each step 1 … t."""

    kind: str  # "rnn", "lstm" or "gru"
    states: dict[str, Curve]  # "h" and, where there is one, "c": the norm of ∂L/∂ of it, after clipping
    jacobian: tuple[tuple[int, float], ...]  # (step, norm of the whole Jacobian from there to t)
    direct: Curve | None  # the product of the factors by which steps keep the old; None for an RNN
    stop: Stop | None
    reach: Reach
    keep: float  # what the gate that keeps passes on at a step, on average; 0 for a cell without
    weights: float  # the norm of the gradient of all weights, before clipping
    clipped: float  # what clipping multiplies all of it by; 1 where it does nothing


@dataclass(frozen=True, slots=True)
class GradientCurves:
    """The curves of the cells, and the axes they share."""

    step: int  # t, where the loss stands
    steps: int
    start: int  # the earliest step that truncation leaves a gradient; 1 for all
    axis: tuple[int, int]  # that of the gradients, from 10^low to 10^high
    path_axis: tuple[int, int]  # likewise that of the Jacobian and the direct path
    cells: tuple[CellGradients, ...]
    loss: str
    recurrent: float  # the norm of the candidate's recurrent weights
    units: int
    by_hand: bool  # whether the scene has states put in by hand, which do not count here
    of_two: bool = False  # whether a second cell reads from the end, of which nothing is shown


@dataclass(frozen=True, slots=True)
class GradientDials:
    """The numbers that can be moved."""

    settings: GradientSettings
    forget_bias: float
    can_forget: bool  # whether the scene's cell has a gate that keeps
    recurrent: float
    steps: int


@dataclass(frozen=True, slots=True)
class GradientFrame:
    """All of it."""

    curves: GradientCurves
    dials: GradientDials
