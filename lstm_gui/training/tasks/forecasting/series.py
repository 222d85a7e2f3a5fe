"""Numbers that follow each other in time, in their own units, with what they and their steps are called."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Series:
    """One variable or several (D) over N steps. Raises ValueError where the parts do not fit each other."""

    name: str  # "sunspots"
    columns: tuple[str, ...]  # D names
    values: NDArray[np.float64]  # (N, D), finite
    units: tuple[str, ...]  # D; "" where a column has none
    steps: tuple[str, ...] = ()  # N dates or the like; () where steps are just counted
    season: int = 0  # steps after which it repeats, about; 0 where it does not
    rates: tuple[bool, ...] = ()  # D: whether a column is a rate already, of which growth makes no sense

    def __post_init__(self) -> None:
        rows, width = self.values.shape
        for what, found, wanted in (
            ("columns", len(self.columns), width),
            ("units", len(self.units), width),
            ("steps", len(self.steps), rows if self.steps else 0),
            ("rates", len(self.rates), width if self.rates else 0),
        ):
            if found != wanted:
                raise ValueError(f"{self.name} has {found} {what}; wanted {wanted}")
        if not np.isfinite(self.values).all():
            raise ValueError(f"{self.name} holds a number that is not finite")

    def fits(self, form: str) -> NDArray[np.bool_]:
        """Which columns (D,) a form is meant for: roots of what is never below 0, growth of what is above 0
        throughout and no rate itself."""
        if form == "roots":
            return np.asarray((self.values >= 0).all(axis=0))
        rates = np.array(self.rates, dtype=bool) if self.rates else np.zeros(len(self.columns), dtype=bool)
        return (self.values > 0).all(axis=0) & ~rates
