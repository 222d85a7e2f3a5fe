"""Reading a hostile file as the app does, and what that costs."""

import hashlib
import os
import resource
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.deck_import import preview_file
from lstm_gui.formats.preview import Preview
from lstm_gui.gui.operations.preview_deck import compared
from lstm_gui.gui.pictures import decoded
from lstm_gui.store.collection import Collection
from tests.hostile.case import Case
from tests.refusals import is_one_sentence

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
_NEVER = 2 * 2**30  # bytes: beyond that the machine is spared, not the file judged


@dataclass(frozen=True)
class Outcome:
    """What came of a case."""

    case: str
    fault: str  # "" when it is what should come of it
    seconds: float  # of the processor
    megabytes: float  # at the most, above what the process took before


def fault_of(case: Case, path: Path, home: Path) -> str:
    """Read the file beside an open collection; what is not as it should be, "" for nothing."""
    before = state_of(home)
    fault = _fault_of(case, path, home)
    return fault or ("the collection changed" if state_of(home) != before else "")


def _fault_of(case: Case, path: Path, home: Path) -> str:
    try:
        if case.read is not None:
            return _harmless(case, case.read(path))
        with Collection.open(home, read_only=True) as collection:
            preview = preview_file(path, with_schedule=True)
            compared(collection, preview, preview.deck.name, with_history=True)
    except FileRefused as refusal:
        sentence = str(refusal)
        if not is_one_sentence(sentence):
            return f"is no sentence: {sentence[:500]!a}"
        return "" if case.refused and case.refused in sentence else f"was refused: {sentence}"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        return f"{type(error).__name__}: {error} {traceback.format_exc()[-600:]}"
    return _contained(case, preview)


def _harmless(case: Case, found: object) -> str:
    if case.contained is None:
        return "was not refused"
    return "" if case.contained(found) else f"gave {found!r}"[:900]


def _contained(case: Case, preview: Preview) -> str:
    if case.contained is None:
        return "was not refused"
    if case.contained(preview):
        for medium in preview.deck.media:
            decoded(medium.content)  # as a card shows it
        return ""
    deck = preview.deck
    return f"gave {len(deck.cards)} cards, {preview.notes}, {preview.skipped[:3]}, {deck.cards[:1]}"[:900]


def state_of(home: Path) -> dict[str, str]:
    """Every file of a collection's folder, by what it holds."""
    files = [path for path in home.rglob("*") if path.is_file() and not path.name.endswith("-shm")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.stat().st_size}


def measured(case: Case, folder: Path, home: Path, *, patience: int = 60) -> Outcome:
    """What comes of a case when it is read in a process of its own, and what that costs."""
    path = folder / case.file
    unmade, _, _ = _forked(lambda: _write(path, case), patience)
    assert not unmade, f"{case.name} could not be made: {unmade}"
    fault, seconds, megabytes = _forked(lambda: fault_of(case, path, home), patience)
    path.unlink(missing_ok=True)
    return Outcome(case.name, fault, seconds, megabytes)


def _write(path: Path, case: Case) -> str:
    path.write_bytes(case.content())
    return ""


def _forked(work: Callable[[], str], patience: int) -> tuple[str, float, float]:
    """What `work` said in a process of its own, the seconds it took, and the memory beyond ours."""
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        os.close(ours)
        os._exit(_child(work, theirs, patience))
    os.close(theirs)
    with open(ours, encoding="utf-8", errors="replace") as said:
        answer = said.read()
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status):
        return answer or f"ended with {os.waitstatus_to_exitcode(status)}", 0.0, 0.0
    seconds, kilobytes, fault = answer.split("\n", 2)
    return fault, float(seconds), float(kilobytes) / 1000


def _child(work: Callable[[], str], pipe: int, patience: int) -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (patience, patience))
    resource.setrlimit(resource.RLIMIT_AS, (_size() + _NEVER, resource.RLIM_INFINITY))
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the most so far is what there is now
    before, started = _peak(), time.process_time()
    try:
        fault = work()
    except BaseException as error:  # noqa: BLE001 - the process ends here; its parent is told
        fault = f"{type(error).__name__}: {error}"
    answer = f"{time.process_time() - started}\n{_peak() - before}\n{fault}"
    os.write(pipe, answer.encode("utf-8", "replace")[:60_000])
    return 0


def _peak() -> int:
    with open("/proc/self/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))


def _size() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * resource.getpagesize()
