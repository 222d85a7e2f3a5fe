"""Whatever a path leads to, reading ends at once with the content or one sentence."""

import os
import stat
from pathlib import Path

import pytest

from lstm_gui.bounded_file import FileMissing, FileRefused, read_bounded, size_in_words


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"12345")
    return path


def test_a_file_of_the_largest_size_is_read(file: Path) -> None:
    assert read_bounded(file, max_bytes=5) == b"12345"


def test_a_larger_file_is_refused(file: Path) -> None:
    with pytest.raises(FileRefused, match=r"^notes.txt is larger than 4 bytes, the most that is read.$"):
        read_bounded(file, max_bytes=4)


def test_a_file_that_lies_about_its_size_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true_status = os.fstat

    def lying_status(descriptor: int) -> os.stat_result:
        values = list(true_status(descriptor))
        values[stat.ST_SIZE] = 0
        return os.stat_result(values)

    monkeypatch.setattr(os, "fstat", lying_status)
    with pytest.raises(FileRefused, match="larger than 4 bytes"):
        read_bounded(file, max_bytes=4)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="is a folder; choose a file in it"):
        read_bounded(tmp_path, max_bytes=10)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match=r"^gone.txt is not there"):
        read_bounded(tmp_path / "gone.txt", max_bytes=10)


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileRefused, match="is a device or a pipe"):
        read_bounded(tmp_path / "pipe", max_bytes=10)


def test_a_file_exchanged_for_a_pipe_is_refused_without_waiting(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    regular = os.stat(file)
    monkeypatch.setattr(os, "stat", lambda _path: regular)
    with pytest.raises(FileRefused, match="is a device or a pipe"):
        read_bounded(tmp_path / "pipe", max_bytes=10)


def test_a_device_is_refused() -> None:
    with pytest.raises(FileRefused, match=r"^zero is a device or a pipe"):
        read_bounded(Path("/dev/zero"), max_bytes=10)


def test_a_file_that_may_not_be_read_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_path: Path, _flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)  # not by chmod, which does not bind root
    with pytest.raises(FileRefused, match="may not be read"):
        read_bounded(file, max_bytes=10)


def test_a_failing_disk_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_path: Path, _flags: int) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", failing)
    with pytest.raises(FileRefused, match=r"^notes.txt cannot be read: Input/output error.$"):
        read_bounded(file, max_bytes=10)


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(FileRefused, match="loop cannot be read"):
        read_bounded(loop, max_bytes=10)


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
def test_an_impossible_name_is_refused(name: str) -> None:
    with pytest.raises(FileRefused, match="is not a name that a file can have"):
        read_bounded(Path(name), max_bytes=10)


def test_hidden_characters_in_a_name_are_not_shown(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"^gpj.exe is not there"):
        read_bounded(tmp_path / "\u202egpj.\x1bexe", max_bytes=10)


@pytest.mark.parametrize(
    ("size", "words"), [(12, "12 bytes"), (1500, "1.5 kB"), (1_000_000, "1 MB"), (16_000_000, "16 MB")]
)
def test_sizes_are_in_words(size: int, words: str) -> None:
    assert size_in_words(size) == words
