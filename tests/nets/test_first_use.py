"""Whether a layer has to be compiled first is known before it is."""

import numpy as np
import pytest

from lstm_gui.graph.kind import Kind
from lstm_gui.graph.made import zero_layer
from lstm_gui.nets import first_use
from lstm_gui.nets.first_use import compiles_first
from lstm_gui.nets.stacked import Stacked


def test_what_has_run_here_needs_no_compiler() -> None:
    layer = zero_layer(Kind.of("lstm"), 2, 3, np.float32)
    trace = layer.forward(np.zeros((20, 2, 2), np.float32))
    layer.backward(trace, np.zeros_like(trace.output))
    assert not compiles_first(layer)
    assert not compiles_first(Stacked((layer, zero_layer(Kind.of("lstm"), 3, 3, np.float32))))


def test_readable_steps_need_none() -> None:
    assert not compiles_first(zero_layer(Kind.of("slstm"), 2, 3, np.float32))


def test_neither_in_memory_nor_on_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Passes:
        signatures = ()

        class _cache:
            class _cache_file:
                _load_index = dict

    layer = zero_layer(Kind.of("lstm"), 2, 3, np.float32)
    monkeypatch.setattr(first_use, "_passes", lambda _: (Passes,))
    assert compiles_first(layer)
