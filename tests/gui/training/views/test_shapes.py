"""Any shape of network, any length, any card: every view paints, and every place in it can be read."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lstm_gui.graph.kind import EVERY_KIND
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.inside.room import InsideCards
from tests.gui.training.views.made_up import made_up

shapes: dict[str, st.SearchStrategy[Any]] = {
    "kind": st.sampled_from(EVERY_KIND),
    "units": st.sampled_from([1, 2, 3, 4, 17, 64]),
    "layers": st.integers(1, 4),
    "both": st.booleans(),
    "steps": st.sampled_from([1, 2, 9, 80, 400]),
    "inputs": st.sampled_from([1, 3, 4, 96]),
    "outputs": st.sampled_from([1, 2, 7, 96]),
    "seed": st.integers(0, 99),
}


@pytest.mark.parametrize("answers", ["numbers", "classes", "bits"])
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_everything_paints_and_is_read(qapp: object, style: Style, answers: str, data: st.DataObject) -> None:
    assert qapp
    shape: dict[str, Any] = {name: data.draw(strategy, name) for name, strategy in shapes.items()}
    wide, zoom = data.draw(st.sampled_from([(300, 1.0), (1046, 1.0), (1600, 1.5)]))
    cards = InsideCards(style)
    try:
        cards.set_style(style.scaled(zoom))
        cards.resize(wide, cards.least_height(wide))
        cards.place()
        cards.show_look(made_up(answers, **shape))
        for view in cards.views.values():
            across, down = view.extent()
            for place in ((0, 0), (across - 1, down - 1)) if across and down else ():
                assert view.words(*place)
                view.read(place)
                assert not view.grab().isNull()
            numbers = view.numbers()
            assert {len(row) for row in numbers.rows if view is not cards.weights} <= {len(numbers.head)}
            assert view.accessibleDescription()
            assert numbers.text.count("\n") == len(numbers.rows)
    finally:
        cards.deleteLater()


@pytest.mark.parametrize("answers", ["numbers", "classes", "bits"])
@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf, 1e30])
def test_what_is_no_number_is_shown_and_told_all_the_same(
    qapp: object, style: Style, answers: str, wrong: float
) -> None:
    assert qapp
    look = made_up(answers, units=3, outputs=3)
    spoilt = {name: np.where(array > 0.5, wrong, array) for name, array in look.quantities.items()}
    y = np.where(look.y > 0.3, wrong, look.y)
    weights = {name: np.where(array > 0.1, wrong, array) for name, array in look.weights.items()}
    cards = InsideCards(style)
    try:
        cards.resize(1046, 780)
        cards.place()
        cards.show_look(replace(look, y=y, quantities=spoilt, weights=weights))
        for view in cards.views.values():
            across, down = view.extent()
            assert view.words(across // 2, down // 2)
            assert not view.grab().isNull()
    finally:
        cards.deleteLater()
