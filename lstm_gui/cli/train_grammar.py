"""The grammar of `lstm-gui-cli train`: what is trained, how, and where the result goes."""

import argparse
import math
from pathlib import Path

from lstm_gui.training.cell_names import KIND_CALLED

# Of training/learning.py and nets/optimisers.py, which wait for numpy; tests hold them together.
OPTIMISERS = ("sgd", "rmsprop", "adam", "adamw")
SCHEDULES = ("constant", "cosine", "halving", "warm-up")
MODEL_SUFFIX = ".safetensors"
MOST_SEEDS = 10
_OPTION = "an option of the task (--list names them); as often as there are options"
MOST_STEPS = 1_000_000


def add_train(train: argparse.ArgumentParser) -> None:
    """Everything that `train` can be told; what is not said is as the task is usually trained."""
    what = train.add_mutually_exclusive_group(required=True)
    what.add_argument("task", metavar="TASK", nargs="?", help="what is learnt (--list names all)")
    what.add_argument("--list", dest="lists", action="store_true", help="every task with its options")
    cells = f"lstm, gru, rnn … one of {len(KIND_CALLED)}"
    train.add_argument("--cell", metavar="NAME", type=_cell, help=cells)
    train.add_argument("--units", metavar="N", type=_Whole(1, 64), help="of each layer")
    train.add_argument("--layers", metavar="N", type=_Whole(1, 4), help="on each other")
    both = argparse.BooleanOptionalAction
    train.add_argument("--bidirectional", action=both, help="read in both directions")
    train.add_argument(
        "--seeds", metavar="N", type=_Whole(1, MOST_SEEDS), default=1, help=f"runs, up to {MOST_SEEDS} (1)"
    )
    train.add_argument("--seed", metavar="N", type=_Whole(0, 10**9), default=0, help="of the first run (0)")
    train.add_argument("--steps", metavar="N", type=_Whole(1, MOST_STEPS), help="updates")
    train.add_argument("--batch", metavar="N", type=_Whole(1, 1024), help="sequences each")
    train.add_argument("--rate", metavar="α", type=_rate, help="learning rate")
    train.add_argument("--optimiser", choices=OPTIMISERS)
    train.add_argument("--schedule", choices=SCHEDULES, help="of the rate")
    train.add_argument("--window", metavar="N", type=_Whole(1, 100_000), help="steps that gradients go back")
    train.add_argument("--to-the-end", action="store_true", help="do not stop as soon as it is solved")
    train.add_argument(
        "--set", metavar="NAME=VALUE", type=_setting, action="append", default=[], help=_OPTION
    )
    train.add_argument("--length", metavar="N", help="the same as --set length=N")
    own = train.add_mutually_exclusive_group()
    own.add_argument(
        "--csv", metavar="FILE", type=Path, help="your own table, for own_column and own_columns"
    )
    own.add_argument("--text", metavar="FILE", type=Path, help="your own text, for own_text")
    train.add_argument("--columns", metavar="NAMES", help="of the table, apart by commas (all with numbers)")
    train.add_argument(
        "-o", dest="output", metavar="FILE", type=_model_file, help=f"the best run as a model, {MODEL_SUFFIX}"
    )


class _Whole:
    """Reads a whole number within bounds."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    def __call__(self, text: str) -> int:
        number = int(text) if text.isascii() and text.isdecimal() and len(text) <= 12 else -1
        if not self.low <= number <= self.high:
            raise argparse.ArgumentTypeError(
                f"wanted a whole number, {self.low} to {self.high}, not {text!r}"
            )
        return number


def _rate(text: str) -> float:
    try:
        rate = float(text)
    except ValueError:
        rate = math.nan
    if not 0 < rate <= 1e6:
        raise argparse.ArgumentTypeError(f"wanted a number above 0, 0.01 for instance, not {text!r}")
    return rate


def _cell(text: str) -> str:
    if text.lower() not in KIND_CALLED:
        raise argparse.ArgumentTypeError(f"wanted one of {', '.join(KIND_CALLED)}, not {text!r}")
    return text.lower()


def _setting(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name.strip() and equals and value.strip()):
        raise argparse.ArgumentTypeError(f"wanted NAME=VALUE, length=100 for instance, not {text!r}")
    return name.strip(), value.strip()


def _model_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != MODEL_SUFFIX:
        raise argparse.ArgumentTypeError(f"the name must end in {MODEL_SUFFIX}, not {text!r}")
    return path
