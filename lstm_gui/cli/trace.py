"""`lstm-gui-cli trace`: the numbers of a scene at every step."""

import argparse

from lstm_gui.cli.report import Refused, Report, table
from lstm_gui.cli.saving import saving
from lstm_gui.cli.scenes import scene_called
from lstm_gui.durable_file import write_durably
from lstm_gui.nets.activation import FloatArray
from lstm_gui.simulator.trace_file import ENCODERS, Arrays, Exploded, columns_of, lists_of, shown_arrays


def write(arguments: argparse.Namespace) -> Report:
    """Write the arrays of a scene to a file, or report them. Raises Refused."""
    arrays = arrays_of(arguments.scene)
    if arguments.output is None:
        return Report(lists_of(arrays), table(_rows(arrays), right=tuple(range(100))))
    with saving(arguments.output):
        write_durably(arguments.output, ENCODERS[arguments.output.suffix.lower()](arrays))
    shapes = {name: list(array.shape) for name, array in arrays.items()}
    steps = shapes["x"][0]
    return Report({"file": str(arguments.output), "shapes": shapes}, [f"{arguments.output}: {steps} steps"])


def arrays_of(name: str) -> dict[str, FloatArray]:
    """The arrays of the scene of that name or file. Raises Refused for a run that left the finite numbers."""
    try:
        return shown_arrays(scene_called(name))
    except Exploded as error:
        raise Refused(str(error)) from None


def _rows(arrays: Arrays, digits: int = 4) -> list[tuple[str, ...]]:
    names, columns = columns_of(arrays)
    steps = (
        (str(step), *(f"{value:.{digits}f}" for value in row)) for step, row in enumerate(columns, start=1)
    )
    return [("step", *names), *steps]
