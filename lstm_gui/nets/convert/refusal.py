"""Says in one sentence why a layer cannot be expressed in another tool."""

from typing import Any

from lstm_gui.nets.layer import Layer


def refuse_if(tool: str, reasons: dict[str, bool]) -> None:
    """Raise ValueError naming the first of the reasons that holds."""
    for reason, holds in reasons.items():
        if holds:
            raise ValueError(f"{tool} has no {reason}; the layer cannot be expressed in it")


def unknown(tool: str, layer: Layer[Any]) -> ValueError:
    """The refusal of a layer that has no counterpart."""
    return ValueError(f"{tool} has no layer like {type(layer).__name__}; the layer cannot be expressed in it")
