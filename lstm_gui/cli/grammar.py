"""The grammar of `lstm-gui-cli`: every command with its arguments, and the function that carries it out.

A command names its function as "module:function" inside this package, so that only the module of the command
given is imported: `review next` waits neither for numpy nor for Qt.
"""

import argparse
from pathlib import Path
from typing import NoReturn, TypeAlias

from lstm_gui import __version__
from lstm_gui.cli.train_grammar import add_train
from lstm_gui.folders import folder_argument
from lstm_gui.formats.film.kinds import ENDINGS
from lstm_gui.plain_text import without_hidden

PICTURE_SUFFIXES = (".png", ".svg", ".pdf")
SPEEDS = (0.1, 24.0)  # steps a second
TRACE_SUFFIXES = (".json", ".csv", ".npz")
COLUMNS = ("uid", "front", "back", "topic", "formula", "why", "tags", "scene", "challenge")
# The writers of formats/deck_export.py, not imported for a help text.
DECK_SUFFIXES = (".tsv", ".csv", ".jsonl", ".md", ".apkg")
PRACTICE = ("choice", "typed", "cloze", "matching", "test", "cram")  # the modes of quiz/practice
RANGES = ("month", "year", "all")
COLLECTION_SUFFIX = ".lstm-lab"
LANGUAGES = ("numpy", "pytorch", "keras")
_SCENE = "the name of a bundled scene (scenes lists them), a file, or a scene as a text"
MIN_WIDTH, MIN_HEIGHT = 480, 300  # pixels of a picture; in fewer its numbers run into each other
MAX_SIDE = 8192  # 268 MB while it is drawn

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # what add_subparsers returns has no public name


class Parser(argparse.ArgumentParser):
    """A parser whose complaints cannot steer the terminal, whatever stood on the command line."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and the complaint, and leave with 2."""
        super().error(without_hidden(message))


def parser() -> Parser:
    """The parser of the whole command line. The namespace has `run`, the function to call."""
    top = Parser(
        prog="lstm-gui-cli", description="LSTM Lab without a window: decks, reviews, traces and pictures."
    )
    top.add_argument("--version", action="version", version=f"LSTM Lab {__version__}")
    _add_shared(top, top=True)
    groups = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_deck(groups)
    _add_collection(groups)
    _add_review(groups)
    _add_practice(groups)
    _add_statistics(groups)
    _add_scenes(groups)
    _add_trace(groups)
    _add_code(groups)
    _add_explain(groups)
    _add_challenge(groups)
    _add_render(groups)
    add_train(_command(groups, "train", "train:run", "teach a network a task, over several seeds"))
    _command(groups, "doctor", "doctor:examine", "versions, folders and what is missing")
    return top


def _add_deck(groups: Commands) -> None:
    commands = _group(groups, "deck", "bring decks in, look at them, take them out")
    bring = _command(commands, "import", "decks:bring_in", "add the cards of a file; progress is kept")
    bring.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="a deck: .toml, .jsonl, .md, .apkg, .csv, .tsv or a saved Brainscape page",
    )
    bring.add_argument(
        "--columns",
        metavar="NAMES",
        type=_columns,
        default=(),
        help=f"what the columns of a table hold, as front,back,-,tags: {', '.join(COLUMNS)}, or - for none",
    )
    bring.add_argument(
        "--with-schedule",
        action="store_true",
        help="bring the reviews in a package of Anki along, as ratings on the days they were given",
    )
    _command(commands, "list", "decks:list_all", "the decks with what is new and due")
    show = _command(commands, "show", "decks:show", "the cards of a deck")
    show.add_argument("name", metavar="NAME", help="the name of the deck")
    _add_deck_settings(commands)
    out = _command(commands, "export", "decks:take_out", "write a deck to a file")
    out.add_argument("name", metavar="NAME", help="the name of the deck")
    out.add_argument("file", metavar="FILE", type=_deck_file, help=f"out{', '.join(DECK_SUFFIXES)}")
    out.add_argument("--force", action="store_true", help="replace a file that is there already")


def _add_deck_settings(commands: Commands) -> None:
    settings = _command(commands, "settings", "deck_settings:change", "what is set for a deck; set it")
    settings.add_argument("name", metavar="NAME", help="the name of the deck, as LSTM::Gates")
    settings.add_argument(
        "--new", metavar="N", help="new cards a day, with those of the decks in it; or none"
    )
    settings.add_argument("--retention", metavar="SHARE", help="the recall to aim for, as 0.9; or none")
    settings.add_argument("--exam", metavar="DATE", help="the day of the exam, as 2026-06-30; or none")


def _add_collection(groups: Commands) -> None:
    commands = _group(groups, "collection", "check all cards and ratings, copy them, bring them back")
    _command(commands, "check", "keeping:check", "read all of it, and mend what can be mended")
    out = _command(commands, "export", "keeping:take_out", "copy all of it to one file")
    out.add_argument("file", metavar="FILE", type=_collection_file, help=f"all{COLLECTION_SUFFIX}")
    out.add_argument("--force", action="store_true", help="replace a file that is there already")
    back = _command(commands, "restore", "keeping:bring_back", "go back to such a file, or to a backup")
    back.add_argument("file", metavar="FILE", type=Path, help="what it replaces is kept as a backup")


def _add_review(groups: Commands) -> None:
    commands = _group(groups, "review", "review cards")
    following = _command(commands, "next", "review:show_next", "the card to be reviewed now")
    _add_moment(following)
    rate = _command(commands, "rate", "review:rate", "rate a card; printed once it is saved")
    rate.add_argument("uid", metavar="UID", help="the card, as review next names it")
    rate.add_argument(
        "rating", metavar="RATING", type=int, choices=range(1, 6), help="1 not at all … 5 perfectly"
    )
    _add_moment(rate)
    _command(commands, "undo", "review:undo", "take the last rating back")


def _add_practice(groups: Commands) -> None:
    practise = _command(groups, "practise", "practise:ask", "questions made of cards, with their answers")
    practise.add_argument("deck", metavar="DECK", help="the name of a deck, with those inside it")
    practise.add_argument("--mode", choices=PRACTICE, default=PRACTICE[0], help="how they are asked (choice)")
    practise.add_argument(
        "--cards", metavar="N", type=int, choices=range(1, 101), default=10, help="how many at most (10)"
    )
    practise.add_argument("--seed", metavar="N", type=_count, default=0, help="draws the cards (0)")


def _add_moment(command: Parser) -> None:
    command.add_argument("--at", metavar="ISO-TIME", help="when; local time unless it has an offset (now)")


def _add_statistics(groups: Commands) -> None:
    statistics = _command(groups, "stats", "statistics:show", "what was learnt so far, and how reviews went")
    statistics.add_argument("--deck", metavar="NAME", help="one deck, with those inside it (all)")
    statistics.add_argument(
        "--range", choices=RANGES, default=RANGES[0], help="30 days, 365 days or all (month)"
    )
    due = _command(groups, "due", "due:explain", "how the due date of a card came about, from the log")
    due.add_argument("uid", metavar="UID", help="the card, as review next names it")


def _add_scenes(groups: Commands) -> None:
    scenes = _command(groups, "scenes", "scene_list:show", "the bundled scenes by name")
    scenes.add_argument("words", metavar="WORD", nargs="*", help="only those whose texts have every word")


def _add_trace(groups: Commands) -> None:
    trace = _command(
        groups, "trace", "trace:write", "every number of a scene: x, then what its cell computes"
    )
    trace.add_argument("scene", metavar="SCENE", help=_SCENE)
    trace.add_argument("-o", dest="output", metavar="FILE", type=_trace_file, help="out.json, .csv or .npz")


def _add_code(groups: Commands) -> None:
    code = _command(groups, "code", "code:write", "a scene as a program that computes what is shown")
    code.add_argument("scene", metavar="SCENE", help=_SCENE)
    code.add_argument("language", choices=LANGUAGES, help="what it is written in")
    code.add_argument("-o", dest="output", metavar="FILE", type=_program_file, help="out.py")
    text = _command(groups, "text", "code:tell", "a scene as a short text, to be pasted")
    text.add_argument("scene", metavar="SCENE", help=_SCENE)


def _add_explain(groups: Commands) -> None:
    explain = _command(groups, "explain", "explain:tell", "how the weights of a program built by hand follow")
    explain.add_argument("program", metavar="PROGRAM", help="the name of a bundled program, such as latch")


def _add_challenge(groups: Commands) -> None:
    about = "cards that the simulator grades: all, one, or the grade of an answer"
    challenge = _command(groups, "challenge", "challenges:run", about)
    challenge.add_argument("name", metavar="NAME", nargs="?", help="which one (all by name)")
    what = challenge.add_mutually_exclusive_group()
    what.add_argument("--scene", metavar="SCENE", help=f"grade the knobs of this scene: {_SCENE}")
    what.add_argument(
        "--answer", metavar="NUMBERS", help="grade a number, or several with commas: --answer=-0.5,0"
    )
    what.add_argument("--solution", action="store_true", help="tell the solution")
    challenge.add_argument("--hints", metavar="N", type=_count, default=0, help="tell the first N hints (0)")
    challenge.add_argument(
        "--seed", metavar="N", type=_count, default=0, help="draws the values asked about (0)"
    )
    saved = "save the scene to begin with, the solution, or the sequence that failed, as out.json"
    challenge.add_argument("-o", dest="output", metavar="FILE", type=_scene_file, help=saved)


def _add_render(groups: Commands) -> None:
    about = "a picture of a scene, its steps as an animation, or the whole window"
    render = _command(groups, "render", "render:draw", about)
    what = render.add_mutually_exclusive_group(required=True)
    what.add_argument("scene", metavar="SCENE", nargs="?", help=_SCENE)
    what.add_argument("--window", action="store_true", help="the whole window, as .png")
    kinds = "out.png, .svg or .pdf; or all steps as .gif, .apng, .webp, or .mp4 with ffmpeg on the PATH"
    render.add_argument("-o", dest="output", metavar="FILE", type=_picture_file, required=True, help=kinds)
    render.add_argument("--size", metavar="WxH", type=_size, default=(1440, 900), help="pixels (1440x900)")
    render.add_argument("--theme", choices=("light", "dark"), default="light", help="colours (light)")
    render.add_argument("--speed", metavar="N", type=_speed, default=2.0, help="steps a second of .gif … (2)")


def _group(groups: Commands, name: str, about: str) -> Commands:
    group = groups.add_parser(name, help=about, description=about.capitalize() + ".")
    _add_shared(group)
    return group.add_subparsers(title="commands", required=True, metavar="COMMAND")


def _command(commands: Commands, name: str, run: str, about: str) -> Parser:
    command = commands.add_parser(name, help=about, description=about.capitalize() + ".")
    command.set_defaults(run=run)
    _add_shared(command)
    return command


def _add_shared(command: argparse.ArgumentParser, *, top: bool = False) -> None:
    """The options that stand before or after the command; a later one without them undoes nothing."""
    command.add_argument(
        "--data-dir",
        metavar="DIR",
        type=folder_argument,
        default=None if top else argparse.SUPPRESS,
        help="the folder of the collection (your own)",
    )
    command.add_argument(
        "--json",
        action="store_true",
        default=False if top else argparse.SUPPRESS,
        help="report as JSON",
    )


def _trace_file(text: str) -> Path:
    return _file(text, TRACE_SUFFIXES)


def _columns(text: str) -> tuple[str, ...]:
    names = tuple(part.strip().lower() for part in text.split(","))
    held = [name for name in names if name != "-"]
    if not set(held) <= set(COLUMNS) or len(set(held)) < len(held) or not {"front", "back"} <= set(held):
        wanted = f"names among {', '.join(COLUMNS)} or -, each once, front and back among them"
        raise argparse.ArgumentTypeError(f"wanted {wanted}, not {text!r}")
    return names


def _deck_file(text: str) -> Path:
    return _file(text, DECK_SUFFIXES)


def _collection_file(text: str) -> Path:
    return _file(text, (COLLECTION_SUFFIX,))


def _scene_file(text: str) -> Path:
    return _file(text, (".json",))


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 9):
        raise argparse.ArgumentTypeError(f"wanted a whole number from 0 up, not {text!r}")
    return int(text)


def _program_file(text: str) -> Path:
    return _file(text, (".py",))


def _picture_file(text: str) -> Path:
    return _file(text, PICTURE_SUFFIXES + ENDINGS)


def _file(text: str, suffixes: tuple[str, ...]) -> Path:
    path = Path(text)
    if path.suffix.lower() not in suffixes:
        raise argparse.ArgumentTypeError(f"the name must end in {', '.join(suffixes)}, not {text!r}")
    return path


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not SPEEDS[0] <= speed <= SPEEDS[1]:
        raise argparse.ArgumentTypeError(
            f"wanted a number of steps a second, {SPEEDS[0]:g} to {SPEEDS[1]:g}, not {text!r}"
        )
    return speed


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isascii() and width.isdecimal() and height.isascii() and height.isdecimal()):
        raise argparse.ArgumentTypeError(
            f"wanted WIDTHxHEIGHT in pixels, 1440x900 for instance, not {text!r}"
        )
    size = int(width[:6]), int(height[:6])
    if size[0] < MIN_WIDTH or size[1] < MIN_HEIGHT or max(size) > MAX_SIDE:
        raise argparse.ArgumentTypeError(
            f"a picture is {MIN_WIDTH}x{MIN_HEIGHT} to {MAX_SIDE}x{MAX_SIDE} pixels, not {text!r}"
        )
    return size
