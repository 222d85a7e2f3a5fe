"""How compiled code reads and writes: numbers in memory, one after another, whatever the shape of an array.

`at` counts from where the numbers begin. Nothing checks that it is inside the array, and nothing keeps the
array alive: who made one in compiled code says `keep` once it is done with.
"""

from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils

from lstm_gui.nets.kernels.compiling import intrinsic
from lstm_gui.nets.kernels.vector import INDEX, Vector, everywhere, vector_of


@intrinsic
def numbers_of(_typing: Any, array: Any) -> Any:
    """Where the numbers of an array begin."""

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return context.make_array(array)(context, builder, arguments[0]).data

    return types.CPointer(array.dtype)(array), generate


@intrinsic
def beyond(_typing: Any, numbers: Any, _count: Any) -> Any:
    """Where the numbers after so many begin."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.gep(arguments[0], [arguments[1]])

    return numbers(numbers, types.intp), generate


@intrinsic
def keep(_typing: Any, array: Any) -> Any:
    """Does nothing, and so keeps an array alive up to here."""

    def generate(context: Any, _builder: Any, _signature: Any, _arguments: Any) -> Any:
        return context.get_dummy_value()

    return types.none(array), generate


@intrinsic
def lanes(_typing: Any, numbers: Any, width: Any) -> Any:
    """How many of these numbers a vector of a width holds."""
    count = vector_of(numbers, width).lanes

    def generate(context: Any, _builder: Any, _signature: Any, _arguments: Any) -> Any:
        return context.get_constant(types.intp, count)

    return types.intp(numbers, width), generate


@intrinsic
def load(_typing: Any, numbers: Any, _at: Any, width: Any) -> Any:
    """The vector of a width that begins at `at`."""
    vector = vector_of(numbers, width)

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        place = _place(context, builder, arguments, vector)
        return builder.load(place, align=numbers.dtype.bitwidth // 8)

    return vector(numbers, types.intp, width), generate


@intrinsic
def store(_typing: Any, numbers: Any, _at: Any, vector: Any) -> Any:
    """Write a vector so that it begins at `at`."""

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        place = _place(context, builder, arguments, vector)
        builder.store(arguments[2], place, align=numbers.dtype.bitwidth // 8)
        return context.get_dummy_value()

    return types.none(numbers, types.intp, vector), generate


@intrinsic
def take(_typing: Any, numbers: Any, _at: Any) -> Any:
    """The number at `at`."""

    def generate(_context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.load(builder.gep(arguments[0], [arguments[1]]))

    return numbers.dtype(numbers, types.intp), generate


@intrinsic
def put(_typing: Any, numbers: Any, _at: Any, _number: Any) -> Any:
    """Write a number at `at`."""

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        builder.store(arguments[2], builder.gep(arguments[0], [arguments[1]]))
        return context.get_dummy_value()

    return types.none(numbers, types.intp, numbers.dtype), generate


@intrinsic
def filled(_typing: Any, numbers: Any, number: Any, width: Any) -> Any:
    """A vector of a width, of the precision of `numbers`, with one number everywhere."""
    vector = vector_of(numbers, width)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return everywhere(context, builder, arguments[1], signature.args[1], vector)

    return vector(numbers, number, width), generate


@intrinsic
def will_read(_typing: Any, numbers: Any, _at: Any) -> Any:
    """Have what stands at `at` brought near by the time it is read. `at` may lie outside the array."""
    return types.none(numbers, types.intp), _bring(to_write=False)


@intrinsic
def will_write(_typing: Any, numbers: Any, _at: Any) -> Any:
    """Have room near for what will be written at `at`. `at` may lie outside the array."""
    return types.none(numbers, types.intp), _bring(to_write=True)


def _bring(to_write: bool) -> Any:
    """A prefetch into the second cache."""

    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        place = builder.bitcast(builder.gep(arguments[0], [arguments[1]]), ir.IntType(8).as_pointer())
        kind = ir.FunctionType(ir.VoidType(), [place.type, INDEX, INDEX, INDEX])
        prefetch = cgutils.get_or_insert_function(builder.module, kind, "llvm.prefetch.p0")
        builder.call(prefetch, [place, INDEX(int(to_write)), INDEX(2), INDEX(1)])
        return context.get_dummy_value()

    return generate


def _place(context: Any, builder: Any, arguments: Any, vector: Vector) -> Any:
    """Where a vector stands."""
    place = builder.gep(arguments[0], [arguments[1]])
    return builder.bitcast(place, context.get_value_type(vector).as_pointer())
