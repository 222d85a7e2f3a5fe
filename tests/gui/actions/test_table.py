"""The table of actions holds together."""

import re
from collections import Counter
from itertools import combinations

import pytest
from PySide6.QtGui import QKeySequence

from lstm_gui.gui.actions.table import MENUS, TABLE, ActionSpec, spec

EVERY_ID = sorted(row.id for row in TABLE)
WANTED = {
    "open_scene", "save_scene_as", "import_deck", "export_picture", "quit", "undo", "redo", "reset",
    "show_scene", "reveal", "rate_1", "rate_5", "play", "step_back", "step_forward", "first_step",
    "last_step", "slower", "faster", "theme_system", "theme_light", "theme_dark", "zoom_in", "zoom_out",
    "zoom_reset",
    "motion", "present", "keys", "about", "preferences", "copy_report", "open_log_folder",
}  # fmt: skip


def test_every_wanted_action_is_there_once() -> None:
    assert set(EVERY_ID) >= WANTED
    assert max(Counter(EVERY_ID).values()) == 1


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.id)
def test_a_row_says_what_it_does_and_its_keys_exist(row: ActionSpec) -> None:
    assert row.menu in MENUS
    assert row.tip
    assert not row.tip.endswith(".")
    assert "&" in row.text, "a menu entry needs a mnemonic"
    assert re.fullmatch(r"[a-z_]+", row.handler)
    for key in row.keys:
        assert not QKeySequence(key).isEmpty(), key
    for key in row.shown_keys:
        assert key in row.hint


def test_no_key_has_two_meanings_in_one_place() -> None:
    for first, second in combinations(TABLE, 2):
        shared = set(first.keys) & set(second.keys)
        apart = first.place is not None and second.place is not None and first.place is not second.place
        assert not shared or apart, (first.id, second.id, shared)


def test_only_plain_keys_depend_on_the_place() -> None:
    for row in TABLE:
        assert row.place is None or set(row.plain_keys) == set(row.keys)


def test_no_two_entries_of_a_menu_share_a_mnemonic() -> None:
    for menu in MENUS:
        rows = [row for row in TABLE if row.menu == menu and not row.group]
        letters = Counter(row.text[row.text.index("&") + 1].lower() for row in rows)
        assert max(letters.values()) == 1, (menu, letters)


def test_a_row_is_found_by_its_id() -> None:
    assert spec("present").keys == ("F5",)
    with pytest.raises(KeyError):
        spec("nothing")
