"""The Train tab: its rooms, of which one is shown."""

from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.training.files.menu_button import MenuButton
from lstm_gui.gui.training.room import Room
from lstm_gui.gui.training.room_switch import RoomSwitch
from lstm_gui.gui.training.rooms import ROOMS
from lstm_gui.gui.training.session import Session


class TrainPage(QWidget):
    """Takes the whole place beside the cards."""

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self._style = session, style
        self.rooms: dict[str, Room] = {}
        self.switch = RoomSwitch(style, self)
        self.switch.chosen.connect(self.show_room)
        self.setAccessibleName(self.tr("Train"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.uses: MenuButton | None = None  # what can be done with what was learnt
        self._top = QHBoxLayout()
        self._top.addWidget(self.switch, 1)
        self._column.addLayout(self._top)
        self.room = ""
        self.show_room(next(iter(ROOMS)))

    @property
    def first_control(self) -> QWidget:
        """What has the keyboard first."""
        return self.switch.buttons[self.room]

    def show_room(self, name: str) -> None:
        """Turn to a room, one of ROOMS, which is made when it is first shown."""
        if name not in self.rooms:
            made = self.rooms[name] = ROOMS[name].make(self.session, self._style, self)
            made.room_wanted.connect(self.show_room)
            self._column.addWidget(made, 1)
        left, focused = self.rooms.get(self.room), QApplication.focusWidget()
        if left is not None and focused is not None and name != self.room and left.isAncestorOf(focused):
            self.setFocus()  # else the next button has it, and Space presses that
        for one, room in self.rooms.items():
            room.setVisible(one == name)
        self.room = name
        self.switch.show_room(name)

    def play_or_pause(self) -> None:
        """Let what the room shows run, or wait."""
        self.rooms[self.room].play_or_pause()

    def move_by(self, steps: int) -> None:
        """Show an earlier checkpoint, or a later one; after the newest, do one update."""
        session = self.session
        if steps == 1 and session.shown_step is None:
            session.one_step()
        else:
            session.show_by(steps)

    def offer(self, menu: QMenu) -> None:
        """Offer what can be done with what was learnt, in every room."""
        self.uses = MenuButton(menu, self._style, self)
        self._top.addWidget(self.uses)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._style = style
        self.switch.set_style(style)
        if self.uses is not None:
            self.uses.set_style(style)
        for room in self.rooms.values():
            room.set_style(style)
