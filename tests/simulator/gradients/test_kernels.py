"""With the compiled kernels fetched, the tab of gradients shows what it shows without them."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from lstm_gui.graph.kind import KINDS as KINDS_THERE_ARE
from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.gradients import cells, kernels, resolve
from lstm_gui.simulator.gradients.frame import GradientCurves
from lstm_gui.simulator.gradients.settings import GradientSettings
from tests.simulator.gradients.scenes import drawn

pytest.importorskip("numba", reason="2026-11-23: numba is not made for this Python: no kernels")


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(kernels, "_fetched", set())
    yield
    _forget()


def _forget() -> None:
    """Runs are kept, whatever ran them."""
    cells.ran.cache_clear()
    resolve._cell.cache_clear()


def _curves(scene: Scene) -> GradientCurves:
    _forget()
    return resolve.resolve_gradients(scene, GradientSettings()).curves


def _both(scene: Scene) -> tuple[GradientCurves, GradientCurves]:
    """Without the kernels, and with them."""
    without = _curves(scene)
    assert kernels.fetch()
    return without, _curves(scene)


@pytest.mark.parametrize("kind", KINDS_THERE_ARE, ids=str)
def test_the_curves_are_the_same(kind: Kind) -> None:
    for without, there in zip(*(made.cells for made in _both(drawn(2, 1, 24, kind=kind))), strict=True):
        assert without.stop == there.stop
        for name, curve in without.states.items():
            np.testing.assert_allclose(curve, there.states[name], rtol=1e-3, atol=1e-6)


@pytest.mark.parametrize("name", [name for name in scene_names() if name.startswith("gradients-")])
def test_the_scenes_of_gradients_stop_where_they_stopped(name: str) -> None:
    without, there = _both(load(name))
    assert [cell.stop for cell in without.cells] == [cell.stop for cell in there.cells]
    assert without.axis == there.axis


def test_nothing_is_fetched_by_itself() -> None:
    _curves(replace(load("decay"), step=2))
    assert not any(kernels.are_fetched(family) for family in kernels.KINDS)


def test_fetched_kernels_are_what_runs() -> None:
    assert kernels.fetch()
    _forget()
    assert all(cells.ran(run).trace.kernel is not None for run in cells.runs_of(load("decay")))


def test_without_a_compiler_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lstm_gui.nets.kernels.choice._kind", lambda _family: None)
    assert not kernels.fetch()
