"""Scenes become pictures without a window."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from lstm_gui.gui.simulator.picture import render_scene
from lstm_gui.gui.window.scenes import shown_scenes
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_value

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_png_has_twice_the_pixels(tmp_path: Path) -> None:
    path = tmp_path / "scene.png"
    render_scene(load("remember"), path, (640, 430))
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1280, 860)
    assert image.pixelColor(2, 2).lightness() > 200


def test_the_dark_theme_is_dark(tmp_path: Path) -> None:
    path = tmp_path / "scene.png"
    render_scene(load("remember"), path, (640, 430), "dark")
    assert QImage(str(path)).pixelColor(2, 2).lightness() < 40


def test_an_svg_needs_no_fonts(tmp_path: Path) -> None:
    path = tmp_path / "scene.svg"
    render_scene(load("forget"), path, (640, 430))
    assert QSvgRenderer(str(path)).isValid()
    assert "<text" not in path.read_text(encoding="utf-8")


def letters_of(pdf: bytes) -> set[str]:
    """What the fonts of a PDF say that their signs mean: what a reader can search for and copy."""
    tables = re.findall(rb"beginbfrange(.*?)endbfrange", pdf, re.DOTALL)
    codes = re.findall(rb"<([0-9A-F]{4})>", b"".join(re.findall(rb"\[([^]]*)\]", b"".join(tables))))
    return {chr(int(code, 16)) for code in codes}


def test_a_pdf_is_one_page_whose_numbers_can_be_found(tmp_path: Path) -> None:
    path = tmp_path / "scene.pdf"
    render_scene(load("forget"), path, (640, 430))
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    assert set("Forget0123456789.−+=·()σ") <= letters_of(content)


def sort_of(name: str) -> tuple[object, ...]:
    """What the views make a difference by."""
    scene = load(name)
    cell = scene.cell
    both = scene.backward is not None
    return cell.kind, cell.units > 1, cell.inputs > 1, scene.steps > 64, scene.shown.tab, both


ONE_OF_EACH = {sort_of(name): name for name, _ in reversed(shown_scenes())}


@pytest.mark.parametrize("name", ONE_OF_EACH.values())
def test_a_scene_of_every_sort_is_drawn(tmp_path: Path, name: str) -> None:
    render_scene(load(name), tmp_path / "scene.png", (200, 150))


def test_a_scene_is_drawn_where_it_opens(tmp_path: Path) -> None:
    scene = load("gradients-exploding")
    assert scene.shown.tab == "gradients"
    pictures = []
    for name, shown in (("there", scene.shown), ("cell", replace(scene.shown, tab="cell"))):
        render_scene(replace(scene, shown=shown), tmp_path / f"{name}.svg", (640, 430))
        pictures.append((tmp_path / f"{name}.svg").read_text(encoding="utf-8"))
    assert pictures[0] != pictures[1]


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"ends in \.png, \.svg or \.pdf"):
        render_scene(load("forget"), tmp_path / "scene.gif", (640, 430))


def test_the_picture_of_a_changed_scene_claims_nothing_about_the_changes(tmp_path: Path) -> None:
    state = set_value(SimState.of(load("forget")), Quantity("b_f"), 1.0)
    plain, told = tmp_path / "plain.svg", tmp_path / "told.svg"
    render_scene(state.scene, plain, (640, 430))
    render_scene(state.scene, told, (640, 430), origin=state.origin)
    assert "Before your changes: " in told.read_text(encoding="utf-8")
    assert "Before your changes: " not in plain.read_text(encoding="utf-8")
