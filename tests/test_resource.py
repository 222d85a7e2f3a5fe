"""Packaged files are found by name, and no name leaves their folder."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui import resource


@given(st.lists(st.sampled_from(["..", ".", "a", "/", "\\", "C:", "scenes", "", "b.json"]), max_size=6))
def test_no_name_leaves_the_folder(parts: list[str]) -> None:
    try:
        path = resource.resource_path("/".join(parts))
    except ValueError:
        return
    assert path.is_relative_to(resource.resources_folder())
    assert ".." not in path.parts


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../b", "a\\..\\b", "C:/x"])
def test_a_name_that_would_leave_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a resource name"):
        resource.resource_path(name)


def test_texts_and_names_are_found() -> None:
    assert '"light"' in resource.read_text("palette.json")
    assert "palette" in resource.names(".", ".json")
    assert resource.names(".", ".nothing") == []


def test_a_wheel_has_the_folder_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "lstm_gui"
    package.mkdir()
    monkeypatch.setattr(resource, "_PACKAGE", package)
    with pytest.raises(FileNotFoundError, match="install LSTM Lab again"):
        resource.resources_folder()
    (tmp_path / "resources").mkdir()
    assert resource.resources_folder() == tmp_path / "resources"
    (package / "resources").mkdir()
    assert resource.resources_folder() == package / "resources"
