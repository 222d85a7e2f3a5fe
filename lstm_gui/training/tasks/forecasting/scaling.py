"""From a series' own units to the numbers that a network reads, and back.

First the form: the values as they are; their roots, in which the peaks of what is counted lie closer together
(Ghaddar & Tong 1981, of sunspots); their changes from step to step; or their growth, which is the change of
100 times the logarithm: about per cent. Then the scale, which is fitted on the training part alone.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.tasks.forecasting.choices import CHANGING, FORMS, SCALES

Numbers = NDArray[np.float64]

_PER_CENT = 100.0


@dataclass(frozen=True, eq=False)
class Scaling:
    """A form, and a shift and a scale of each of D columns."""

    form: str  # one of FORMS
    fits: NDArray[np.bool_]  # (D,) which columns have a root, or a growth; others are read plainly
    shift: Numbers  # (D,)
    scale: Numbers  # (D,) above 0

    @property
    def lag(self) -> int:
        """How many steps the first number needs before it: 1 where changes are read, else 0."""
        return int(self.form in CHANGING)

    @property
    def unchanged(self) -> Numbers | None:
        """What (D,) is read where nothing changes; None where values are read as they are."""
        return -self.shift / self.scale if self.lag else None

    def scaled(self, values: Numbers) -> Numbers:
        """What a network reads of values (N, D) in their own units: (N − lag, D)."""
        return (formed(values, self.form, self.fits) - self.shift) / self.scale

    def unscaled(self, z: FloatArray, now: Numbers) -> Numbers:
        """Numbers z (…, n, D) of n steps that follow each other, in the series' own units.

        `now` (…, D) is where the series stood just before the first of them, in its own units.
        """
        plain = np.asarray(z, dtype=np.float64) * self.scale + self.shift
        if self.form == "values":
            return plain
        if self.form == "roots":
            return np.where(self.fits, np.maximum(plain, 0) ** 2, plain)
        path = np.cumsum(plain, axis=-2)
        start = np.asarray(now, dtype=np.float64)[..., np.newaxis, :]
        if self.form == "changes":
            return start + path
        with np.errstate(over="ignore"):  # a wild forecast is infinite, and drawn as off the scale
            return np.where(self.fits, start * np.exp(path / _PER_CENT), start + path)


def fitted(values: Numbers, form: str, scale: str, fits: NDArray[np.bool_], train: int) -> Scaling:
    """The scaling of values (N, D) by the first `train` numbers that are read of them, and no others.

    A column that never moves there is shifted and not stretched. Raises ValueError for a word that there
    is not.
    """
    if form not in FORMS or scale not in SCALES:
        raise ValueError(f"a series is not read as {form!r} and scaled by {scale!r}")
    seen = formed(values, form, fits)[:train]
    shift, stretch = np.zeros(seen.shape[1]), np.ones(seen.shape[1])
    if scale == "standard":
        shift, stretch = seen.mean(axis=0), seen.std(axis=0)
    elif scale == "min–max":
        low, high = seen.min(axis=0), seen.max(axis=0)
        shift, stretch = (low + high) / 2, (high - low) / 2
    still = stretch <= 1e-12 * np.maximum(1e-300, np.abs(seen).max(axis=0))
    return Scaling(form, fits, shift, np.where(still, 1.0, stretch))


def formed(values: Numbers, form: str, fits: NDArray[np.bool_]) -> Numbers:
    """Values (N, D) in a form: (N, D) or, of changes and growth, (N − 1, D)."""
    if form == "values":
        return values
    safe = np.where(fits, values, 1.0)  # of the others no root and no logarithm is taken
    if form == "roots":
        return np.where(fits, np.sqrt(safe), values)
    if form == "growth":
        values = np.where(fits, _PER_CENT * np.log(safe), values)
    return np.diff(values, axis=0)
