"""Which unit follows what: correlations, and how strong one is found where there is nothing.

The measure is |r|, Pearson's correlation of a unit's activation with a feature of the character just read.
How much of it chance gives is worked out from the text and the units themselves: the activations are shifted
against the text round a circle, which leaves all that units and text are by themselves and takes away what
they have to do with each other (a permutation test by circular shifts). Of every shift the strongest |r| of
all units counts, so that many units to choose from make nothing look special (Westfall & Young 1993).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.text_lab.features import FEATURES, Feature

LEAST = 3  # changes of a feature, of which fewer say nothing
LEAST_TEXT = 60  # characters
_NEAR = 20  # characters: a shift by less leaves much of what is to be taken away
_RARE = 0.05  # of the shifts, in which chance gives more
BEST = 5  # units named for each feature


@dataclass(frozen=True, slots=True)
class Following:
    """How well the units follow one feature, the best first."""

    feature: str  # one of FEATURES
    units: tuple[int, ...]  # from 0; () where nothing can be said
    r: tuple[float, ...]  # of each, from −1 to 1
    chance: float  # |r| that the best of all units passes by chance in one text of twenty
    why: str = ""  # "none" or "short", where nothing can be said: the text has none of it, or is too short

    @property
    def is_seen(self) -> bool:
        """Whether the best unit follows it more than by chance."""
        return bool(self.r) and abs(self.r[0]) > self.chance


def ranking(text: str, activations: FloatArray) -> tuple[Following, ...]:
    """Every feature of a text (T characters) with the units (T, H) that follow it best."""
    if len(text) < LEAST_TEXT:
        return tuple(Following(name, (), (), 0.0, "short") for name in FEATURES)
    units = _standard(activations.astype(np.float64))
    ahead = np.fft.rfft(units, axis=0)
    return tuple(_following(name, asked(text), ahead, len(text)) for name, asked in FEATURES.items())


def _following(name: str, feature: Feature, units: NDArray[Any], steps: int) -> Following:
    if np.count_nonzero(np.diff(feature)) < LEAST:
        return Following(name, (), (), 0.0, "none")
    wave = np.fft.rfft(_standard(feature[:, np.newaxis]), axis=0)
    r = np.fft.irfft(units * wave.conj(), steps, axis=0)  # (shifts, H), at 0 as they stand
    strongest = np.abs(r[_NEAR : steps - _NEAR + 1]).max(axis=1)
    order = np.argsort(-np.abs(r[0]), kind="stable")[:BEST]
    chance = float(np.quantile(strongest, 1 - _RARE))
    return Following(name, tuple(map(int, order)), tuple(map(float, np.clip(r[0, order], -1, 1))), chance)


def _standard(columns: NDArray[Any]) -> NDArray[Any]:
    """Columns (T, ·) of mean 0 and length 1; one that never changes is 0 and correlates with nothing."""
    centred = columns - columns.mean(axis=0)
    length = np.sqrt((centred * centred).sum(axis=0))
    still = length <= 1e-9 * np.sqrt(len(columns)) * np.maximum(1.0, np.abs(columns).max(axis=0))
    return np.asarray(np.where(still, 0.0, centred / np.where(still, 1.0, length)))
