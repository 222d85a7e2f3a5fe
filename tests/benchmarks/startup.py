"""From the start of the process to the first painted window, against a bare script that shows one plot.

The two start by turns under one Xvfb, so that whatever else the machine does falls on both.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from lstm_gui.settings import Settings, save
from tests.benchmarks.row import Row
from tests.display import virtual_display

BARE = [sys.executable, str(Path(__file__).with_name("bare_plot.py"))]
APP = [sys.executable, "-m", "lstm_gui", "--quit-after-first-paint"]
TABS = ("cell", "train")
ROUNDS = 9
LONGEST = 60.0  # seconds


def measure() -> list[Row]:
    """For each tab that a start may show, the ratio of the medians, and the app's median for the reader."""
    with tempfile.TemporaryDirectory() as folder, virtual_display() as display:
        environment = environment_of(display, Path(folder))
        apps = {tab: app_in(Path(folder) / f"lab-{tab}", tab) for tab in TABS}
        commands = [BARE, *apps.values()]
        for command in commands:  # compiles the modules, makes the collection, warms the disk's cache
            milliseconds_until_painted(command, environment)
        times = [
            [milliseconds_until_painted(command, environment) for command in commands] for _ in range(ROUNDS)
        ]
    bare, *labs = (median(column) for column in zip(*times, strict=True))
    return [
        Row(
            f"start in the tab {tab} to first paint ({lab:.0f} ms), against a bare plot ({bare:.0f} ms)",
            lab / bare, "×", 1.5,
        )
        for tab, lab in zip(apps, labs, strict=True)
    ]  # fmt: skip


def app_in(folder: Path, tab: str) -> list[str]:
    """The command that starts the app with a folder of its own, in a tab."""
    folder.mkdir()
    save(folder, Settings(tab=tab))
    return [*APP, "--data-dir", str(folder)]


def environment_of(display: str, folder: Path) -> dict[str, str]:
    """The environment of both; compiled modules are kept for the next start, as on a person's machine."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    return {**variables, **own}


def milliseconds_until_painted(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """From just before the process is made to its first paint. Raises RuntimeError when it fails."""
    started = time.monotonic_ns()
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=LONGEST
    )
    painted = [line.split() for line in done.stdout.splitlines() if line.startswith("painted ")]
    if done.returncode or len(painted) != 1:
        raise RuntimeError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()}")
    return (int(painted[0][1]) - started) / 1e6
