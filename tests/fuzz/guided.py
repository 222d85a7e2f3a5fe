"""A campaign against one reader: what reaches new lines of our code is kept and spoilt further."""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

import lstm_gui
from tests.fuzz.mutate import spoilt
from tests.fuzz.readers import Reader

SLOWEST = 2.0  # seconds that a file may take
_OURS = str(Path(lstm_gui.__file__).parent)

Line = tuple[str, int]  # file and line


@dataclass(frozen=True)
class Fault:
    """A file that a reader did not take as it should."""

    reader: str
    content: bytes
    what: str


@dataclass
class Campaign:
    """What became of it."""

    reader: Reader
    runs: int = 0
    lines: set[Line] = field(default_factory=set)
    slowest: float = 0.0
    faults: list[Fault] = field(default_factory=list)


class Lines:
    """Notes which lines of our code run inside the `with` block."""

    def __init__(self) -> None:
        self.seen: set[Line] = set()

    def __enter__(self) -> "Lines":
        self._before = sys.gettrace()
        sys.settrace(self._call)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        sys.settrace(self._before)

    def _call(self, frame: FrameType, _event: str, _about: Any) -> Callable[..., Any] | None:
        return self._line if frame.f_code.co_filename.startswith(_OURS) else None

    def _line(self, frame: FrameType, _event: str, _about: Any) -> Callable[..., Any]:
        self.seen.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line


def campaign(reader: Reader, *, seed: int, runs: int = 10**9, seconds: float = 10**9) -> Campaign:
    """Spoil and read until there were so many runs or so many seconds. The same seed does the same things."""
    chance, found = random.Random(f"{reader.name} {seed}"), Campaign(reader)
    kept = reader.sound()
    for content in kept:
        read_one(found, content)
    end = time.monotonic() + seconds
    while found.runs < runs and time.monotonic() < end:
        content = spoilt(chance.choice(kept), kept, chance)
        before = len(found.lines)
        read_one(found, content)
        if len(found.lines) > before:
            kept.append(content)
    return found


def read_one(found: Campaign, content: bytes) -> None:
    """Read a file of this content; what it reached, and what went wrong, is noted."""
    found.runs += 1
    lines = Lines()
    what, seconds = outcome(found.reader, content, lines)
    if seconds > SLOWEST:  # watching costs most of it: again, unwatched
        what, seconds = outcome(found.reader, content, None)
    found.lines |= lines.seen
    found.slowest = max(found.slowest, seconds)
    if seconds > SLOWEST:
        what = f"took {seconds:.1f} s"
    if what:
        found.faults.append(Fault(found.reader.name, content, what))


def outcome(reader: Reader, content: bytes, lines: Lines | None) -> tuple[str, float]:
    """What went wrong when a file of this content is read, "" for nothing, and how long it took."""
    with tempfile.TemporaryDirectory(prefix="lstm-lab-fuzz-") as folder:
        path = Path(folder) / reader.file
        path.write_bytes(content)
        started = time.perf_counter()
        try:
            if lines is None:
                reader.read(path)
            else:
                with lines:
                    reader.read(path)
        except reader.errors:
            return "", time.perf_counter() - started
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            return f"{type(error).__name__}: {error}", time.perf_counter() - started
        return "", time.perf_counter() - started
