"""Every menu, with what opens out of it: each entry has a key of its own."""

from collections import Counter

from PySide6.QtWidgets import QMenu

from lstm_gui.gui.actions.table import MENUS
from tests.gui.conftest import Lab


def mnemonics(menu: QMenu) -> list[str]:
    return [text[text.index("&") + 1].lower() for action in menu.actions() if "&" in (text := action.text())]


def test_no_two_entries_of_a_menu_share_a_key(lab: Lab) -> None:
    menus = [lab.window.menus.menu(name) for name in MENUS]
    menus += [
        inner for menu in menus for action in menu.actions() if isinstance(inner := action.menu(), QMenu)
    ]
    assert len(menus) > len(MENUS)
    for menu in menus:
        shared = [key for key, count in Counter(mnemonics(menu)).items() if count > 1]
        assert not shared, f"{menu.title()}: {shared}"
