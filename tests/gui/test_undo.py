"""Ctrl+Z goes by the panel used last, and never further."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.gui.undo import Place, UndoState

LABELS = st.text(max_size=5)
STATES = st.builds(UndoState, st.sampled_from(Place), *[LABELS] * 5)


@given(STATES, st.sampled_from(Place))
def test_undo_belongs_to_the_panel_used_last(state: UndoState, place: Place) -> None:
    used = replace(state, place=place)
    expected = {Place.REVIEW: state.review_undo, Place.SIMULATOR: state.simulator_undo}
    expected |= {Place.TRAINING: state.training_undo}
    assert used.undo_label == expected[place]


@given(STATES)
def test_a_rating_is_never_redone(state: UndoState) -> None:
    assert replace(state, place=Place.REVIEW).redo_label == ""
    assert replace(state, place=Place.SIMULATOR).redo_label == state.simulator_redo


def test_undo_stops_at_the_panel_s_own_end() -> None:
    state = UndoState(Place.SIMULATOR, review_undo="rating 4", simulator_undo="")
    assert state.undo_label == ""
