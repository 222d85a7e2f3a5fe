"""Weights that are hostile: headers that lie, tensors without end, numbers that are none, pickles."""

import json
import pickle
from collections.abc import Callable
from typing import Any

import numpy as np

from lstm_gui.formats.safetensors_writer import written_tensors
from lstm_gui.gui.training.files.opening import read
from lstm_gui.training.model_file import KEY
from lstm_gui.training.network import NetworkChoice, new_network
from tests.hostile.case import Case

LARGE = 15_000_000  # numbers: 60 MB


def _packed(header: Any, body: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + body


def _tensor(start: int, end: int, kind: str = "F32", width: int = 4) -> dict[str, Any]:
    return {"dtype": kind, "shape": [(end - start) // width], "data_offsets": [start, end]}


def _many(count: int) -> bytes:
    return _packed({f"t{n}": _tensor(4 * n, 4 * n + 4) for n in range(count)}, bytes(4 * count))


def _one(kind: str, width: int, last: bytes) -> bytes:
    """One tensor of 60 MB whose last number is another."""
    size = 4 * LARGE
    return _packed({"a": _tensor(0, size, kind, width)}, bytes(size - len(last)) + last)


def _overlapping() -> bytes:
    return _packed({f"t{n}": _tensor(0, 4 * LARGE) for n in range(1000)}, bytes(4 * LARGE))


def _says(**changed: Any) -> bytes:
    """A file that says to be ours, of a network that is not there."""
    return written_tensors({"a": np.ones(1)}, {KEY: _header(**changed)})


def _header(**changed: Any) -> str:
    header = {
        "format": 1,
        "made_by": "a",
        "seed": 0,
        "task": {"name": "adding", "options": {}, "data": None},
        "network": {"cell": {"family": "lstm", "options": {}}},
        "learning": {"optimiser": {"name": "Adam"}},
        "state": {"step": 1, "best": None, "waited": 0, "optimiser": "", "memory_steps": 0},
        "reads": {
            "inputs": 2, "outputs": 1, "answers": "numbers", "input_names": [], "output_names": [],
            "units": [],
        },
        "score": {
            "name": "a", "loss": 1, "value": 1, "solved": False,
            "baseline": {"name": "", "loss": 1, "test": 1},
        },
    }  # fmt: skip
    return json.dumps({**header, **changed})


def _layers(count: int) -> bytes:
    """A recurrent module of very many layers."""
    one = np.ones((4, 1), np.float32)
    parts = {f"{role}_l{n}": one for n in range(count) for role in ("weight_ih", "weight_hh")}
    return written_tensors(parts, {})


def _ours_with(arrays: dict[str, Any]) -> bytes:
    """Our header over other arrays."""
    return written_tensors(arrays, {KEY: _header()})


def _wide_arrays() -> bytes:
    """The arrays of a network, each of them as long as those of a far larger one."""
    choice = NetworkChoice(units=64)
    arrays = {name: np.ones((4096, 1), np.float32) for name in new_network(choice, 2, 1, 0).arrays}
    return written_tensors(arrays, {KEY: _header(network={**_CELL, "units": 64})})


def _learning(**changed: Any) -> dict[str, Any]:
    return {"optimiser": {"name": "Adam"}, **changed}


def _task(option: str, value: Any) -> dict[str, Any]:
    return {"name": "adding", "options": {option: value}, "data": None}


_RATE = {"name": "Adam", "rate": -1}
_CELL = {"cell": {"family": "lstm", "options": {}}}
_READS = {
    "inputs": 4096, "outputs": 4096, "answers": "numbers", "input_names": [], "output_names": [], "units": [],
}  # fmt: skip
_LARGEST = {
    "cell": {"family": "lstm", "options": {"variant": "FGR"}}, "units": 64, "layers": 4,
    "bidirectional": True, "initialiser": "orthogonal",
}  # fmt: skip


def _case(name: str, content: Callable[[], bytes], refused: str, file: str = "a.safetensors") -> Case:
    return Case(f"model: {name}", file, content, refused, read=read)


CASES: tuple[Case, ...] = (
    _case("200,000 tensors", lambda: _many(200_000), "longer than 1 MB"),
    _case("12,000 tensors", lambda: _many(12_000), "12000 tensors"),
    _case("a header of 2^63 bytes", lambda: (2**63).to_bytes(8, "little") + b"{}", "longer than 1 MB"),
    _case("a header of lists", lambda: _packed(b"{" + b"[" * 900_000), "nested more than"),
    _case("a header of one number", lambda: _packed(b'{"a":' + b"9" * 900_000 + b"}"), "digits"),
    _case("a header of commas", lambda: _packed(b"{" + b"," * 900_000 + b"}"), "this is not JSON"),
    _case("a header of text", lambda: _packed({"__metadata__": {"a": "x" * 900_000}}), "no recurrent layer"),
    _case("a file of 70 MB", lambda: bytes(70_000_000), "larger than 64 MB"),
    _case(
        "a shape of 10^60 numbers",
        lambda: _packed({"a": {**_tensor(0, 4), "shape": [10**7] * 8}}, bytes(4)),
        "are",
    ),
    _case("60 MB of nothing", lambda: _one("F32", 4, b""), "no recurrent layer"),
    _case("60 MB of half numbers", lambda: _one("F16", 2, b""), "no recurrent layer"),
    _case("60 MB of BF16 with an infinite end", lambda: _one("BF16", 2, b"\x80\x7f"), "not finite"),
    _case("60 MB with no number at the end", lambda: _one("F32", 4, b"\xff\xff\xff\xff"), "not finite"),
    _case("a thousand tensors in one place", _overlapping, "overlaps"),
    _case(
        "the largest network, which is not there", lambda: _says(network=_LARGEST, reads=_READS), "is missing"
    ),
    _case("ten million units", lambda: _says(network={**_LARGEST, "units": 10**7}), "wanted 1 to 64"),
    _case("64 units with arrays of 4096", _wide_arrays, "has shape"),
    _case("a format of tomorrow", lambda: _says(format=2), "another version"),
    _case("a format that is no number", lambda: _says(format=[[]]), "another version"),
    _case("more sequences than memory", lambda: _says(learning=_learning(batch=2**62)), "4096 at most"),
    _case("updates beyond all counting", lambda: _says(learning=_learning(steps=2**62)), "at most"),
    _case("a rate that is none", lambda: _says(learning=_learning(optimiser=_RATE)), "makes no sense"),
    _case("an option that is HTML", lambda: _says(task=_task("<script>alert(1)</script>", 1)), "unknown key"),
    _case("an option that is text", lambda: _says(task=_task("length", "a" * 100)), "makes no sense"),
    _case("a million signs", lambda: _says(reads={**_READS, "inputs": 10**6}), "1 to 4096"),
    _case(
        "5,000 names of signs",
        lambda: _says(reads={**_READS, "input_names": ["a"] * 5000}),
        "0 to 4096 names",
    ),
    _case(
        "a sign that turns the writing",
        lambda: _says(reads={**_READS, "input_names": ["\u202e"]}),
        "hidden character U+202E",
    ),
    _case(
        "a terminal's colours in who made it", lambda: _says(made_by="\x1b[31m"), "hidden character U+001B"
    ),
    _case("a name of 100,000 letters", lambda: _says(made_by="x" * 100_000), "at most 200"),
    _case("arrays of no size", lambda: _ours_with({"layer.W": np.zeros((0, 0))}), "is missing"),
    _case("an array of no axes", lambda: _ours_with({"layer.W": np.array(1.0)}), "is missing"),
    _case("500 layers", lambda: _layers(500), "wanted 1 to 4"),
    _case("what it says is deep", lambda: written_tensors({}, {KEY: "[" * 400_000}), "nested more than"),
    _case(
        "what it says is half a character", lambda: written_tensors({}, {KEY: '"\\ud800"'}), "lone surrogate"
    ),
    _case(
        "a task that is a path",
        lambda: _says(task={"name": "../../etc", "options": {}, "data": None}),
        "no task",
    ),
    _case("a pickle", lambda: pickle.dumps(print), "weights_only=True"),
    _case("a pickle by its name", lambda: b"{}", "weights_only=True", "a.pt"),
    _case("a pickle in a zip", lambda: b"PK\x03\x04" + bytes(100), "weights_only=True", "a.safetensors"),
    _case("ONNX with its numbers elsewhere", lambda: b"\x08\x08", "not read", "a.onnx"),
)
