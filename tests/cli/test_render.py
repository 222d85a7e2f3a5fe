"""Pictures are made without a window, and nothing else is."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from struct import unpack

import pytest
from PIL import Image

from lstm_gui import system_libraries
from lstm_gui.lessons import catalogue
from lstm_gui.lessons.scene import Cell, GateWeights, lstm_cell
from lstm_gui.lessons.scene_file import scene_to_json
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.store.collection import Collection
from lstm_gui.system_libraries import Library
from tests.cli.conftest import Run

PROGRAM = [sys.executable, "-m", "lstm_gui.cli.main"]


def size_of_png(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = unpack(">II", head[16:])
    return width, height


def render(tmp_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: the application with its fonts is made from nothing."""
    line = [*PROGRAM, "--data-dir", str(tmp_path / "lab"), "render", *words]
    return subprocess.run(line, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("ending", "beginning"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF-1.")]
)
def test_a_scene_becomes_a_picture_of_each_kind(tmp_path: Path, ending: str, beginning: bytes) -> None:
    out = tmp_path / f"out.{ending}"
    done = render(tmp_path, "forget", "-o", str(out), "--size", "801x500", "--theme", "dark")
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes().startswith(beginning)
    if ending == "png":
        assert size_of_png(out) == (801, 500)


def test_the_steps_of_a_scene_become_an_animation(tmp_path: Path) -> None:
    out = tmp_path / "out.gif"
    done = render(tmp_path, "forget", "-o", str(out), "--size", "601x400", "--speed", "4")
    assert (done.returncode, done.stderr) == (0, "")
    with Image.open(out) as image:
        assert image.size == (601, 400)
        assert image.n_frames == catalogue.load("forget").steps  # type: ignore[attr-defined]


def test_without_ffmpeg_there_is_no_mp4(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    refused = run("render", "forget", "-o", tmp_path / "out.mp4", "--size", "480x300")
    assert refused.code == 1
    assert "There is no ffmpeg on the PATH" in refused.err
    assert not list(tmp_path.glob("*.mp4"))


def test_an_animation_into_a_folder_that_is_not_there_is_refused_at_once(run: Run, tmp_path: Path) -> None:
    refused = run("render", "forget", "-o", tmp_path / "nowhere" / "out.gif")
    assert refused.code == 1
    assert "could not be written" in refused.err


def test_the_window_becomes_a_picture_and_the_folder_stays_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "window.png"
    done = render(tmp_path, "--window", "-o", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert size_of_png(out) == (1440, 900)
    assert not (tmp_path / "lab" / "settings.json").exists()
    with Collection.open(tmp_path / "lab") as collection:
        assert collection.last_review() is None


def test_the_window_of_a_collection_in_use_is_refused(run: Run, tmp_path: Path) -> None:
    with Collection.open(tmp_path / "lab"):
        refused = run("render", "--window", "-o", tmp_path / "out.png")
    assert refused.code == 1
    assert "already open" in refused.err
    assert not (tmp_path / "out.png").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["-o", "out.png"],
        ["remember", "--window", "-o", "out.png"],
        ["remember"],
        ["remember", "-o", "out.avi"],
        ["remember", "-o", "out.gif", "--speed", "fast"],
        ["remember", "-o", "out.gif", "--speed", "0"],
        ["remember", "-o", "out.gif", "--speed", "nan"],
        ["remember", "-o", "out.png", "--size", "big"],
        ["remember", "-o", "out.png", "--size", "0x10"],
        ["remember", "-o", "out.png", "--size", "5x5"],
        ["remember", "-o", "out.png", "--size", "479x900"],
        ["remember", "-o", "out.png", "--size", "480x299"],
        ["remember", "-o", "out.png", "--size", "99999x10"],
        ["remember", "-o", "out.png", "--theme", "pink"],
    ],
)
def test_a_wrong_command_line_leaves_with_2(run: Run, words: list[str]) -> None:
    assert run("render", *words).code == 2


def test_a_cell_of_several_units_is_drawn(run: Run, tmp_path: Path) -> None:
    scene = catalogue.load("forget")
    wide = replace(scene, cell=two_units(scene.cell), initial=((0.0, 0.0),) * 2)
    path = tmp_path / "two.json"
    path.write_text(scene_to_json(wide), encoding="utf-8")
    assert run("trace", path).code == 0
    assert render(tmp_path, str(path), "-o", str(tmp_path / "out.png")).returncode == 0
    assert size_of_png(tmp_path / "out.png") == (1440, 900)


def two_units(cell: Cell) -> Cell:
    """The same weights for two units that know nothing of each other."""

    def twice(gate: GateWeights) -> GateWeights:
        return GateWeights(W=gate.W * 2, U=((gate.U[0][0], 0.0), (0.0, gate.U[0][0])), b=gate.b * 2)

    i, f, g, o = (twice(cell.gate(name)) for name in GATES)
    return lstm_cell(1, 2, i, f, g, o)


def test_the_window_is_a_png_only(run: Run, tmp_path: Path) -> None:
    refused = run("render", "--window", "-o", tmp_path / "out.pdf")
    assert (refused.code, refused.out) == (1, "")


def test_a_window_smaller_than_it_can_be_is_refused(run: Run, tmp_path: Path) -> None:
    refused = run("render", "--window", "-o", tmp_path / "out.png", "--size", "959x600")
    assert (refused.code, refused.out) == (1, "")
    assert "960x600" in refused.err


def test_missing_libraries_are_named_before_qt_is_tried(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = (Library("libEGL.so.1", "libegl1"),)
    monkeypatch.setattr(system_libraries, "missing", lambda **_: lacking)
    refused = run("render", "forget", "-o", tmp_path / "out.png")
    assert refused.code == 1
    assert "apt-get install libegl1" in refused.err
