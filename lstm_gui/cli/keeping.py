"""`lstm-gui-cli collection …`: check all cards and ratings, copy them to one file, and bring that back."""

import argparse
from dataclasses import asdict
from pathlib import Path

from lstm_gui.bounded_file import open_bounded, size_in_words
from lstm_gui.cli.opened import folder_of, local_now, opened
from lstm_gui.cli.report import Refused, Report
from lstm_gui.plain_text import in_one_line
from lstm_gui.store import backups
from lstm_gui.store.collection import Collection

_MOST = 1 << 40  # bytes of a copy: a person's own may be as large as it is


def check(arguments: argparse.Namespace) -> Report:
    """Read all of it, and mend what follows from cards and ratings."""
    with opened(arguments, to_write=True) as collection:
        found = collection.check()
    lines = [
        f"{found.cards} cards, {found.ratings} ratings: every page is sound.",
        f"Schedules that were not what the ratings lead to, mended: {found.schedules}",
        f"Cards that a search was wrong about, mended: {found.unsearchable}",
        f"Pictures and scenes that cards name and that are missing: {len(found.lacks)}",
        *(f"  {in_one_line(lack.uid)}: {lack.medium}" for lack in found.lacks),
        f"Pictures that belong to no card: {found.unused}",
    ]
    return Report(asdict(found), lines)


def take_out(arguments: argparse.Namespace) -> Report:
    """Copy all of it to one file, verified; the window may be open."""
    target: Path = arguments.file
    if target.exists() and not arguments.force:
        raise Refused(f"{target} is there already; choose another name, or give --force to replace it.")
    backups.copy_to(folder_of(arguments), target)
    size = target.stat().st_size
    return Report({"file": str(target), "bytes": size}, [f"{target}: {size_in_words(size)}"])


def bring_back(arguments: argparse.Namespace) -> Report:
    """Put such a file, or a backup, in the place of the collection, which is kept as a backup."""
    with open_bounded(arguments.file, max_bytes=_MOST):
        pass  # says in words what is no file
    folder = folder_of(arguments)
    folder.mkdir(parents=True, exist_ok=True)
    kept = Collection.restore(folder, arguments.file, local_now())
    lines = [f"{in_one_line(arguments.file.name)} is your collection now."]
    lines += [f"What it replaced is kept as {kept}."] if kept else []
    return Report({"restored": str(arguments.file), "kept": str(kept) if kept else None}, lines)
