"""What is missing is named by package, and installed only where that can be done."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui import system_libraries
from lstm_gui.system_libraries import DRAWING, WINDOWS, Library, advice, apt_commands, missing, packages

ROOT = Path(__file__).resolve().parent.parent
SONAMES = st.sets(st.sampled_from(sorted({**DRAWING, **WINDOWS})))


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test sees Linux, wherever it runs."""
    monkeypatch.setattr(sys, "platform", "linux")


@given(lacking=SONAMES)
def test_exactly_what_does_not_load_is_missing(lacking: set[str]) -> None:
    found = missing(load=lambda soname: soname not in lacking)
    assert {library.name for library in found} == lacking
    assert all({**DRAWING, **WINDOWS}[library.name] == library.package for library in found)


@given(lacking=SONAMES)
def test_advice_names_every_library_and_each_package_once(lacking: set[str]) -> None:
    found = missing(load=lambda soname: soname not in lacking)
    sentence = advice(found)
    assert "\n" not in sentence
    assert bool(sentence) == bool(lacking)
    assert all(soname in sentence for soname in lacking)
    assert sentence.split(" install ")[-1].split() == packages(found)


def test_pictures_do_not_need_what_windows_need() -> None:
    names = {library.name for library in missing(window=False, load=lambda _: False)}
    assert names == set(DRAWING)


def test_other_systems_lack_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert missing(load=lambda _: False) == ()


def test_what_the_linker_knows_loads_and_the_rest_does_not() -> None:
    assert system_libraries.loads("libc.so.6")
    assert not system_libraries.loads("libnothing-of-that-name.so.0")


def test_a_python_without_ensurepip_wants_its_venv_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    wanted = [Library("ensurepip", f"{version}-venv"), Library("Xvfb", "xvfb")]
    assert list(system_libraries.missing_tools(test=True)) == wanted
    assert list(system_libraries.missing_tools(test=False)) == wanted[:1]


def programs(*present: str) -> Callable[[str], str | None]:
    return lambda name: f"/bin/{name}" if name in present else None


def test_root_installs_with_apt_after_an_update(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", programs("apt-get"))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    update, install = apt_commands(["libegl1"])
    assert "sudo" not in update
    assert update[-1] == "update"
    assert install[-2:] == ["--no-install-recommends", "libegl1"]


def test_others_install_through_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", programs("apt-get", "sudo"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert all(command[0] == "sudo" for command in apt_commands(["libegl1"]))


@pytest.mark.parametrize(("present", "user"), [((), 0), (("sudo",), 1000), (("apt-get",), 1000)])
def test_nothing_is_run_where_it_cannot_work(
    present: tuple[str, ...], user: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", programs(*present))
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert apt_commands(["libegl1"]) == []


def test_main_installs_what_is_missing_and_names_what_is_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> None:
        ran.append(command)

    lacking = (Library("libEGL.so.1", "libegl1"),)
    monkeypatch.setattr(system_libraries, "missing", lambda: lacking)
    monkeypatch.setattr(system_libraries, "missing_tools", lambda **_: ())
    monkeypatch.setattr(system_libraries, "apt_commands", lambda wanted: [["install", *wanted]])
    monkeypatch.setattr(subprocess, "run", run)
    assert system_libraries.main([]) == 0
    assert ran == [["install", "libegl1"]]
    assert capsys.readouterr().err == advice(lacking) + "\n"


def test_it_needs_nothing_but_the_standard_library() -> None:
    """With no site-packages at all, from a bare checkout."""
    source = "import sys, lstm_gui.system_libraries; print([m for m in sys.modules if 'lstm_gui' in m])"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {source}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "['lstm_gui', 'lstm_gui.system_libraries']"
