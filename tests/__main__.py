"""Everything that must hold before a change is taken: style, types, layers, tests, coverage.

Run it with `python -m tests`. Each command is shown before it runs; all of them run, whatever fails; the
caches lie in a temporary folder, so that the working tree stays as it was. Arguments go to pytest, and then
only the tests they choose are run, without the check that every line is.
"""

import os
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED_OUT = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")
"""The whole suite runs in a process for each core; what is chosen runs in one, where it can be looked at."""


def commands(pytest_arguments: Sequence[str]) -> list[list[str]]:
    """What is run, in order; pytest last, so that its verdict is the last line."""
    python = [sys.executable, "-m"]
    lint_imports = str(Path(sysconfig.get_path("scripts")) / "lint-imports")
    whole = [*python, "pytest", *SHARED_OUT, "--cov", "--cov-report=term-missing:skip-covered"]
    chosen = [*python, "pytest", *pytest_arguments]
    return [
        [*python, "ruff", "check", "."],
        [*python, "ruff", "format", "--check", "."],
        [*python, "mypy"],
        [lint_imports, "--no-cache", "--no-logo"],
        chosen if pytest_arguments else whole,
    ]


def environment(caches: str) -> dict[str, str]:
    """The environment of the tools, with every cache and report inside the folder `caches`."""
    places = {"COVERAGE_FILE": "coverage", "MYPY_CACHE_DIR": "mypy", "RUFF_CACHE_DIR": "ruff"}
    inside = {variable: str(Path(caches) / name) for variable, name in places.items()}
    return {**os.environ, **inside, "PYTHONDONTWRITEBYTECODE": "1"}


def run(command: Sequence[str], variables: Mapping[str, str]) -> bool:
    """Show a command and run it from the top of the checkout; whether it succeeded."""
    print("+", " ".join(command), flush=True)
    done = subprocess.run(command, cwd=ROOT, env=variables, stdin=subprocess.DEVNULL, check=False)
    return done.returncode == 0


@contextmanager
def compiled_aside(variables: Mapping[str, str]) -> Iterator[None]:
    """Compile the kernels meanwhile, and wait for them: no test is to be held up by that."""
    with subprocess.Popen([sys.executable, "-m", "tests.compiled"], cwd=ROOT, env=variables):
        yield


def main(arguments: Sequence[str]) -> int:
    """Run every check; 1 when any failed."""
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="lstm-lab-checks-") as caches:
        *checks, tests = commands(arguments)
        with compiled_aside(environment(caches)):
            failed = [" ".join(check) for check in checks if not run(check, environment(caches))]
        for check in failed:
            print("FAILED:", check, flush=True)
        passed = run(tests, environment(caches))
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
