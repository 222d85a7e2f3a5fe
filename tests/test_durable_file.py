"""A file is replaced whole or not at all, whatever fails on the way."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.durable_file import ensure_writable, write_durably

OLD, NEW = b"the old content", b"the new content, which is longer"
Fault = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.json"
    path.write_bytes(OLD)
    return path


@given(st.binary(max_size=200))
def test_the_content_is_written(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("durable") / "a.json"
    write_durably(path, content)
    write_durably(path, content)
    assert path.read_bytes() == content
    assert os.listdir(path.parent) == [path.name]


def test_what_can_be_known_beforehand_is_refused_and_nothing_is_left(file: Path, tmp_path: Path) -> None:
    ensure_writable(file)
    ensure_writable(tmp_path / "new.json")
    assert file.read_bytes() == OLD
    assert os.listdir(tmp_path) == [file.name]
    for wrong in (tmp_path, tmp_path / "nowhere" / "a.json", file / "a.json", Path(os.devnull)):
        with pytest.raises(OSError, match=r"\S"):
            ensure_writable(wrong)


def disk_full(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int, _content: memoryview) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)


def disk_full_after_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    true_write = os.write
    room = iter([5])

    def short(descriptor: int, content: memoryview) -> int:
        if not (left := next(room, 0)):
            raise OSError(errno.ENOSPC, "No space left on device")
        return true_write(descriptor, content[:left])

    monkeypatch.setattr(os, "write", short)


def writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda _descriptor, _content: 0)


def drops_what_it_took(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda _descriptor, content: len(content))


def cannot_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", failing)


def cannot_replace(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_old: Path, _new: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", failing)


def interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_old: Path, _new: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)


FAULTS = (
    disk_full,
    disk_full_after_a_part,
    writes_nothing,
    drops_what_it_took,
    cannot_sync,
    cannot_replace,
    interrupted,
)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_leaves_the_old_file_and_nothing_else(
    file: Path, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    fault(monkeypatch)
    with pytest.raises((OSError, KeyboardInterrupt)):
        write_durably(file, NEW)
    assert file.read_bytes() == OLD
    assert os.listdir(file.parent) == [file.name]


def test_short_writes_are_gone_on_with(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true_write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: true_write(descriptor, content[:7]))
    write_durably(file, NEW)
    assert file.read_bytes() == NEW


def test_content_is_synced_before_the_name_and_the_name_after(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    true_sync, true_replace = os.fsync, os.replace

    def sync(descriptor: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "content")
        true_sync(descriptor)

    def replace(old: Path, new: Path) -> None:
        order.append("name")
        true_replace(old, new)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(os, "replace", replace)
    write_durably(file, NEW)
    assert order == ["content", "name", "folder"]


@pytest.mark.parametrize(("code", "raised"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_a_folder_that_cannot_be_synced(
    file: Path, monkeypatch: pytest.MonkeyPatch, code: int, raised: bool
) -> None:
    true_sync = os.fsync

    def sync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(code, os.strerror(code))
        true_sync(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    if raised:
        with pytest.raises(OSError, match="Input/output"):
            write_durably(file, NEW)
    else:
        write_durably(file, NEW)
    assert file.read_bytes() == NEW


def test_where_folders_cannot_be_opened_they_are_not_synced(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_DIRECTORY")
    write_durably(file, NEW)
    assert file.read_bytes() == NEW


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_durably(tmp_path / "none" / "a.json", NEW)


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="not a file that can be replaced"):
        write_durably(tmp_path / "pipe", NEW)
    with pytest.raises(IsADirectoryError):
        write_durably(tmp_path / "folder", NEW)
    assert sorted(os.listdir(tmp_path)) == ["folder", "pipe"]


def test_a_link_is_followed_and_permissions_are_kept(file: Path, tmp_path: Path) -> None:
    file.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(file)
    write_durably(link, NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_the_longest_file_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    write_durably(path, NEW)
    assert path.read_bytes() == NEW


def test_pieces_are_written_one_after_the_other_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "pieces"
    write_durably(path, (b"%d\n" % number * 100 for number in range(2000)))
    assert path.read_bytes() == b"".join(b"%d\n" % number * 100 for number in range(2000))

    def broken() -> Iterator[bytes]:
        yield b"new"
        raise ValueError("broken off")

    with pytest.raises(ValueError, match="broken off"):
        write_durably(path, broken())
    assert path.read_bytes().startswith(b"0\n0\n")
    assert [each.name for each in tmp_path.iterdir()] == ["pieces"]
