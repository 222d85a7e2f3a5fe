"""What the person has set, and where they left off: frozen settings, read and written as JSON.

One table, the fields of `Settings`, gives each setting its type, default, range and description.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, get_type_hints

from lstm_gui.bounded_file import FileMissing, FileRefused, read_bounded
from lstm_gui.durable_file import write_durably
from lstm_gui.settings_migrations import VERSION, migrate
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import parse_json

FILE = "settings.json"
BAD_FILE = "settings.bad.json"
MAX_BYTES = 1_000_000
MAX_RECENT = 10
THEMES = ("system", "light", "dark")
SCENE_TABS = ("cell", "compare", "gradients")  # of the simulator: a scene may open in any of them
TABS = (*SCENE_TABS, "train")

Texts = tuple[str, ...]
Splitters = tuple[tuple[str, tuple[int, ...]], ...]
Reader = Callable[[Field], object]


@dataclass(frozen=True, slots=True)
class Rule:
    """What the table says of a setting beside its type and default."""

    read: Reader  # reads it from a file and checks its range
    about: str  # one sentence for people


def _whole(low: int, high: int) -> Reader:
    return lambda value: value.whole(low, high)


def _number(low: float, high: float) -> Reader:
    return lambda value: value.number(low, high)


def _choice(*options: str) -> Reader:
    return lambda value: value.choice(options)


def _text(longest: int) -> Reader:
    return lambda value: value.text(longest)


def _texts(at_most: int, longest: int) -> Reader:
    return lambda value: tuple(item.text(longest) for item in value.items(0, at_most, "text"))


def _splitters(value: Field) -> Splitters:
    return tuple(
        (name, tuple(size.whole(0, 100_000) for size in sizes.items(1, 20, "size")))
        for name, sizes in sorted(value.keys().items())
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting. Change one with `dataclasses.replace`."""

    theme: Annotated[str, Rule(_choice(*THEMES), "Colours: light, dark, or as the system has it.")] = "system"
    zoom: Annotated[int, Rule(_whole(100, 300), "Size of texts and drawings, in percent.")] = 100
    motion: Annotated[bool, Rule(Field.flag, "Whether changes are shown by a short motion.")] = True
    speed: Annotated[float, Rule(_number(0.25, 16), "Steps a second while a scene plays.")] = 2.0
    retention: Annotated[float, Rule(_number(0.7, 0.97), "The share of due cards to be recalled.")] = 0.9
    new_per_day: Annotated[int, Rule(_whole(0, 999), "New cards a day, of all decks together.")] = 10
    reviews_per_day: Annotated[
        int, Rule(_whole(0, 9999), "Reviews a day at most: after days away, the rest waits.")
    ] = 100
    ask_confidence: Annotated[bool, Rule(Field.flag, "Whether to ask how sure you are before an answer.")] = (
        False
    )
    deck: Annotated[str, Rule(_text(200), "The deck last reviewed; empty: the bundled one.")] = ""
    scene: Annotated[str, Rule(_text(4096), "The scene last shown, a name or a file; empty: the first.")] = ""
    tab: Annotated[str, Rule(_choice(*TABS), "The tab last shown.")] = "cell"
    training: Annotated[str, Rule(_text(20_000), "What was trained last, as JSON; empty: nothing yet.")] = ""
    recent_files: Annotated[Texts, Rule(_texts(MAX_RECENT, 4096), "Files last opened, newest first.")] = ()
    class_scenes: Annotated[Texts, Rule(_texts(200, 4096), "Scenes to show in class, in order.")] = ()
    window: Annotated[str, Rule(_text(20_000), "Where the window stood: base64 of Qt's bytes.")] = ""
    splitters: Annotated[Splitters, Rule(_splitters, "The pixel sizes in each splitter, by name.")] = ()
    # What a newer version wrote that this one does not know: (key, JSON text). It is kept when saving.
    unknown: tuple[tuple[str, str], ...] = ()
    version: int = VERSION


def rules() -> dict[str, Rule]:
    """The table of settings: name to rule, in their order."""
    hints = get_type_hints(Settings, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items() if hasattr(hint, "__metadata__")}


def load(folder: Path) -> tuple[Settings, str]:
    """The settings in a folder, and a sentence for the person when something in them could not be used.

    Never raises over a bad file: it is kept as settings.bad.json, and what is wrong in it takes its default.
    """
    path, aside = folder / FILE, folder / BAD_FILE
    try:
        content = read_bounded(path, max_bytes=MAX_BYTES)
        settings, complaint = _read(Field(parse_json(content, name=FILE, max_bytes=MAX_BYTES), FILE))
    except FileMissing:
        return Settings(), ""
    except FileRefused as refusal:
        # Moved, not copied: it may be a thing that cannot be read.
        return Settings(), _kept_aside(lambda: os.replace(path, aside), str(refusal))
    if complaint:
        complaint = _kept_aside(lambda: write_durably(aside, content), complaint)
    return settings, complaint


def save(folder: Path, settings: Settings) -> None:
    """Write the settings durably, the folder being made when missing. Raises OSError.

    A value that would not read back, such as a file name that is no text, is left out: it must not cost the
    others.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = {
        name: _plain(name, settings) for name, rule in rules().items() if _reads_back(rule, name, settings)
    }
    unknown = {key: json.loads(text) for key, text in settings.unknown}
    text = json.dumps({"version": settings.version} | known | unknown, indent=2) + "\n"
    write_durably(folder / FILE, text.encode())


def with_recent(settings: Settings, path: Path | str) -> Settings:
    """The settings with a file as the newest of the recent ones, each of which stands there once.

    A file whose name is no text cannot be remembered, and changes nothing.
    """
    newest = str(Path(path).absolute())
    others = tuple(old for old in settings.recent_files if old != newest)
    changed = replace(settings, recent_files=(newest, *others)[:MAX_RECENT])
    return changed if _reads_back(rules()["recent_files"], "recent_files", changed) else settings


def _read(whole: Field) -> tuple[Settings, str]:
    """The settings in a file, and the first complaint about a value, or ""."""
    found = migrate(whole)
    known = rules()
    values: dict[str, Any] = {}
    complaints: list[str] = []
    for name in known.keys() & found.keys():
        try:
            values[name] = known[name].read(found[name])
        except FileRefused as refusal:
            complaints.append(str(refusal))
    others = found.keys() - known.keys() - {"version"}
    unknown = tuple((key, json.dumps(found[key].value)) for key in sorted(others))
    version = found["version"].whole(0, 10**9)
    return Settings(**values, unknown=unknown, version=version), min(complaints, default="")


def _plain(name: str, settings: Settings) -> object:
    """A setting as JSON has it."""
    value = getattr(settings, name)
    return json.loads(json.dumps(dict(value) if name == "splitters" else value))


def _reads_back(rule: Rule, name: str, settings: Settings) -> bool:
    try:
        rule.read(Field(_plain(name, settings), FILE))
    except FileRefused:
        return False
    return True


def _kept_aside(keep: Callable[[], None], complaint: str) -> str:
    """Put the bad file aside, so that saving does not lose it, and say so after the complaint."""
    try:
        keep()
    except OSError as error:
        return f"{complaint} Defaults are used; the old file could not be kept ({error.strerror})."
    return f"{complaint} Defaults are used in its place; the old file is kept as {BAD_FILE}."
