"""What the person has set, and where they left off: frozen settings, read and written as JSON.

One table, the fields of `Settings`, gives each setting its type, default, range and description.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, get_type_hints

from lstm_gui.durable_file import write_durably
from lstm_gui.settings_migrations import VERSION, migrate
from lstm_gui.strict_fields import Field
from lstm_gui.strict_json import FileRefused, read_json

FILE = "settings.json"
BAD_FILE = "settings.bad.json"
MAX_BYTES = 1_000_000
MAX_RECENT = 10
THEMES = ("system", "light", "dark")

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
    new_per_day: Annotated[int, Rule(_whole(0, 999), "New cards a day, in each deck.")] = 10
    deck: Annotated[str, Rule(_text(200), "The deck last reviewed; empty: the bundled one.")] = ""
    scene: Annotated[str, Rule(_text(4096), "The scene last shown, a name or a file; empty: the first.")] = ""
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
    path = folder / FILE
    if not path.exists():
        return Settings(), ""
    try:
        settings, complaints = _read(Field(read_json(path, max_bytes=MAX_BYTES), FILE))
    except FileRefused as refusal:
        return Settings(), _keep_aside(folder, str(refusal))
    return settings, _keep_aside(folder, complaints[0]) if complaints else ""


def save(folder: Path, settings: Settings) -> None:
    """Write the settings durably, the folder being made when missing. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    write_durably(folder / FILE, _to_json(settings).encode())


def with_recent(settings: Settings, path: Path | str) -> Settings:
    """The settings with a file as the newest of the recent ones, each of which stands there once."""
    newest = str(Path(path).absolute())
    others = tuple(old for old in settings.recent_files if old != newest)
    return replace(settings, recent_files=(newest, *others)[:MAX_RECENT])


def _read(whole: Field) -> tuple[Settings, list[str]]:
    found = migrate(whole)
    known = rules()
    values: dict[str, Any] = {}
    complaints: list[str] = []
    for name, rule in known.items():
        try:
            if name in found:
                values[name] = rule.read(found[name])
        except FileRefused as refusal:
            complaints.append(str(refusal))
    unknown = tuple(
        (key, json.dumps(item.value)) for key, item in found.items() if key not in known and key != "version"
    )
    version = found["version"].whole(0, 10**9)
    return Settings(**values, unknown=unknown, version=version), complaints


def _to_json(settings: Settings) -> str:
    values: dict[str, object] = {"version": settings.version}
    values.update({name: getattr(settings, name) for name in rules()})
    values["splitters"] = {name: list(sizes) for name, sizes in settings.splitters}
    values.update({key: json.loads(text) for key, text in settings.unknown})
    return json.dumps(values, indent=2) + "\n"


def _keep_aside(folder: Path, complaint: str) -> str:
    """Copy the bad file to settings.bad.json, so that saving does not lose it, and put it in a sentence."""
    try:
        write_durably(folder / BAD_FILE, (folder / FILE).read_bytes()[:MAX_BYTES])
    except OSError as error:
        return f"{complaint} Defaults are used; the file could not be kept ({error.strerror})."
    return f"{complaint} Defaults are used in its place; the old file is kept as {BAD_FILE}."
