"""`lstm-gui-cli code` and `lstm-gui-cli text`: a scene as a program, and as a short text to paste."""

import argparse

from lstm_gui.cli.report import Refused, Report
from lstm_gui.cli.saving import saving
from lstm_gui.cli.scenes import scene_called
from lstm_gui.durable_file import write_durably
from lstm_gui.lessons.scene_text import scene_to_text
from lstm_gui.simulator.code.languages import NoProgram, program


def write(arguments: argparse.Namespace) -> Report:
    """Print a scene as a program, or write it to a file. Raises Refused."""
    try:
        text = program(scene_called(arguments.scene), arguments.language)
    except NoProgram as problem:
        raise Refused(str(problem)) from problem
    lines = text.splitlines()
    if arguments.output is None:
        return Report({"language": arguments.language, "program": text}, lines)
    with saving(arguments.output):
        write_durably(arguments.output, text.encode())
    return Report({"file": str(arguments.output)}, [f"{arguments.output}: {len(lines)} lines"])


def tell(arguments: argparse.Namespace) -> Report:
    """Print a scene as a text. Raises Refused."""
    text = scene_to_text(scene_called(arguments.scene))
    return Report({"text": text}, [text])
