"""Settings come back as they were saved, and no file stops the start."""

import errno
import json
import math
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui import settings as module
from lstm_gui.settings import (
    BAD_FILE,
    FILE,
    MAX_RECENT,
    TABS,
    THEMES,
    Settings,
    load,
    rules,
    save,
    with_recent,
)
from lstm_gui.strict_fields import Field

GOLDEN = Path(__file__).parent / "data"
TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp"), exclude_characters="\ufff9"), max_size=20
)
SETTINGS = st.builds(
    Settings,
    theme=st.sampled_from(THEMES),
    zoom=st.integers(100, 300),
    motion=st.booleans(),
    speed=st.floats(0.25, 16),
    retention=st.floats(0.7, 0.97),
    new_per_day=st.integers(0, 999),
    deck=TEXT,
    scene=TEXT,
    tab=st.sampled_from(TABS),
    recent_files=st.lists(TEXT, max_size=MAX_RECENT).map(tuple),
    class_scenes=st.lists(TEXT, max_size=5).map(tuple),
    window=TEXT,
    splitters=st.dictionaries(
        TEXT, st.lists(st.integers(0, 5000), min_size=1, max_size=4).map(tuple), max_size=3
    ).map(lambda sizes: tuple(sorted(sizes.items()))),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "lstm-lab"


def put(folder: Path, content: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / FILE).write_text(content, encoding="utf-8")


@given(SETTINGS)
def test_what_is_saved_comes_back(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    folder = tmp_path_factory.mktemp("settings") / "new"
    save(folder, settings)
    assert load(folder) == (settings, "")
    assert os.listdir(folder) == [FILE]


@given(
    st.binary()
    | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(
        lambda value: json.dumps(value).encode()
    )
)
def test_no_content_stops_the_start(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / FILE).write_bytes(content)
    settings, warning = load(folder)
    assert settings == Settings()
    assert warning.startswith(FILE)
    assert (folder / BAD_FILE).read_bytes() == content


@given(
    st.dictionaries(
        st.sampled_from([*rules(), "version", "other"]),
        st.none() | st.integers() | st.text(max_size=3),
        max_size=6,
    )
)
def test_no_values_stop_the_start(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    put(folder, json.dumps(values))
    settings, warning = load(folder)
    assert bool(warning) == (folder / BAD_FILE).exists()
    save(folder, settings)
    assert load(folder) == (settings, "")


def test_the_defaults_keep_their_own_rules() -> None:
    assert list(rules()) == [name for name in Settings.__slots__ if name not in ("unknown", "version")]
    for name, rule in rules().items():
        default = json.loads(
            json.dumps(dict(Settings().splitters) if name == "splitters" else getattr(Settings(), name))
        )
        assert rule.read(Field(default, FILE)) == getattr(Settings(), name)
        assert rule.about.endswith(".")


def test_without_a_file_there_are_defaults_and_no_words(folder: Path) -> None:
    assert load(folder) == (Settings(), "")


def test_one_bad_value_costs_only_itself(folder: Path) -> None:
    put(folder, '{"version": 1, "zoom": "large", "theme": "dark"}')
    settings, warning = load(folder)
    assert settings == Settings(theme="dark")
    assert warning.startswith(
        'settings.json: zoom should be a whole number from 100 to 300, but is "large". '
    )
    assert json.loads((folder / BAD_FILE).read_text(encoding="utf-8"))["zoom"] == "large"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("retention", 0.69),
        ("retention", 0.98),
        ("retention", True),
        ("zoom", 99),
        ("zoom", 301),
        ("zoom", 150.0),
        ("new_per_day", -1),
        ("new_per_day", 1000),
        ("theme", "pink"),
        ("motion", 1),
        ("speed", 0),
        ("recent_files", ["a"] * 11),
        ("recent_files", "a"),
        ("splitters", {"main": []}),
        ("splitters", {"main": [-1]}),
        ("splitters", [1]),
    ],
)
def test_what_is_out_of_range_takes_its_default(folder: Path, name: str, value: object) -> None:
    put(folder, json.dumps({"version": 1, name: value}))
    settings, warning = load(folder)
    assert settings == Settings()
    assert warning.startswith(f"settings.json: {name}")


def test_what_a_newer_version_wrote_is_kept(folder: Path) -> None:
    put(folder, '{"version": 7, "zoom": 200, "hue": {"deep": [1, 2.5, "ü"]}}')
    settings, warning = load(folder)
    assert (settings.zoom, warning) == (200, "")
    save(folder, replace(settings, zoom=300))
    saved = json.loads((folder / FILE).read_text(encoding="utf-8"))
    assert (saved["version"], saved["zoom"], saved["hue"]) == (7, 300, {"deep": [1, 2.5, "ü"]})


def test_every_past_version_is_still_read(folder: Path) -> None:
    put(folder, (GOLDEN / "settings-0.json").read_text(encoding="utf-8"))
    assert load(folder) == (
        Settings(
            theme="dark",
            zoom=150,
            retention=0.85,
            new_per_day=20,
            recent_files=("/home/ada/lesson one.json",),
        ),
        "",
    )
    put(folder, (GOLDEN / "settings-1.json").read_text(encoding="utf-8"))
    assert load(folder) == (
        Settings(
            theme="light",
            zoom=125,
            motion=False,
            speed=4.0,
            retention=0.92,
            new_per_day=5,
            deck="LSTM fundamentals",
            scene="remember",
            recent_files=("/home/ada/b.json", "/home/ada/a.json"),
            class_scenes=("remember", "forget"),
            window="AdnQywADAAA=",
            splitters=(("main", (420, 1020)), ("right", (300, 200, 200))),
        ),
        "",
    )


def test_a_folder_in_the_place_of_the_file_is_put_aside(folder: Path) -> None:
    (folder / FILE).mkdir(parents=True)
    settings, warning = load(folder)
    assert settings == Settings()
    assert warning.startswith("settings.json is a folder")
    save(folder, settings)
    assert load(folder) == (settings, "")


def test_a_pipe_in_the_place_of_the_file_does_not_hang(folder: Path) -> None:
    folder.mkdir()
    os.mkfifo(folder / FILE)
    settings, warning = load(folder)
    assert settings == Settings()
    assert "device or a pipe" in warning


def test_a_bad_file_that_cannot_be_put_aside_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_arguments: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    put(folder, "{")
    monkeypatch.setattr(os, "replace", failing)
    settings, warning = load(folder)
    assert settings == Settings()
    assert warning.endswith("Defaults are used; the old file could not be kept (Read-only file system).")
    put(folder, '{"zoom": 1}')
    monkeypatch.setattr(module, "write_durably", failing)
    assert "could not be kept" in load(folder)[1]


def test_a_save_that_fails_leaves_the_old_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int, _content: memoryview) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    save(folder, Settings(zoom=200))
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        save(folder, Settings(zoom=300))
    assert load(folder) == (Settings(zoom=200), "")


def test_a_value_that_would_not_read_back_does_not_cost_the_others(folder: Path) -> None:
    save(folder, Settings(zoom=200, scene="/home/ada/\udcff.json", deck="a\nb", speed=math.nan))
    assert load(folder) == (Settings(zoom=200), "")


@given(st.lists(st.integers(0, 15), max_size=30))
def test_recent_files_are_the_newest_each_once(numbers: list[int]) -> None:
    settings = Settings()
    for number in numbers:
        settings = with_recent(settings, Path(f"/scenes/{number}.json"))
    newest_first = list(dict.fromkeys(f"/scenes/{number}.json" for number in reversed(numbers)))
    assert list(settings.recent_files) == newest_first[:MAX_RECENT]


def test_a_recent_file_is_absolute_and_its_name_a_text() -> None:
    assert with_recent(Settings(), "a.json").recent_files == (str(Path("a.json").absolute()),)
    assert with_recent(Settings(), "/a/\udcff.json") == Settings()
