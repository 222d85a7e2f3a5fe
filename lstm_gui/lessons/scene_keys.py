"""What a scene file may leave out: one row for each optional key, with the version that it came with.

To let scenes hold one more thing:

1. give `Scene` a field with a default that means "none of it";
2. write a function that reads the key, `(field, scene) -> scene`, given the scene as far as it is known: its
   cell and inputs, and whatever the rows above have read; and one that writes it, `scene -> value`, None for
   none;
3. add a row to OPTIONAL with the newest version; raise VERSION in scene_file.py only when that version has
   been released without the key.

Nothing else is to be done: files without the key read as before, a scene without it is written as before and
in the oldest version that can hold it, and the text to paste follows the file. What needs more than a few
lines has a module of its own, as the overrides have. A new kind of cell needs a row in `cell_file.SINCE`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from lstm_gui.lessons.backward_file import backward_values, read_backward
from lstm_gui.lessons.comparison_file import comparison_values, read_comparison
from lstm_gui.lessons.initial_file import initial_values, read_initial
from lstm_gui.lessons.override_file import override_values, read_overrides
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.shown_file import name_values, read_names, read_shown, shown_values
from lstm_gui.sequences.presets import SEEDED
from lstm_gui.strict_fields import Field

MAX_CAPTION = 2000  # characters
MAX_LABEL = 12
MAX_SEED = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Key:
    """A key that a scene file may leave out."""

    name: str
    since: int  # the version of the scene file that it came with
    read: Callable[[Field, Scene], Scene]  # raises FileRefused
    write: Callable[[Scene], object]  # None where the scene has none of it: the key is left out


def _read_labels(field: Field, scene: Scene) -> Scene:
    """The names of the steps; where none has one, none at all."""
    labels = tuple(name.text(MAX_LABEL) for name in field.items(scene.steps, scene.steps, "label"))
    return replace(scene, labels=labels if any(labels) else ())


def _read_overrides(field: Field, scene: Scene) -> Scene:
    return replace(scene, overrides=read_overrides(field, scene.steps, scene.cell))


def numbers(values: Iterable[float]) -> list[float]:
    """A row of numbers as it stands in a file."""
    return [float(value) for value in values]


OPTIONAL = (
    Key(
        "caption",
        1,
        lambda field, scene: replace(scene, caption=field.text(MAX_CAPTION, lines=True)),
        lambda scene: scene.caption,
    ),
    Key(
        "initial",
        1,
        lambda field, scene: replace(scene, initial=read_initial(field, scene.cell)),
        lambda scene: initial_values(scene.cell, scene.initial),
    ),
    Key("overrides", 1, _read_overrides, lambda scene: [override_values(one) for one in scene.overrides]),
    Key(
        "step",
        1,
        lambda field, scene: replace(scene, step=max(1, field.whole(0, scene.steps))),
        lambda scene: scene.step,
    ),
    Key(
        "seed",
        1,
        lambda field, scene: replace(scene, seed=field.whole(0, MAX_SEED)),
        lambda scene: scene.seed,
    ),
    Key("labels", 2, _read_labels, lambda scene: list(scene.labels) or None),
    Key(
        "drawn_as",
        2,
        lambda field, scene: replace(scene, drawn_as=field.choice(SEEDED)),
        lambda scene: scene.drawn_as or None,
    ),
    Key(
        "names",
        3,
        lambda field, scene: replace(scene, names=read_names(field, scene.cell)),
        lambda scene: name_values(scene.names) or None,
    ),
    Key(
        "shown",
        3,
        lambda field, scene: replace(scene, shown=read_shown(field, scene.cell)),
        lambda scene: shown_values(scene.shown) or None,
    ),
    Key("backward", 3, read_backward, backward_values),
    Key("compare", 3, read_comparison, comparison_values),
)
