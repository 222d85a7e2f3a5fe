"""`python -m tests.fuzz --minutes 30 [READER …]`: the long run; every fault is kept as a file."""

import argparse
import hashlib
import resource
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.fuzz.guided import Campaign, campaign, outcome
from tests.fuzz.readers import READERS, Reader

MEMORY = 300 * 2**20  # bytes that reading may take beyond what the program itself does


def main(arguments: Sequence[str]) -> int:
    """Spoil files for every reader in turn; 1 when one of them was not taken as it should."""
    names = [reader.name for reader in READERS]
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument(
        "readers", nargs="*", metavar="READER", help=f"of {', '.join(names)}; all when left out"
    )
    parser.add_argument("--minutes", type=float, default=10.0, help="how long in all")
    parser.add_argument("--seed", type=int, default=1, help="the same seed does the same things")
    parser.add_argument("--keep", type=Path, default=Path("faults"), help="the folder that faults go to")
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.readers) - set(names):
        parser.error(f"there is no reader called {min(unknown)!r}")
    wanted = [reader for reader in READERS if reader.name in (chosen.readers or names)]
    faults = 0
    for reader in wanted:
        _bound_memory(reader)
        done = campaign(reader, seed=chosen.seed, seconds=60 * chosen.minutes / len(wanted))
        faults += len(done.faults)
        print(
            f"{reader.name:16} {done.runs:8} files  {len(done.lines):6} lines  "
            f"slowest {done.slowest:.2f} s  {len(done.faults)} faults",
            flush=True,
        )
        _keep(done, chosen.keep)
    return 1 if faults else 0


def _bound_memory(reader: Reader) -> None:
    """Let what is read take no more than it may: beyond that, MemoryError is a fault as any.

    What a first reading imports is no cost of a file.
    """
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    for content in reader.sound():
        outcome(reader, content, None)
    with open("/proc/self/statm", encoding="ascii") as file:
        taken = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, resource.RLIM_INFINITY))


def _keep(done: Campaign, folder: Path) -> None:
    for fault in done.faults:
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{hashlib.sha256(fault.content).hexdigest()[:12]}-{done.reader.file}"
        (folder / name).write_bytes(fault.content)
        print(f"  {fault.what}\n  kept as {folder / name}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
