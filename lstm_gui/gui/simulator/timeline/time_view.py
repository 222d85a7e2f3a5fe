"""Which steps of a sequence are in view: zooming and panning in time, as pure functions."""

from dataclasses import dataclass, replace

FEWEST = 8  # steps in view at the nearest
_NEARER = 2 / 3  # of the steps, with each turn of the wheel
_MARGIN = 8  # of the steps in view, one stays between a step that was turned to and the edge it came over


@dataclass(frozen=True, slots=True)
class TimeView:
    """The steps `first` … `last` of a sequence of `steps`, counted from 1."""

    first: int
    last: int
    steps: int

    @classmethod
    def whole(cls, steps: int) -> "TimeView":
        """All steps in view."""
        return cls(1, steps, steps)

    @property
    def span(self) -> int:
        """How many steps are in view."""
        return self.last - self.first + 1

    @property
    def is_whole(self) -> bool:
        """Whether all steps are in view."""
        return self.span == self.steps

    def of_length(self, steps: int) -> "TimeView":
        """The view of a sequence that is now shorter or longer: all of it stays all of it."""
        if self.is_whole:
            return TimeView.whole(steps)
        return replace(self, steps=steps)._at(self.first, min(self.span, steps))

    def zoomed(self, way: int, about: int) -> "TimeView":
        """Fewer steps in view (`way` > 0) or more; the step `about` stays where it is, as far as it can."""
        span = min(self.span - 1, round(self.span * _NEARER)) if way > 0 else self._farther()
        span = max(min(FEWEST, self.steps), min(self.steps, span))
        share = (about - self.first) / max(1, self.span - 1)
        return self._at(round(about - share * (span - 1)), span)

    def moved(self, by: int) -> "TimeView":
        """As many steps in view, `by` steps later."""
        return self._at(self.first + by, self.span)

    def between(self, first: int, last: int) -> "TimeView":
        """The view from one step to another; the end that moved gives way where too few would be left."""
        fewest = min(FEWEST, self.steps)
        if last == self.last:
            first = max(1, min(first, last - fewest + 1))
        else:
            last = min(self.steps, max(last, first + fewest - 1))
        return TimeView(first, last, self.steps)

    def paged(self, way: int) -> "TimeView":
        """Half of what is in view later, or earlier."""
        return self.moved(way * max(1, self.span // 2))

    def holding(self, step: int) -> "TimeView":
        """The nearest view with a step in it: where that lies outside, a page is turned."""
        margin = self.span // _MARGIN
        if step > self.last:
            return self._at(step - margin, self.span)
        if step < self.first:
            return self._at(step + margin - self.span + 1, self.span)
        return self

    def _farther(self) -> int:
        return max(self.span + 1, round(self.span / _NEARER))

    def _at(self, first: int, span: int) -> "TimeView":
        first = max(1, min(first, self.steps - span + 1))
        return TimeView(first, first + span - 1, self.steps)
