"""`lstm-gui-cli`: everything that works without a window.

Exit code 0; 1 with one plain line on stderr for what the person can mend; 2 for a wrong command line.
"""

import argparse
import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence

from lstm_gui.bounded_file import FileRefused
from lstm_gui.cli.grammar import parser
from lstm_gui.cli.report import Refused, Report
from lstm_gui.plain_text import in_one_line
from lstm_gui.store.errors import CollectionError

MENDABLE = 1
INTERRUPTED = 130  # what a shell says of a program ended by Ctrl+C
PIPE_CLOSED = 141  # and of one whose reader went away


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command line; the exit code."""
    _make_encodable()
    chosen = parser().parse_args(arguments)
    try:
        text = command(chosen.run)(chosen).text(as_json=chosen.json)
    except KeyboardInterrupt:
        return INTERRUPTED
    except (CollectionError, FileRefused, Refused) as refusal:
        return _say(str(refusal))
    except OSError as error:
        return _say(_sentence(error))
    return _print(text)


def command(run: str) -> Callable[[argparse.Namespace], Report]:
    """The function that "module:function" names in this package."""
    module, _, name = run.partition(":")
    function: Callable[[argparse.Namespace], Report] = getattr(
        importlib.import_module(f"lstm_gui.cli.{module}"), name
    )
    return function


def _print(text: str) -> int:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _abandon_output()
        return (
            PIPE_CLOSED
            if isinstance(error, BrokenPipeError)
            else _say(f"The report was not written: {_sentence(error)}.")
        )
    return 0


def _say(sentence: str) -> int:
    print(f"lstm-gui-cli: {in_one_line(sentence, 1000)}", file=sys.stderr)
    return MENDABLE


def _sentence(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or error}"


def _make_encodable() -> None:
    """A terminal that cannot show a letter gets its number; it must not get an error instead of a report."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _abandon_output() -> None:
    """Let the rest of the output go nowhere, or Python fails once more on it while it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
