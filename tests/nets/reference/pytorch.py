"""Runs a module of PyTorch, forward and back, and gives everything that went in and came out."""

import warnings
from typing import Any

import numpy as np
import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from tests.nets.reference.cases import Array, Case

MODULES = {"RNN_TANH": torch.nn.RNN, "RNN_RELU": torch.nn.RNN, "LSTM": torch.nn.LSTM, "GRU": torch.nn.GRU}


def run(case: Case, rng: np.random.Generator) -> dict[str, Array]:
    """Weights, x, states, the loss Σ d_output∘output + Σ d_final∘final, what came of it and its gradients.

    The gradient of an array is named d_ and the array; packed or not, sequences are (T, B, ·).
    """
    module = built(case)

    def drawn(*shape: int) -> torch.Tensor:
        return torch.from_numpy(rng.normal(size=shape).astype(case.dtype))

    def weights(*shape: int) -> torch.Tensor:  # somewhat below PyTorch's own: no rounding is made larger
        bound = 0.7 * case.hidden**-0.5
        return torch.from_numpy(rng.uniform(-bound, bound, size=shape).astype(case.dtype))

    leaves = {name: weights(*value.shape) for name, value in module.state_dict().items()}
    module.load_state_dict(leaves)
    leaves = dict(module.named_parameters())
    leaves["x"] = drawn(case.steps, case.batch, case.inputs).requires_grad_()
    cells = case.layers * (2 if case.bidirectional else 1)
    widths = {"h": case.proj_size or case.hidden, "c": case.hidden}
    for state in case.states:
        leaves[f"{state}_0"] = drawn(cells, case.batch, widths[state]).requires_grad_()
    results = forward(case, module, leaves["x"], *(leaves[f"{state}_0"] for state in case.states))
    slopes = {f"d_{name}": drawn(*result.shape) for name, result in results.items()}
    torch.autograd.backward(list(results.values()), list(slopes.values()))
    gradients = {f"d_{name}": leaf.grad for name, leaf in leaves.items()}
    found = {**leaves, **slopes, **results, **gradients}
    return {name: tensor.detach().numpy() for name, tensor in found.items()}


def built(case: Case) -> torch.nn.RNNBase:
    """The module of a case."""
    own: dict[str, Any] = {"proj_size": case.proj_size} if case.proj_size else {}
    if case.mode.startswith("RNN"):
        own["nonlinearity"] = case.mode.removeprefix("RNN_").lower()
    return MODULES[case.mode](
        case.inputs,
        case.hidden,
        case.layers,
        bias=case.bias,
        bidirectional=case.bidirectional,
        dtype=torch.float32 if case.single else torch.float64,
        **own,
    )


def forward(
    case: Case, module: torch.nn.RNNBase, x: torch.Tensor, *states: torch.Tensor
) -> dict[str, torch.Tensor]:
    """The output (T, B, ·) and the last states, by the names that PyTorch gives them."""
    sequence = x
    if case.lengths is not None:
        sequence = pack_padded_sequence(x, torch.tensor(case.lengths), enforce_sorted=False)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "LSTM with projections is not supported with oneDNN")
        output, last = module(sequence, states if len(states) > 1 else states[0])
    if case.lengths is not None:
        output, _ = pad_packed_sequence(output, total_length=case.steps)
    finals = last if len(states) > 1 else (last,)
    return {"output": output, **{f"{name}_n": final for name, final in zip(case.states, finals, strict=True)}}
