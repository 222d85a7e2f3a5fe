"""What is said when the file that a command was to write could not be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lstm_gui.cli.report import Refused


@contextmanager
def saving(path: Path) -> Iterator[None]:
    """Turn an OSError inside into Refused: a sentence about `path`, not about a temporary file beside it."""
    try:
        yield
    except OSError as error:
        raise Refused(f"{path} could not be written: {error.strerror or error}.") from error
