"""`lstm-gui-cli scenes`: the bundled scenes, whose names the other commands take."""

import argparse
from itertools import groupby

from lstm_gui.cli.report import Refused, Report, table
from lstm_gui.lessons.scene_search import Found, listed
from lstm_gui.plain_text import in_one_line


def show(arguments: argparse.Namespace) -> Report:
    """List the scenes by topic, or those with all the words given. Raises Refused where there is none."""
    query = " ".join(arguments.words)
    found = [each for each in listed() if each.has(query)]
    if not found:
        raise Refused(f'No scene has the words "{in_one_line(query)}"; without any, all are listed.')
    return Report([_content(each) for each in found], _lines(found))


def _content(found: Found) -> dict[str, object]:
    scene = found.scene
    return {
        "name": found.entry.name,
        "title": scene.title,
        "topic": found.topic,
        "cell": scene.cell.graph.title,
        "units": scene.cell.units,
        "inputs": scene.cell.inputs,
        "steps": scene.steps,
        "caption": scene.caption,
    }


def _lines(found: list[Found]) -> list[str]:
    rows = iter(table([(each.entry.name, each.scene.title, each.scene.cell.graph.title) for each in found]))
    lines: list[str] = []
    for topic, scenes in groupby(found, lambda each: each.topic):
        lines += ["", f"{topic}:", *(f"  {next(rows)}" for _ in scenes)]
    return lines[1:]
