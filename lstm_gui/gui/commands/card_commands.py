"""The window "Cards": opened, dressed as the rest, and told of what is changed elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:  # made when it is asked for
    from lstm_gui.gui.browser.browsing import Browsing
    from lstm_gui.gui.browser.window import CardWindow
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.quiz.style import Style

NAMES = ("cards", "cards_parts", "cards_columns")  # what is remembered of it, among the splitters


class CardCommands(QObject):
    """Opens the window of all cards, one at a time."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._browsing: Browsing | None = None

    @property
    def open_window(self) -> "CardWindow | None":
        """The window, while it is open."""
        browsing = self._browsing
        if browsing is None or not shiboken6.isValid(browsing):  # type: ignore[no-untyped-call]
            return None
        return browsing.window

    def browse_cards(self) -> None:
        """Show every card; a window that is open comes to the front."""
        there = self.open_window
        if there is not None:
            there.raise_()
        elif self._window.decks.collection is None:
            return
        else:
            there = self._made()
            there.show()
        there.activateWindow()
        there.search.setFocus()
        there.search.selectAll()

    def browse_deck(self, name: str) -> None:
        """Show the cards of a deck and of those in it; "" is every card."""
        from lstm_gui.quiz.query import written

        self.browse_cards()
        if (there := self.open_window) is not None:
            there.search_for(written("deck", name) if name else "")

    # Inside

    def _made(self) -> "CardWindow":
        from lstm_gui.gui.browser.browsing import Browsing
        from lstm_gui.gui.browser.deeds import CardDeeds
        from lstm_gui.gui.browser.export import CardExport
        from lstm_gui.gui.browser.window import CardWindow
        from lstm_gui.gui.quiz.review import local_now

        main, collection = self._window, self._window.decks.collection
        assert collection is not None
        window = CardWindow(main.review.shelf, self._style(), main)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.restore({name: list(sizes) for name, sizes in main.live.now.splitters if name in NAMES})
        self._browsing = browsing = Browsing(window, collection, local_now)
        deeds = CardDeeds(browsing, collection, local_now)
        export = CardExport(window, collection, main.files.folder, browsing)
        deeds.edit_wanted.connect(self._edit)
        deeds.new_wanted.connect(self._begin_new)
        deeds.scene_wanted.connect(main.commands.visit_scene)
        deeds.past_wanted.connect(main.statistics.explain_card)
        deeds.export_wanted.connect(export.ask)
        export.exported.connect(self._exported)
        window.closed.connect(self._remember)
        main.closed.connect(window.close)
        main.theme.changed.connect(self._dress)
        main.live.changed.connect(self._dress)
        main.review.decks_known.connect(browsing.refresh)
        collection.edited.connect(browsing.refresh)
        collection.opened.connect(browsing.refresh)  # a backup took its place
        browsing.refresh()
        return window

    def _edit(self, uid: str) -> None:
        if (editing := self._window.edits.editing) is not None:
            editing.edit(uid)

    def _begin_new(self, deck: str) -> None:
        if (editing := self._window.edits.editing) is not None:
            editing.begin_new(deck)

    def _exported(self, path: object) -> None:
        assert isinstance(path, Path)
        self._window.files.remember(path)

    def _dress(self) -> None:
        if (window := self.open_window) is not None:
            window.set_style(self._style())

    def _remember(self) -> None:
        window = self.open_window
        if window is None:
            return
        main = self._window
        self._browsing = None
        main.theme.changed.disconnect(self._dress)
        main.live.changed.disconnect(self._dress)
        kept = dict(main.live.now.splitters) | {name: tuple(sizes) for name, sizes in window.sizes.items()}
        main.live.change(splitters=tuple(sorted(kept.items())))

    def _style(self) -> "Style":
        from lstm_gui.gui.quiz.style import Style

        return Style(self._window.theme.colours, self._window.live.now.zoom)
