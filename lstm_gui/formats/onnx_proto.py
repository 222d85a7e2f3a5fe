"""The messages of ONNX that a network is written with; the numbers of fields are those of onnx.proto3."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.formats.protobuf import content, single, whole

_FLOAT, _INT64 = 1, 7  # TensorProto.DataType
_OF_FLOAT, _OF_INT, _OF_STRING, _OF_FLOATS, _OF_INTS, _OF_STRINGS = (
    1,
    2,
    3,
    6,
    7,
    8,
)  # AttributeProto.AttributeType
Attribute = int | float | str | list[int] | list[float] | list[str]


def model(
    graph: bytes, *, ir: int, opset: int, producer: tuple[str, str], about: str, texts: Mapping[str, str]
) -> bytes:
    """ModelProto: a graph, what made it (name and version), what it is, and texts by name."""
    parts = [
        whole(1, ir),
        content(2, producer[0]),
        content(3, producer[1]),
        content(6, about),
        content(7, graph),
        content(8, content(1, "") + whole(2, opset)),
    ]
    parts += [content(14, content(1, name) + content(2, text)) for name, text in texts.items()]
    return b"".join(parts)


def graph(
    name: str,
    nodes: Iterable[bytes],
    tensors: Iterable[bytes],
    inputs: Iterable[bytes],
    outputs: Iterable[bytes],
) -> bytes:
    """GraphProto."""
    lists = ((1, nodes), (5, tensors), (11, inputs), (12, outputs))
    parts = [content(number, each) for number, several in lists for each in several]
    return b"".join([content(2, name), *parts])


def node(
    op_type: str, inputs: Iterable[str], outputs: Iterable[str], attributes: Mapping[str, Attribute]
) -> bytes:
    """NodeProto; an input without a name is one that is not given."""
    parts = [content(1, each) for each in inputs] + [content(2, each) for each in outputs]
    parts += [content(4, op_type)]
    return b"".join(parts + [content(5, _attribute(name, value)) for name, value in attributes.items()])


def tensor(name: str, array: NDArray[Any]) -> bytes:
    """TensorProto: whole numbers as int64, others as float32."""
    is_whole = np.issubdtype(array.dtype, np.integer)
    kind, dtype = (_INT64, "<i8") if is_whole else (_FLOAT, "<f4")
    dims = [whole(1, side) for side in array.shape]
    return b"".join([*dims, whole(2, kind), content(8, name), content(9, array.astype(dtype).tobytes())])


def value(name: str, sides: Iterable[int | str]) -> bytes:
    """ValueInfoProto of float32 numbers; a side is a length, or the name of one that may be any."""
    dims = (content(1, content(2, side) if isinstance(side, str) else whole(1, side)) for side in sides)
    shape = content(2, b"".join(dims))
    return content(1, name) + content(2, content(1, whole(1, _FLOAT) + shape))


def _attribute(name: str, given: Attribute) -> bytes:
    """AttributeProto."""
    if isinstance(given, list):
        own = b"".join(_item(each) for each in given)
        kind = (
            _OF_STRINGS
            if isinstance(given[0], str)
            else _OF_INTS
            if isinstance(given[0], int)
            else _OF_FLOATS
        )
    elif isinstance(given, str):
        own, kind = content(4, given), _OF_STRING
    elif isinstance(given, int):
        own, kind = whole(3, given), _OF_INT
    else:
        own, kind = single(2, given), _OF_FLOAT
    return content(1, name) + own + whole(20, kind)


def _item(given: float | str) -> bytes:
    """One of several values of an attribute, which stand one after another."""
    if isinstance(given, str):
        return content(9, given)
    return whole(8, given) if isinstance(given, int) else single(7, given)
