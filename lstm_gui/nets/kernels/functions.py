"""Functions of vectors, number by number."""

import math
from typing import Any

from llvmlite import ir
from numba import types

from lstm_gui.nets.kernels.compiling import inlined, intrinsic
from lstm_gui.nets.kernels.rational import BOUND, DENOMINATOR, NUMERATOR
from lstm_gui.nets.kernels.vector import FUSED, INDEX


@inlined
def sigmoid(vector: Any) -> Any:
    """σ(x) = ½ tanh(x/2) + ½."""
    return 0.5 * tanh(0.5 * vector) + 0.5


@intrinsic
def tanh(_typing: Any, vector: Any) -> Any:
    """tanh: in float32 the quotient of `rational`, in float64 the C library's."""

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        if vector.number == types.float32:
            return _quotient(builder, arguments[0])
        exact = context.get_function(math.tanh, vector.number(vector.number))
        result = arguments[0]
        for lane in range(vector.lanes):
            number = builder.extract_element(arguments[0], INDEX(lane))
            result = builder.insert_element(result, exact(builder, [number]), INDEX(lane))
        return result

    return vector(vector), generate


@intrinsic
def relu(_typing: Any, vector: Any) -> Any:
    """max(x, 0); a NaN stays one."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        zero = _constant(arguments[0].type, 0.0)
        return builder.select(builder.fcmp_ordered("<", arguments[0], zero), zero, arguments[0])

    return vector(vector), generate


@intrinsic
def where_positive(_typing: Any, sign: Any, vector: Any) -> Any:
    """The numbers of `vector` where those of `sign` are above 0, elsewhere 0."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        zero = _constant(arguments[0].type, 0.0)
        return builder.select(builder.fcmp_ordered(">", arguments[0], zero), arguments[1], zero)

    return vector(sign, vector), generate


@intrinsic
def sum_of(_typing: Any, vector: Any) -> Any:
    """The sum of a vector's numbers: its halves added to each other, and so on down to one."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        rest, count = arguments[0], vector.lanes
        while count > 1:
            count //= 2
            low = ir.Constant(ir.VectorType(INDEX, count), list(range(count)))
            high = ir.Constant(ir.VectorType(INDEX, count), list(range(count, 2 * count)))
            rest = builder.fadd(*(builder.shuffle_vector(rest, rest, half) for half in (low, high)))
        return builder.extract_element(rest, INDEX(0))

    return vector.number(vector), generate


def _quotient(builder: Any, x: Any) -> Any:
    """x·P(x²)/Q(x²), x bounded before and the quotient after; see `rational`. A NaN stays one."""
    x = _bounded(builder, x, BOUND)
    square = builder.fmul(x, x)
    over, under = (_polynomial(builder, square, terms) for terms in (NUMERATOR, DENOMINATOR))
    return _bounded(builder, builder.fdiv(builder.fmul(x, over), under), 1.0)


def _bounded(builder: Any, x: Any, bound: float) -> Any:
    """The nearest number from −bound to bound."""
    for comparison, limit in ((">", _constant(x.type, bound)), ("<", _constant(x.type, -bound))):
        x = builder.select(builder.fcmp_ordered(comparison, x, limit), limit, x)
    return x


def _polynomial(builder: Any, x: Any, coefficients: tuple[float, ...]) -> Any:
    """a₀ + a₁x + a₂x² + …, by pairs and pairs of pairs, so that few wait for each other (Estrin's scheme)."""
    terms = [_constant(x.type, coefficient) for coefficient in coefficients]
    while len(terms) > 1:
        pairs = zip(terms[::2], terms[1::2], strict=False)
        odd = terms[-1:] if len(terms) % 2 else []
        terms = [_fused(builder, high, x, low) for low, high in pairs] + odd
        x = builder.fmul(x, x)
    return terms[0]


def _fused(builder: Any, left: Any, right: Any, addend: Any) -> Any:
    """left · right + addend, rounded once where the processor can."""
    return builder.fadd(builder.fmul(left, right, flags=FUSED), addend, flags=FUSED)


def _constant(form: Any, number: float) -> Any:
    return ir.Constant(form, [number] * form.count)
