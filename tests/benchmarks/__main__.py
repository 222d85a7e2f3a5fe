"""Measure what LSTM Lab promises, and print it as one table: `python -m tests.benchmarks [NAME …]`.

Each module here that has a `measure() -> list[Row]` is run in a process of its own, so that none finds what
another has imported or allocated. The exit code is 1 when a promise is missed.
"""

import argparse
import json
import os
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests import benchmarks
from tests.benchmarks.row import Row
from tests.home import make_home

ROOT = Path(__file__).resolve().parent.parent.parent
HEADINGS = ("what", "measured", "promise", "")


def names() -> list[str]:
    """The modules that measure something."""
    found = [module.name for module in pkgutil.iter_modules(benchmarks.__path__)]
    sources = {name: Path(__file__).with_name(f"{name}.py").read_text(encoding="utf-8") for name in found}
    return [name for name, source in sources.items() if "\ndef measure(" in source]


def rows_of(name: str) -> list[Row]:
    """What one module measures, in a process of its own. Raises RuntimeError when it fails."""
    print(f"measuring {name} …", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(prefix="lstm-lab-benchmarks-") as home:
        environment = {**os.environ, **make_home(Path(home))}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment["OPENBLAS_NUM_THREADS"] = "1"  # as whatever it is compared with
        command = [sys.executable, "-m", "tests.benchmarks", "--rows", name]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=False
        )
    if done.returncode:
        raise RuntimeError(f"the benchmark {name} failed")
    return [Row(**row) for row in json.loads(done.stdout.splitlines()[-1])]


def table(rows: Sequence[Row]) -> list[str]:
    """The rows as lines with aligned columns."""
    cells = [
        HEADINGS,
        *((row.name, figure(row.measured, row), promise(row), verdict(row)) for row in rows),
    ]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        f"{what:<{widths[0]}}  {measured:>{widths[1]}}  {promise:>{widths[2]}}  {kept}".rstrip()
        for what, measured, promise, kept in cells
    ]


def figure(value: float, row: Row) -> str:
    """A number with its unit."""
    return f"{value:.3g} {row.unit}"


def promise(row: Row) -> str:
    """The most that was promised, or the least."""
    return f"{'≥' if row.at_least else '≤'} {figure(row.promise, row)}"


def verdict(row: Row) -> str:
    """Whether the promise is kept."""
    return "kept" if row.kept else "MISSED"


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 1 when a promise is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"all, or some of: {', '.join(names())}")
    parser.add_argument("--rows", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.rows:
        measured = [
            row for name in chosen.names for row in import_module(f"tests.benchmarks.{name}").measure()
        ]
        print(json.dumps([asdict(row) for row in measured]))
        return 0
    rows = [row for name in chosen.names or names() for row in rows_of(name)]
    print("\n".join(table(rows)))
    return 0 if all(row.kept for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
