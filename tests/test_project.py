"""The project as a whole: what is installed finds its files, and the code keeps to its own measures."""

import ast
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from lstm_gui import resource

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RESOURCES = ROOT / "resources"
SOURCES = sorted([*(ROOT / "lstm_gui").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])
MOST_LINES = 350  # of a file
MOST_FUNCTION_LINES = 60
Function = ast.FunctionDef | ast.AsyncFunctionDef


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy so that nothing is left in the working tree."""
    copy, out = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("wheel")
    for name in ("lstm_gui", "resources"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(build, cwd=copy, check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_every_resource_and_no_test(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        for path in RESOURCES.rglob("*"):
            if path.is_file():
                inside = f"lstm_gui/resources/{path.relative_to(RESOURCES).as_posix()}"
                assert packed.read(inside) == path.read_bytes()
    assert "lstm_gui/py.typed" in names
    assert not [name for name in names if name.startswith("tests")]


def test_an_unpacked_wheel_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path)
    assert resources_seen_from(tmp_path) == tmp_path / "lstm_gui" / "resources"


def test_a_bare_checkout_finds_its_resources() -> None:
    assert resources_seen_from(ROOT) == RESOURCES


def test_this_installation_finds_its_resources() -> None:
    assert resource.read_text("palette.json")
    assert resource.names("scenes", ".json")


def resources_seen_from(folder: Path) -> Path:
    """Where a package in `folder` finds its resources, without anything installed."""
    source = f"import sys; sys.path.insert(0, {str(folder)!r}); from lstm_gui import resource; "
    command = [sys.executable, "-I", "-S", "-c", source + "print(resource.resources_folder())"]
    return Path(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())


@pytest.mark.parametrize(("python", "taken"), [("3.11", False), ("3.12", True), ("3.14", True)])
def test_the_release_of_qt_that_aborts_is_not_taken(python: str, taken: bool) -> None:
    environment = {"python_version": python}
    wanted = [
        requirement
        for requirement in map(Requirement, PROJECT["dependencies"])
        if requirement.name.startswith("PySide6")
        and (requirement.marker is None or requirement.marker.evaluate(environment))
    ]
    assert wanted
    assert all(requirement.specifier.contains("6.12.0") for requirement in wanted) == taken
    assert all(requirement.specifier.contains("6.11.3") for requirement in wanted)


@pytest.mark.parametrize("path", SOURCES, ids=shown)
def test_a_file_says_what_it_is_for_and_stays_readable(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "wants a sentence that says what it is for"
    assert text.count("\n") <= MOST_LINES
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, Function) and lines_of(node) > MOST_FUNCTION_LINES
    ]
    assert not long


def lines_of(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1
