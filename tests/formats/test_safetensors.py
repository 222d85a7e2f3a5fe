"""Arrays go out and come back to the bit, judged by the tool's own package; what is hostile is refused."""

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.numpy as judge
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.safetensors import (
    KINDS,
    MAX_BYTES,
    MAX_HEADER,
    MAX_MAGNITUDE,
    MAX_TENSORS,
    Tensors,
    read_tensors,
)
from lstm_gui.formats.safetensors_writer import written_tensors
from tests.refusals import is_one_sentence

names = st.text("abcWU_.019é", min_size=1, max_size=12)
numbers = st.floats(-MAX_MAGNITUDE, MAX_MAGNITUDE, width=32)
shapes = arrays_of.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4)
arrays = st.sampled_from((np.float32, np.float64)).flatmap(
    lambda dtype: arrays_of.arrays(dtype, shapes, elements=numbers)
)
texts = st.dictionaries(names, st.text('ab\n{}"é', max_size=20), max_size=3)


def packed(header: Any, body: bytes = b"") -> bytes:
    """A file with a header, as JSON text or as what is to be JSON."""
    text = (header if isinstance(header, str) else json.dumps(header)).encode()
    return len(text).to_bytes(8, "little") + text + body


def tensor(dtype: str = "F32", shape: Any = (1,), offsets: Any = (0, 4)) -> dict[str, Any]:
    """A tensor as a header has it."""
    return {"dtype": dtype, "shape": [*shape], "data_offsets": [*offsets]}


def read(path: Path, content: bytes) -> Tensors:
    """What is read of such a file."""
    path.write_bytes(content)
    return read_tensors(path)


@settings(max_examples=60, deadline=None)
@given(named=st.dictionaries(names, arrays, max_size=5), metadata=texts)
def test_arrays_and_texts_come_back_to_the_bit(
    tmp_path_factory: pytest.TempPathFactory, named: dict[str, Any], metadata: dict[str, str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "a.safetensors"
    content = written_tensors(named, metadata)
    back = read(path, content)
    assert dict(back.metadata) == metadata
    theirs = judge.load(content)
    for found in (back.arrays, theirs, read(path, judge.save(named, metadata or None)).arrays):
        assert found.keys() == named.keys()
        for name, array in named.items():
            assert found[name].dtype == array.dtype
            assert found[name].shape == array.shape
            assert found[name].tobytes() == array.tobytes()


def test_half_numbers_become_whole_ones(tmp_path: Path) -> None:
    wanted = np.array([0.0, -1.5, 1 / 3, 65504.0, 2.0**-20], np.float32)
    halves = wanted.astype(np.float16)
    back = read(tmp_path / "a.safetensors", judge.save({"a": halves}))
    np.testing.assert_array_equal(back.arrays["a"], halves.astype(np.float32))
    assert back.arrays["a"].dtype == np.float32
    rounded = (wanted.view(np.uint32) >> 16).astype("<u2")
    content = packed({"a": tensor("BF16", (5,), (0, 10))}, rounded.tobytes())
    back = read(tmp_path / "a.safetensors", content)
    np.testing.assert_array_equal(back.arrays["a"], (rounded.astype(np.uint32) << 16).view(np.float32))
    np.testing.assert_allclose(back.arrays["a"], wanted, rtol=2**-7)


def test_numbers_begin_where_their_width_divides(tmp_path: Path) -> None:
    content = written_tensors({"a": np.ones(3, np.float32), "b": np.ones(2)}, {"c": "d"})
    length = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + length])
    assert (8 + length) % 8 == 0
    assert header["b"]["data_offsets"] == [0, 16]
    assert header["a"]["data_offsets"] == [16, 28]
    assert not read(tmp_path / "a.safetensors", content).arrays["a"].flags.writeable


def test_other_numbers_are_not_written() -> None:
    with pytest.raises(ValueError, match=r"^a is int64; wanted float32 or float64$"):
        written_tensors({"a": np.arange(3)}, {})


FOUR = b"\0" * 4
REFUSED = {
    "empty": (b"", "is too short"),
    "seven bytes": (b"1234567", "is too short"),
    "a header of 2^60 bytes": ((2**60).to_bytes(8, "little") + b"{}", "longer than 1 MB"),
    "a header of 1 MB and a byte": (
        (MAX_HEADER + 1).to_bytes(8, "little") + b"{" + b" " * MAX_HEADER, "longer than 1 MB",
    ),
    "a header that is not there": ((100).to_bytes(8, "little") + b"{}", "ends within its header"),
    "a header of another kind": (packed("[]"), "does not begin with a brace"),
    "a header that is no JSON": (packed("{,}"), "this is not JSON"),
    "a header of no text": (packed("{}").replace(b"}", b"\xff"), "is not UTF-8"),
    "lists that are deep": (packed('{"a":' + "[" * 5000 + "}"), "nested more than"),
    "a key twice": (packed('{"a":{"dtype":"F32","dtype":"F32"}}'), "stands twice"),
    "a tensor twice": (packed('{"a":{},"a":{}}'), "stands twice"),
    "too many tensors": (packed({f"t{k}": tensor() for k in range(MAX_TENSORS + 1)}), "has 1001 tensors"),
    "a tensor that is a list": (packed({"a": []}), "should be an object"),
    "a tensor without a shape": (packed({"a": {"dtype": "F32", "data_offsets": [0, 4]}}), 'lacks "shape"'),
    "more than a tensor has": (packed({"a": {**tensor(), "b": 1}}), 'unknown key "b"'),
    "whole numbers": (packed({"a": tensor("I64", (1,), (0, 8))}, b"\0" * 8), "holds I64; only F64"),
    "a shape of less than nothing": (packed({"a": tensor(shape=(-1,))}, FOUR), "should be a whole number"),
    "a shape with a point": (packed({"a": tensor(shape=(1.0,))}, FOUR), "should be a whole number"),
    "a shape of nine axes": (packed({"a": tensor(shape=(1,) * 9)}, FOUR), "a list of 0 to 8"),
    "a shape as large as it goes": (
        packed({"a": tensor(shape=(MAX_BYTES,) * 8)}, FOUR), "of F32 are",
    ),
    "places the wrong way round": (packed({"a": tensor(offsets=(4, 0))}, FOUR), "has -4 bytes"),
    "a place beyond all": (packed({"a": tensor(offsets=(0, 2**62))}, FOUR), "should be a whole number"),
    "one place": (packed({"a": tensor(offsets=(4,))}, FOUR), "a list of 2 places"),
    "tensors that overlap": (packed({"a": tensor(), "b": tensor(offsets=(2, 6))}, b"\0" * 6), "overlaps"),
    "the same place twice": (packed({"a": tensor(), "b": tensor()}, FOUR), "overlaps"),
    "a gap": (packed({"a": tensor(), "b": tensor(offsets=(8, 12))}, b"\0" * 12), "leaves a gap"),
    "bytes that are no tensor's": (packed({"a": tensor()}, b"\0" * 5), "1 bytes that belong to no tensor"),
    "cut short": (packed({"a": tensor()}, b"\0" * 3), "should have 4 bytes after its header, but has 3"),
    "no number": (packed({"a": tensor()}, np.float32(math.nan).tobytes()), "not finite"),
    "an infinite number": (packed({"a": tensor()}, np.float32(-math.inf).tobytes()), "not finite"),
    "a large number": (packed({"a": tensor()}, np.float32(-2e6).tobytes()), "holds the number 2e+06"),
    "a name without letters": (packed({"": tensor()}, FOUR), "a name of 0 characters"),
    "a long name": (packed({"a" * 201: tensor()}, FOUR), "a name of 201 characters"),
    "a name that turns the writing": (packed({"a\u202eb": tensor()}, FOUR), "hidden character U+202E"),
    "a name with an escape": (packed({"\x1b[31m": tensor()}, FOUR), "hidden character U+001B"),
    "a name of two lines": (packed({"a\nb": tensor()}, FOUR), "hidden character U+000A"),
    "texts that are none": (packed({"__metadata__": {"a": 1}}), "should be a text"),
    "texts that hide": (packed({"__metadata__": {"a": "\u202e"}}), "hidden character U+202E"),
    "texts without end": (packed({"__metadata__": {str(k): "" for k in range(101)}}), "has 101 texts"),
    "a zip archive of PyTorch": (b"PK\x03\x04" + b"\0" * 60, "safetensors.torch.save_file"),
    "a pickle": (b"\x80\x02}q\x00." + b"\0" * 60, "safetensors.torch.save_file"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_hostile_is_refused_in_a_sentence(tmp_path: Path, case: str) -> None:
    content, words = REFUSED[case]
    with pytest.raises(FileRefused) as refusal:
        read(tmp_path / "a.safetensors", content)
    assert words in str(refusal.value)
    assert is_one_sentence(str(refusal.value))


@pytest.mark.parametrize("ending", ["pt", "pth", "bin", "pkl", "PT"])
def test_pickled_weights_are_refused_by_their_name_with_the_recipe(tmp_path: Path, ending: str) -> None:
    with pytest.raises(FileRefused, match=r"weights_only=True") as refusal:
        read_tensors(tmp_path / f"model.{ending}")  # it is not even opened
    assert is_one_sentence(str(refusal.value))


def test_a_file_that_shrinks_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lstm_gui.formats.safetensors._check_places", lambda *_: None)
    with pytest.raises(FileRefused, match="became shorter"):
        read(tmp_path / "a.safetensors", packed({"a": tensor()}, b"\0" * 3))


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(FileRefused, match="larger than 64 MB"):
        read_tensors(path)


def test_the_kinds_of_numbers_are_those_that_numpy_can_hold() -> None:
    assert [np.dtype(kind).itemsize for kind in KINDS.values()] == [8, 4, 2, 2]
