"""The choices of what columns hold."""

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.formats.table_columns import ROLES
from lstm_gui.gui.quiz.column_mapper import NOT_READ, exchanged, role_words

ANY = (NOT_READ, *ROLES)


def test_every_role_has_its_words() -> None:
    assert set(role_words()) == set(ANY)


@given(st.permutations(ROLES), st.integers(0, len(ROLES) - 1), st.sampled_from(ANY))
def test_no_two_columns_hold_the_same(roles: list[str], column: int, role: str) -> None:
    now = exchanged(roles, column, role)
    held = [each for each in now if each != NOT_READ]
    assert now[column] == role
    assert len(set(held)) == len(held)
