"""The cell that reads the sequence from its end, as a scene file has it.

    "backward": {"weights": {"i": {"W": [[0.5]], "U": [[0.0]], "b": [0.0]}, "f": …, "g": …, "o": …},
                 "initial": {"h": [0.0], "c": [0.0]},
                 "overrides": [{"step": 2, "state": "c", "unit": 1, "value": 0.8}]}

Its kind and sizes are those of "cell". `initial` is what the last step reads, and an override stands in place
of what its step would have read of the step after; both may be left out.
"""

from dataclasses import replace

from lstm_gui.lessons.cell_file import read_weights, weight_values
from lstm_gui.lessons.initial_file import initial_values, read_initial
from lstm_gui.lessons.override_file import override_values, read_overrides
from lstm_gui.lessons.scene import Backward, Scene, zero_states
from lstm_gui.strict_fields import Field


def read_backward(field: Field, scene: Scene) -> Scene:
    """The scene with the cell that reads it from the end. Raises FileRefused."""
    fields = field.table(("weights",), ("initial", "overrides"))
    kind, inputs, units = scene.cell.shape
    cell = replace(scene.cell, arrays=read_weights(fields["weights"], kind, inputs, units))
    initial = zero_states(kind, units)
    if "initial" in fields:
        initial = read_initial(fields["initial"], cell)
    put_in = read_overrides(fields["overrides"], scene.steps, cell) if "overrides" in fields else ()
    return replace(scene, backward=Backward(cell, initial, put_in))


def backward_values(scene: Scene) -> dict[str, object] | None:
    """The cell as it stands in a file; None where the scene has none."""
    if scene.backward is None:
        return None
    cell, put_in = scene.backward.cell, scene.backward.overrides
    return {
        "weights": weight_values(cell),
        "initial": initial_values(cell, scene.backward.initial),
        **({"overrides": [override_values(one) for one in put_in]} if put_in else {}),
    }
