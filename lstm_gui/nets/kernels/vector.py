"""Vectors for compiled code: some numbers side by side, which the processor works on together.

+ − × ÷ work on them as on numbers, and between a vector and a number. A plain loop leaves it to the compiler
to guess what may be done together; a vector says so, says which numbers stay in registers, and needs no
proof that arrays do not overlap.
"""

import operator
from collections.abc import Callable
from typing import Any

from llvmlite import ir
from llvmlite.binding import get_host_cpu_features
from numba import types
from numba.core.errors import RequireLiteralValue
from numba.extending import lower_builtin, models, register_model, type_callable

# In bytes. Four of the widest are the tile of a product: half of 32 registers of 64 bytes (AVX-512), of 16
# registers of 32 bytes (AVX2), or of 32 of 16 bytes (NEON).
WIDE = 256 if get_host_cpu_features().get("avx512f") else 64
WIDTHS = {"wide": WIDE, "half": WIDE // 2, "vector": 64, "quarter": 16, "one": 1}
FUSED = ("contract",)  # a product and a sum may become one instruction, rounded once
INDEX = ir.IntType(32)

Numbers = Any
"""Where some numbers begin, in compiled code."""


class Vector(types.Type):  # type: ignore[misc]
    """So many numbers of one precision."""

    def __init__(self, number: types.Float, lanes: int) -> None:
        self.number, self.lanes = number, lanes
        super().__init__(name=f"Vector({number} x {lanes})")


@register_model(Vector)
class _VectorModel(models.PrimitiveModel):  # type: ignore[misc]
    """A vector is LLVM's own."""

    def __init__(self, manager: Any, kind: Vector) -> None:
        number = ir.FloatType() if kind.number == types.float32 else ir.DoubleType()
        super().__init__(manager, kind, ir.VectorType(number, kind.lanes))


def vector_of(numbers: types.CPointer, width: types.StringLiteral) -> Vector:
    """The vector of a width, one of WIDTHS, in the precision of some numbers; it has one lane at least."""
    if not isinstance(width, types.StringLiteral):
        raise RequireLiteralValue("the width of a vector is known when it is compiled")
    return Vector(numbers.dtype, max(1, WIDTHS[width.literal_value] * 8 // numbers.dtype.bitwidth))


def everywhere(context: Any, builder: Any, number: Any, kind: Any, vector: Vector) -> Any:
    """A number, of whatever kind, in every lane."""
    number = context.cast(builder, number, types.unliteral(kind), vector.number)
    nothing = ir.Constant(context.get_value_type(vector), ir.Undefined)
    first = builder.insert_element(nothing, number, INDEX(0))
    return builder.shuffle_vector(first, nothing, ir.Constant(ir.VectorType(INDEX, vector.lanes), None))


def _teach(operation: Callable[..., Any], instruction: str) -> None:
    """Teach the compiler one operator on two vectors, and on a vector and a number."""

    def kind(_context: Any) -> Callable[[Any, Any], Any]:
        def of(left: Any, right: Any) -> Any:
            vectors = [side for side in (left, right) if isinstance(side, Vector)]
            fits = all(isinstance(side, Vector | types.Number) for side in (left, right))
            return vectors[0] if vectors and fits else None

        return of

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        result = signature.return_type
        sides = [
            side if isinstance(kind, Vector) else everywhere(context, builder, side, kind, result)
            for side, kind in zip(arguments, signature.args, strict=True)
        ]
        return getattr(builder, instruction)(*sides, flags=FUSED)

    type_callable(operation)(kind)
    for sides in ((Vector, Vector), (Vector, types.Number), (types.Number, Vector)):
        lower_builtin(operation, *sides)(generate)


_teach(operator.add, "fadd")
_teach(operator.sub, "fsub")
_teach(operator.mul, "fmul")
_teach(operator.truediv, "fdiv")
