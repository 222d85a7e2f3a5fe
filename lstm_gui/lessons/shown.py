"""What of a scene a person looks at, and what its inputs and units are called."""

from dataclasses import dataclass, field

from lstm_gui.lessons.gradient_settings import GradientSettings


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a scene opens besides its step."""

    tab: str = ""  # one of settings.SCENE_TABS; "" for the tab in which the person is
    unit: int = 0  # the unit whose numbers are shown, and
    source: int = 0  # the input, both counted from 0
    gradients: GradientSettings = field(default_factory=GradientSettings)
    backward: bool = False  # whether the cell looked at is the one that reads from the end


@dataclass(frozen=True, slots=True)
class Names:
    """What inputs and units are called, in their order; "" where one has no name, or no names at all."""

    inputs: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    def of_input(self, place: int) -> str:
        """The name of an input, counted from 0; "" where it has none."""
        return self.inputs[place] if place < len(self.inputs) else ""

    def of_unit(self, place: int) -> str:
        """The name of a unit, counted from 0; "" where it has none."""
        return self.units[place] if place < len(self.units) else ""

    def sized(self, inputs: int, units: int, first: "Names | None" = None) -> "Names":
        """The names of a cell of another size: what was added is called as in `first`, or has no name."""
        more = first or self
        return Names(_sized(self.inputs, more.inputs, inputs), _sized(self.units, more.units, units))


def _sized(names: tuple[str, ...], first: tuple[str, ...], length: int) -> tuple[str, ...]:
    cut = (*names, *first[len(names) :], *("",) * length)[:length]
    return cut if any(cut) else ()
