"""The heat maps of the weights as pictures, each kept until a number of it changes."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QLineF
from PySide6.QtGui import QImage

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.weights.maps_layout import MapPlace
from lstm_gui.gui.simulator.weights.maps_paint import dashes_of, map_image, stepped_back
from lstm_gui.lessons.scene import Matrix
from lstm_gui.nets.activation import FloatArray


class MapPictures:
    """One image for each array, a paler one for where it steps back, and the marks of what is negative."""

    def __init__(self) -> None:
        self._numbers: dict[str, tuple[Matrix, FloatArray]] = {}  # as they came, and as numpy has them
        self._images: dict[tuple[str, bool], tuple[object, QImage]] = {}  # what each was made for, and it
        self._dashes: dict[str, tuple[Matrix, MapPlace, list[QLineF]]] = {}

    def take(self, arrays: Mapping[str, Matrix]) -> None:
        """Show these numbers from now on; those of another cell are forgotten."""
        for name in self._numbers.keys() - arrays.keys():
            del self._numbers[name]
        for name, rows in arrays.items():
            known = self._numbers.get(name)
            if known is None or known[0] is not rows:
                self._numbers[name] = rows, np.array(rows, dtype=np.float64)

    def numbers(self, name: str) -> FloatArray:
        """The numbers of an array (units, columns)."""
        return self._numbers[name][1]

    def image(self, name: str, limit: float, role: str, style: Style, *, dimmed: bool = False) -> QImage:
        """The picture of an array on a scale of −limit … limit, in the colours of a role."""
        rows, numbers = self._numbers[name]
        known, wanted = self._images.get((name, dimmed)), (id(rows), limit, role, style.palette.dark)
        if known is None or known[0] != wanted:
            image = map_image(numbers, limit, role, style)
            known = wanted, stepped_back(image, style) if dimmed else image
            self._images[name, dimmed] = known
        return known[1]

    def dashes(self, place: MapPlace, style: Style) -> list[QLineF]:
        """The marks of what is negative on a map."""
        rows, numbers = self._numbers[place.name]
        known = self._dashes.get(place.name)
        if known is None or known[0] is not rows or known[1] is not place:
            known = self._dashes[place.name] = rows, place, dashes_of(place, numbers, style)
        return known[2]
