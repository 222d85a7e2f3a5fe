"""The states put in by hand, as a scene file has them.

[{"step": 2, "state": "c", "unit": 1, "value": 0.8}]
"""

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.states import STATES
from lstm_gui.lessons.scene import Cell, Override
from lstm_gui.lessons.sizes import MAX_MAGNITUDE
from lstm_gui.strict_fields import Field

MAX_OVERRIDES = 2048


def read_overrides(field: Field, steps: int, cell: Cell) -> tuple[Override, ...]:
    """The overrides of a scene. Raises FileRefused where two are of one place."""
    found: dict[tuple[int, str, int], Override] = {}
    most = min(len(cell.graph.states) * steps * cell.units, MAX_OVERRIDES)
    for item in field.items(0, most, "override"):
        override = _override(item, steps, cell.units, cell.graph)
        address = (override.step, override.state, override.unit)
        if address in found:
            raise item.refused("puts a second value in the same place; keep one")
        found[address] = override
    return tuple(found.values())


def override_values(override: Override) -> dict[str, object]:
    """An override as it stands in a file."""
    return {
        "step": override.step,
        "state": override.state,
        "unit": override.unit + 1,
        "value": float(override.value),
    }


def _override(field: Field, steps: int, units: int, graph: CellGraph) -> Override:
    fields = field.table(("step", "state", "unit", "value"))
    state = fields["state"].choice([known.name for known in graph.states])
    return Override(
        step=fields["step"].whole(1, steps),
        state=state,
        unit=fields["unit"].whole(1, units) - 1,
        value=fields["value"].number(STATES[state].low * MAX_MAGNITUDE, MAX_MAGNITUDE),
    )
