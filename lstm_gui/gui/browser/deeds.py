"""What the actions of the window "Cards" do, one method for each row of its table."""

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.browser.browsing import Browsing


class CardDeeds(QObject):
    """Carries out what is asked of a CardWindow.

    Signals
    -------
    scene_wanted(str)
        The scene of a card is to be opened.
    """

    scene_wanted = Signal(str)

    def __init__(self, browsing: Browsing) -> None:
        super().__init__(browsing)
        self._window = browsing.window
        self._window.asked.connect(self.carry_out)

    def carry_out(self, handler: str) -> None:
        """Do what a row of the table says. Raises AttributeError when it has no method."""
        getattr(self, handler)()

    def open_scene(self) -> None:
        """Open the scene of the current card in the simulator."""
        card = self._window.current_card
        if card is None or not card.card.scene:
            self._window.tell(self.tr("This card has no scene."))
        else:
            self.scene_wanted.emit(card.card.scene)

    def toggle_preview(self) -> None:
        """Show the card beside the table, or hide it."""
        self._window.show_preview(not self._window.preview.isVisible())

    def search_again(self) -> None:
        """Go to the search."""
        self._window.search.setFocus()
        self._window.search.selectAll()
