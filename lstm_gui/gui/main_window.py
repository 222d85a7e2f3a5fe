"""The window: the bar on top, the cards on the left, the simulator or the training lab on the right."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QVBoxLayout

from lstm_gui.gui.actions.cells import KIND
from lstm_gui.gui.actions.table import translated
from lstm_gui.gui.commands.ask_commands import AskCommands
from lstm_gui.gui.commands.backup_commands import BackupCommands
from lstm_gui.gui.commands.card_commands import CardCommands
from lstm_gui.gui.commands.commands import Commands
from lstm_gui.gui.commands.copy_commands import CopyCommands
from lstm_gui.gui.commands.deck_commands import DeckCommands
from lstm_gui.gui.commands.direction_commands import DirectionCommands
from lstm_gui.gui.commands.edit_commands import EditCommands
from lstm_gui.gui.commands.file_commands import FileCommands
from lstm_gui.gui.commands.graded_commands import GradedCommands
from lstm_gui.gui.commands.input_commands import InputCommands
from lstm_gui.gui.commands.own_scenes import OwnScenes
from lstm_gui.gui.commands.statistics_commands import StatisticsCommands
from lstm_gui.gui.commands.training_commands import TrainingCommands
from lstm_gui.gui.errors import Errors
from lstm_gui.gui.export.commands import PictureCommands
from lstm_gui.gui.lifetime.settings import LiveSettings
from lstm_gui.gui.palette import Palette
from lstm_gui.gui.practice.commands import PracticeCommands
from lstm_gui.gui.shown_kinds import NAME_OF
from lstm_gui.gui.simulator.frame_clock import FrameClock
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.gui.simulator.splitter import CardSplitter
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.theme import Theme
from lstm_gui.gui.training.files.commands import ModelCommands
from lstm_gui.gui.undo import Place, UndoState
from lstm_gui.gui.window.banner import Banner
from lstm_gui.gui.window.bar import TopBar
from lstm_gui.gui.window.geometry import geometry_of, restored
from lstm_gui.gui.window.ground import Ground
from lstm_gui.gui.window.icons import window_icon
from lstm_gui.gui.window.keys import FocusFirst, KeyRouter
from lstm_gui.gui.window.menus import Menus
from lstm_gui.gui.window.place import PlaceWatch
from lstm_gui.gui.window.qactions import build_actions
from lstm_gui.gui.window.review import ReviewSide
from lstm_gui.gui.window.scene_tab import SceneTab
from lstm_gui.gui.window.scenes import shown_scene, shown_scenes
from lstm_gui.gui.window.stage import Stage
from lstm_gui.gui.window.tab_order import put_first
from lstm_gui.gui.window.toast import Toast
from lstm_gui.gui.window.visit import SceneVisit
from lstm_gui.lessons.scene import Scene
from lstm_gui.settings import Settings
from lstm_gui.simulator.controller import Controller

if TYPE_CHECKING:  # made when it is asked for
    from lstm_gui.gui.presenter.presenter import Presenter

SMALLEST = QSize(960, 600)
FIRST_SIZE = QSize(1440, 900)
TITLE_BAR = QSize(2, 40)  # px, about what a window manager puts around the window
FIRST_SPLIT = (370, 1046)  # px, cards and simulator
MARGIN = 12


class MainWindow(QMainWindow):
    """Puts the parts together; what an action does stands in commands/.

    Signals
    -------
    painted()
        Once, after the first paint: what is heavy may begin.
    closed()
        The window is closing.
    """

    painted = Signal()
    closed = Signal()

    def __init__(self, live: LiveSettings, theme: Theme, errors: Errors) -> None:
        super().__init__()
        self.live, self.theme, self.errors = live, theme, errors
        self.setWindowTitle(self.tr("LSTM Lab"))
        self.setWindowIcon(window_icon())
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self.presenter: Presenter | None = None  # while in class
        self._shown: Scene | None = None  # the scene as last shown, the step aside
        self.controller = Controller(FrameClock(self).request)
        self.visit = SceneVisit(self.controller, shown_scene)
        self.review = ReviewSide(theme.colours, self)
        self.practice, self.simulator = PracticeCommands(self), SimulatorPanel()
        self.commands, self.files, self.decks = Commands(self), FileCommands(self), DeckCommands(self)
        self.keeper, self.inputs, self.copies = BackupCommands(self), InputCommands(self), CopyCommands(self)
        self.directions, self.graded = DirectionCommands(self), GradedCommands(self)
        self.pictures, self.cards = PictureCommands(self), CardCommands(self)
        self.asking, self.own_scenes = AskCommands(self), OwnScenes(self)
        self.statistics, self.training = StatisticsCommands(self), TrainingCommands(self)
        self.models = ModelCommands(self)
        self.stage = Stage(self.simulator, theme.colours, self.training.make_page)
        self.edits = EditCommands(self)
        handlers = (self.commands, self.edits, self.pictures, self.cards, self.asking, self.statistics)
        learning = (self.training, self.models)
        files = (self.decks.keeping, self.files, self.keeper, self.decks, self.decks.settings)
        cells = (self.inputs, self.copies, self.directions, self.graded)
        self.actions_by_id = build_actions(self, *handlers, *files, *cells, *learning)
        self._build()
        self._connect()
        self.files.open_first_scene()
        self.take_settings(live.now)
        self._restore_geometry(live.now)

    # What the parts ask

    @property
    def undo_state(self) -> UndoState:
        """What Ctrl+Z would do."""
        return UndoState(
            self.places.undo_place,
            self.decks.importing.undo_label or self.review.undo_label,
            *self.graded.labels(),
            *self.training.labels(),
        )

    def take_settings(self, settings: Settings) -> None:
        """Look and behave as set."""
        self.theme.choose(settings.theme)
        for side in (self.review, self.stage, self.toast):
            side.set_zoom(settings.zoom)
        self.simulator.set_motion(settings.motion)
        self._take_speed(settings.speed)
        self.review.take(settings)
        self.actions_by_id[f"theme_{settings.theme}"].setChecked(True)
        self.actions_by_id["motion"].setChecked(settings.motion)
        self.actions_by_id["ask_confidence"].setChecked(settings.ask_confidence)
        self._take_tab(settings.tab)
        self.menus.show_recent(settings.recent_files)

    def refresh_undo(self) -> None:
        """Say in the menu and the tooltips what undo and redo would do; show the way back from a visit."""
        state = self.undo_state
        for name, label in (("undo", state.undo_label), ("redo", state.redo_label)):
            action = self.actions_by_id[name]
            plain = translated("&Undo" if name == "undo" else "&Redo")
            action.setText(self.tr("{action}: {what}").format(action=plain, what=label) if label else plain)
            action.setEnabled(bool(label))
        visiting = self.controller.is_open and bool(self.visit.scene_name)
        offered, card = self.review.offered_scene, self.review.card
        self.bar.show_back(visiting, key_leads_back=offered in ("", self.visit.scene_name))
        self.review.set_scene_open(visiting and card is not None and card.scene == self.visit.scene_name)

    def present(self) -> None:
        """Show the simulator over the whole screen, on a state of its own; this window stays as it is."""
        from lstm_gui.gui.presenter.lecture import Lecture
        from lstm_gui.gui.presenter.presenter import Presenter

        if self.presenter is not None:
            return
        scenes = shown_scenes()
        names = self.live.now.class_scenes or tuple(name for name, _ in scenes)
        self.simulator.transport.pause()
        card = self.review.last_card
        lecture = Lecture(self.controller.state, names, self.files.bundled_or_file, card)
        shelf, motion, page = self.review.shelf, self.live.now.motion, self.training.make_page
        presenter = Presenter(lecture, self.theme.colours, shelf, page, motion=motion)
        presenter.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        presenter.setScreen(self.screen())
        presenter.show_tab(self.live.now.tab)
        presenter.simulator.timeline.show_all_units(self.simulator.timeline.all_units)
        presenter.simulator.set_scenes(scenes)
        self.theme.changed.connect(presenter.set_palette)
        presenter.left.connect(self._back_from_class)
        self.presenter = presenter
        presenter.begin()

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.places.watch_native_window()
        self._focus_first.watch(self)
        if self.focusWidget() is None:
            self.review.frame.setFocus()  # or the first picker would have it until the cards are there

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.files.open_file(Path(url.toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood."""
        if self.presenter is not None:
            self.presenter.close()
        here = {"main": self.splitter.sizes(), **self.simulator.splits()}
        splits = {**dict(self.live.now.splitters), **here}
        self.live.change(
            window=geometry_of(self), splitters=tuple((name, tuple(splits[name])) for name in sorted(splits))
        )
        self.places.stop()
        self.closed.emit()
        super().closeEvent(event)

    # Inside

    def _back_from_class(self) -> None:
        if self.presenter is not None:
            self.theme.changed.disconnect(self.presenter.set_palette)
            self.presenter = None
        self.activateWindow()

    def _simulator_changed(self) -> None:
        """Undo follows what was done last; steps that pass by themselves are not something done."""
        state = self.controller.state
        before, self._shown = self._shown, replace(state.scene, step=1, compare=state.compare)
        if before is not None and before != self._shown:
            self.places.did(Place.SIMULATOR)
        self.refresh_undo()
        self._mark_cell()

    def _mark_cell(self) -> None:
        """Check the action of the kind of cell that there is."""
        name = NAME_OF.get(self.controller.state.scene.cell.kind)
        if name is not None:
            self.actions_by_id[f"{KIND}{name}"].setChecked(True)

    def _build(self) -> None:
        colours = self.theme.colours
        self.bar = TopBar(self.actions_by_id, colours, self)
        self.menus = Menus(self.bar.menu_bar, self.actions_by_id, self.files.open_file)
        self.setMenuWidget(self.bar)
        ground = Ground(self)
        ground.painted.connect(self.painted)
        self.state_banner = Banner(colours, ground, lasting=True)
        self.banner = Banner(colours, ground)
        self.toast = Toast(colours, self)
        self.splitter = CardSplitter(Qt.Orientation.Horizontal, Style(colours), ground)
        self.splitter.addWidget(self.review.frame)
        self.splitter.addWidget(self.stage)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        box = QVBoxLayout(ground)
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        box.setSpacing(MARGIN)
        box.addWidget(self.state_banner)
        box.addWidget(self.banner)
        box.addWidget(self.splitter, 1)
        self.setCentralWidget(ground)

    def _connect(self) -> None:
        panels = {Place.REVIEW: self.review.frame, Place.SIMULATOR: self.simulator}
        self.places = PlaceWatch(self, panels | {Place.TRAINING: self.stage.training_place})
        self.places.changed.connect(self.refresh_undo)
        self._focus_first = FocusFirst(self)
        KeyRouter(self, self.actions_by_id, lambda: self.places.place)
        self.simulator.connect_controller(self.controller)
        self.pictures.furnish()
        self.inputs.furnish()
        self.asking.furnish()
        self.directions.furnish()
        SceneTab(self.controller, lambda: self.stage.tab, lambda name: self.live.change(tab=name))
        self.controller.on_change.append(self._simulator_changed)
        self.bar.back.clicked.connect(self.commands.leave_scene)
        self.review.rated.connect(lambda: self.places.did(Place.REVIEW))
        self.review.changed.connect(self.refresh_undo)
        self.review.furnished.connect(self._take_panel)
        self.simulator.transport.speeds.currentIndexChanged.connect(self._remember_speed)
        self.theme.changed.connect(self._dress)
        self.live.changed.connect(self.take_settings)
        self.simulator.scene_chosen.connect(self.files.open_named)
        scenes = self.simulator.transport.scenes
        scenes.offer_more()
        scenes.browse_requested.connect(self.commands.browse_scenes)
        scenes.challenges_requested.connect(self.graded.browse_challenges)
        self.simulator.cell_chosen.connect(self.commands.switch_cell)
        self.live.not_saved.connect(self.errors.notice)
        self.errors.told.connect(self.banner.tell)
        self.banner.report_wanted.connect(self.commands.copy_text)
        self._dress(self.theme.colours)

    def _take_panel(self) -> None:
        """The cards are there: listen to them, and let keys and Tab begin with them."""
        panel = self.review.panel
        panel.scene_requested.connect(self.commands.visit_scene)
        panel.learning_requested.connect(self.training.watch)
        panel.challenge_requested.connect(self.graded.answer_card)
        panel.answer_requested.connect(self.graded.go_to_card)
        self.review.changed.connect(self.graded.follow_card)
        panel.revealed.connect(self.refresh_undo)  # S leads to its scene now
        panel.import_requested.connect(self.files.import_deck)
        panel.deck_requested.connect(self.decks.choose_deck)
        panel.rest.practise.clicked.connect(self.practice.practise)
        panel.rest.challenge.clicked.connect(self.graded.browse_challenges)
        put_first(panel, self.stage)
        panel.setFocus()  # it comes right after the first paint: nobody can have turned to anything else

    def _dress(self, colours: Palette) -> None:
        self.splitter.set_style(Style(colours))
        told = (self.state_banner, self.banner, self.toast)
        for part in (self.bar, *told, self.review, self.stage):
            part.set_palette(colours)

    def _take_speed(self, speed: float) -> None:
        speeds = self.simulator.transport.speeds
        speeds.setCurrentIndex(max(0, speeds.findData(speed)))

    def _take_tab(self, name: str) -> None:
        self.actions_by_id[f"tab_{name}"].setChecked(True)
        self.bar.tabs.show_tab(name)
        self.stage.show_tab(name)

    def _remember_speed(self) -> None:
        self.live.change(speed=float(self.simulator.transport.speeds.currentData()))

    def _restore_geometry(self, settings: Settings) -> None:
        sizes = dict(settings.splitters).get("main", FIRST_SPLIT)
        if not restored(self, settings.window):
            self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize() - TITLE_BAR))
        self.splitter.setSizes(list(sizes))
        self.simulator.set_splits({name: list(sizes) for name, sizes in settings.splitters})
