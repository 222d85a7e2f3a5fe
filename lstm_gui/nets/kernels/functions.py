"""Functions of vectors, number by number."""

import math
from typing import Any

from llvmlite import ir
from numba import types

from lstm_gui.nets.kernels.compiling import inlined, intrinsic
from lstm_gui.nets.kernels.rational import DENOMINATOR, NUMERATOR, SATURATED
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
    """x·P(x²)/Q(x²), and ±1 where that is more or x beyond SATURATED; see `rational`. A NaN stays one."""
    square = builder.fmul(x, x)
    over, under = (_polynomial(builder, square, terms) for terms in (NUMERATOR, DENOMINATOR))
    result = builder.fdiv(builder.fmul(x, over), under)
    for sign, beyond in ((1.0, ">"), (-1.0, "<")):
        one, saturated = _constant(x.type, sign), _constant(x.type, sign * SATURATED)
        for value, limit in ((result, one), (x, saturated)):
            result = builder.select(builder.fcmp_ordered(beyond, value, limit), one, result)
    return result


def _polynomial(builder: Any, x: Any, coefficients: tuple[float, ...]) -> Any:
    """a₀ + a₁x + a₂x² + …, from the inside (Horner's scheme)."""
    total = _constant(x.type, coefficients[-1])
    for coefficient in coefficients[-2::-1]:
        product = builder.fmul(total, x, flags=FUSED)
        total = builder.fadd(product, _constant(x.type, coefficient), flags=FUSED)
    return total


def _constant(form: Any, number: float) -> Any:
    return ir.Constant(form, [number] * form.count)
