"""Clicks, drags and types at random for longer than the suite does.

`python -m tests.random_actions --actions 5000 --seed 7`; the same seed does the same things.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEST = "tests/gui/test_random_actions.py"


def main(arguments: Sequence[str]) -> int:
    """Run the test of random actions for each seed in turn; 1 when one of them fails."""
    parser = argparse.ArgumentParser(prog="python -m tests.random_actions", description=__doc__)
    parser.add_argument("--actions", type=int, default=5000, help="how many things are done with each seed")
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--seeds", type=int, default=1, help="how many seeds, one after the other")
    chosen = parser.parse_args(arguments)
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", "--timeout=0", TEST]
    failed = 0
    for seed in range(chosen.seed, chosen.seed + chosen.seeds):
        print(f"+ {chosen.actions} actions, seed {seed}", flush=True)
        wanted = {"LSTM_LAB_ACTIONS": str(chosen.actions), "LSTM_LAB_SEED": str(seed)}
        failed |= subprocess.run(command, cwd=ROOT, env={**os.environ, **wanted}, check=False).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
