"""Zooming and panning in time: always within the sequence, always able to go back."""

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.simulator.timeline.time_view import FEWEST, TimeView

STEPS = st.integers(1, 256)


@st.composite
def views(draw: st.DrawFn) -> TimeView:
    """Any view that zooming and panning can lead to."""
    steps = draw(STEPS)
    span = draw(st.integers(min(FEWEST, steps), steps))
    first = draw(st.integers(1, steps - span + 1))
    return TimeView(first, first + span - 1, steps)


def is_sound(view: TimeView) -> bool:
    return 1 <= view.first <= view.last <= view.steps and view.span >= min(FEWEST, view.steps)


@given(views(), st.sampled_from([-120, -1, 1, 120]), st.data())
def test_zooming_keeps_a_step_about_where_it_is(view: TimeView, way: int, data: st.DataObject) -> None:
    about = data.draw(st.integers(view.first, view.last))
    after = view.zoomed(way, about)
    assert is_sound(after)
    assert after.first <= about <= after.last
    if way > 0:
        assert after.span < view.span or view.span == min(FEWEST, view.steps)
    else:
        assert after.span > view.span or view.is_whole
    inside = after.first > 1 and after.last < view.steps
    if inside:
        before, now = ((about - v.first) / max(1, v.span - 1) for v in (view, after))
        assert abs(before - now) <= 0.5 / (after.span - 1) + 1e-9


@given(views(), st.integers(-300, 300))
def test_panning_stops_at_the_ends(view: TimeView, by: int) -> None:
    after = view.moved(by)
    assert is_sound(after)
    assert after.span == view.span
    assert after.first in (view.first + by, 1, view.steps - view.span + 1)


@given(views(), st.sampled_from([-1, 1]))
def test_a_page_is_half_of_what_is_in_view(view: TimeView, way: int) -> None:
    assert abs(view.paged(way).first - view.first) <= max(1, view.span // 2)


@given(views(), st.data())
def test_a_step_is_brought_into_view_and_one_in_view_moves_nothing(
    view: TimeView, data: st.DataObject
) -> None:
    step = data.draw(st.integers(1, view.steps))
    after = view.holding(step)
    assert is_sound(after)
    assert after.span == view.span
    assert after.first <= step <= after.last
    if view.first <= step <= view.last:
        assert after == view


@given(views())
def test_playing_to_the_end_shows_every_step(view: TimeView) -> None:
    for step in range(1, view.steps + 1):
        view = view.holding(step)
        assert view.first <= step <= view.last


@given(views(), STEPS)
def test_another_length_is_in_view_as_far_as_it_goes(view: TimeView, steps: int) -> None:
    after = view.of_length(steps)
    assert (after.steps, after.is_whole or after.span == view.span) == (steps, True)
    assert is_sound(after) or after.span == view.span
    if view.is_whole:
        assert after.is_whole


def test_the_wheel_turned_back_and_forth_shows_all_again() -> None:
    view = TimeView.whole(256)
    for _ in range(20):
        view = view.zoomed(1, 100)
    assert view.span == FEWEST
    for _ in range(40):
        view = view.zoomed(-1, 100)
    assert view == TimeView.whole(256)


@given(views(), st.integers(-300, 300), st.booleans())
def test_an_end_that_is_dragged_leaves_the_other_where_it_is(view: TimeView, by: int, at_first: bool) -> None:
    after = view.between(view.first + by, view.last) if at_first else view.between(view.first, view.last + by)
    assert is_sound(after)
    assert after.last == view.last if at_first else after.first == view.first
