"""Where each gate stands on its curve: squashed, or exponential and weighed against another number.

A stabilised gate is exp(u − m), where m is the larger of its own u and of what the other gate has. With the
other held, that is an exponential up to 1: i′ = min(1, exp(z_i − against)) with against = log f + m₋, and
f′ = min(1, exp(log f − against)) with against = z_i − m₋.
"""

import math
from collections.abc import Mapping

from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.simulator.frame import OperatingPart

_OTHERS = {"i": ("log_f", 1.0), "f": ("z_i", -1.0)}  # what a gate is weighed against, and the sign of m₋


def operating_part(here: Mapping[str, float], graph: CellGraph, unit: int = 0) -> OperatingPart:
    """The points of one unit at one step, from its quantities at that step."""
    points = {block: (here[f"z_{block}"], here[gate]) for block, gate in graph.gate_of.items()}
    against = {block: _against(block, here) for block in graph.stabilised}
    return OperatingPart(points, graph.kind, unit=unit, against=against)


def _against(block: str, here: Mapping[str, float]) -> float:
    """What stands against an exponential gate; nothing at all against i′ where nothing is stored."""
    other, sign = _OTHERS[block]
    if block == "i" and not here.get("stored", here["n_previous"]):
        return -math.inf
    return here[other] + sign * here["m_previous"]
