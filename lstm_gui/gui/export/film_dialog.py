"""Export of an animation: which steps, how fast, how large, as which kind of file; and how far it is."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QProgressBar, QSpinBox, QWidget

from lstm_gui.durable_file import ensure_writable
from lstm_gui.formats.film.mp4 import FilmRefused, has_ffmpeg
from lstm_gui.gui.announcement import announce
from lstm_gui.gui.export.form import ExportForm, chooser, press_button
from lstm_gui.gui.export.recording import Order, Recording
from lstm_gui.gui.jobs import Progress
from lstm_gui.gui.simulator.transport import SPEEDS
from lstm_gui.gui.stock_look import dress_progress
from lstm_gui.simulator.state import SimState

translate = QCoreApplication.translate

SIZES = ((960, 640), (1280, 800), (1440, 900), (1920, 1080))
_USUAL = SIZES.index((1280, 800))
_KILO = 1000


class FilmDialog(ExportForm):
    """Offers to record a state as it was when the dialog was opened.

    Signals:
    save_wanted() -- the person wants a file: record() it
    refused(str)  -- why there is no file
    written(str)  -- which file there is
    """

    save_wanted = Signal()
    refused = Signal(str)
    written = Signal(str)

    def __init__(
        self,
        state: SimState,
        tab: str,
        rate: float,
        parent: QWidget | None = None,
        *,
        all_units: bool = False,
    ) -> None:
        """`all_units` records heat maps of every unit, where they are looked at."""
        super().__init__(self.tr("Export an animation"), parent)
        self._state, self._tab, self._all_units = state, tab, all_units
        self.recording: Recording | None = None
        self._path = Path()
        self._add_choices(rate)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        dress_progress(self.bar)
        self.bar.setAccessibleName(self.tr("How far the animation is"))
        self.leave = press_button(self.tr("Cancel"), self.tr("Export nothing (Esc)"))
        self.save = press_button(self.tr("&Save…"), self.tr("Choose a file for the animation (Enter)"))
        self.lay_out((self.bar,), (self.leave, self.save))
        self.leave.clicked.connect(self._leave)
        self.save.clicked.connect(self.save_wanted)
        self._rest()
        self._look()

    # What is chosen

    @property
    def ending(self) -> str:
        """That of the kind of file which is chosen."""
        ending: str = self.kind.currentData()
        return ending

    @property
    def order(self) -> Order:
        """What would be recorded."""
        first, last = sorted((self.first.value(), self.last.value()))
        return Order(
            self._state,
            self.size_choice.currentData(),
            first,
            last,
            self.speed.currentData(),
            self.theme.currentData(),
            self._tab,
            self._all_units,
        )

    def _add_choices(self, rate: float) -> None:
        steps = self._state.scene.steps
        self.kind = chooser((words, ending) for ending, words in kind_words().items())
        self.size_choice = chooser(
            (self.tr("{w} × {h} pixels").format(w=wide, h=high), (wide, high)) for wide, high in SIZES
        )
        self.size_choice.setCurrentIndex(_USUAL)
        self.first, self.last = _step_box(steps, 1), _step_box(steps, steps)
        self.speed = chooser(
            (self.tr("{n} steps a second").format(n=f"{speed:g}"), speed) for speed in SPEEDS
        )
        self.speed.setCurrentIndex(max(0, self.speed.findData(rate)))
        self.theme = chooser([(self.tr("Light"), "light"), (self.tr("Dark"), "dark")])
        self.add_choice(self.tr("&Format"), self.tr("Which kind of file"), self.kind)
        self.add_choice(self.tr("S&ize"), self.tr("How large each picture is"), self.size_choice)
        self.add_choice(self.tr("F&rom step"), self.tr("The first step shown"), self.first)
        self.add_choice(self.tr("&To step"), self.tr("The last step shown"), self.last)
        self.add_choice(self.tr("Sp&eed"), self.tr("How many steps a second"), self.speed)
        self.add_choice(self.tr("&Colours"), self.tr("On a light or on a dark ground"), self.theme)
        self.choices = (self.kind, self.size_choice, self.first, self.last, self.speed, self.theme)
        for choice in (self.kind, self.speed):
            choice.currentIndexChanged.connect(self._count)
        for choice in (self.size_choice, self.theme):
            choice.currentIndexChanged.connect(self._look)
        self.first.valueChanged.connect(self._look)
        self.last.valueChanged.connect(self._count)

    def _look(self) -> None:
        """Show the first picture."""
        order = self.order
        sheet = order.sheet()
        try:
            sheet.show_step(order.first)
            self.preview.show_drawing(sheet.drawing, QSize(*order.size))
        finally:
            sheet.close()
        self._count()

    def _count(self) -> None:
        order = self.order
        count = len(order.steps)
        seconds = f"{count / order.rate:.1f}".removesuffix(".0")
        words = self.tr("{n} pictures, {s} s") if count > 1 else self.tr("1 picture, {s} s")
        self.about.setText(words.format(n=count, s=seconds))

    # Recording

    def record(self, path: Path) -> None:
        """Make the file; the choices rest meanwhile. What can be refused at once is."""
        try:
            ensure_writable(path)
        except OSError as error:
            self.refused.emit(refusal(path, error))
            return
        self._path = path
        self.recording = Recording(self.order, path, self)
        self.recording.progressed.connect(self._show_progress)
        self.recording.failed.connect(lambda error: self.refused.emit(refusal(path, error)))
        self.recording.succeeded.connect(self._finish)
        self.recording.ended.connect(self._rest)
        for choice in (*self.choices, self.save):
            choice.setEnabled(False)
        self.bar.setEnabled(True)
        self.leave.setToolTip(self.tr("Stop, and write nothing (Esc)"))
        announce(self, self.tr("The animation is being made"))
        self.recording.start()

    def done(self, result: int) -> None:
        """Going away ends what is under way."""
        if self.recording is not None:
            self.recording.cancel()
        super().done(result)

    def _leave(self) -> None:
        """Stop what is under way, or else go."""
        if self.recording is not None:
            self.recording.cancel()
        else:
            self.reject()

    def _show_progress(self, progress: object) -> None:
        assert isinstance(progress, Progress)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.about.setText(progress.words)

    def _finish(self, size: int) -> None:
        words = self.tr("Saved as {name}, {size} kB")
        self.written.emit(words.format(name=self._path.name, size=max(1, round(size / _KILO))))
        self.accept()

    def _rest(self) -> None:
        """Nothing is under way."""
        if self.recording is not None:
            self.recording.deleteLater()
            self.recording = None
        for choice in (*self.choices, self.save):
            choice.setEnabled(True)
        self.bar.reset()
        self.bar.setEnabled(False)
        self.leave.setToolTip(self.tr("Export nothing (Esc)"))
        self._count()


def kind_words() -> dict[str, str]:
    """The kinds of files that can be made here, by their endings."""
    kinds = {
        ".gif": translate("FilmDialog", "GIF, shown everywhere"),
        ".apng": translate("FilmDialog", "Animated PNG, every colour"),
        ".webp": translate("FilmDialog", "WebP, every colour, smaller"),
    }
    return {**kinds, ".mp4": translate("FilmDialog", "MP4 film")} if has_ffmpeg() else kinds


def file_kinds() -> dict[str, str]:
    """What a dialog for files calls them."""
    kinds = {
        ".gif": translate("FilmDialog", "GIF animation (*.gif)"),
        ".apng": translate("FilmDialog", "Animated PNG (*.apng)"),
        ".webp": translate("FilmDialog", "WebP animation (*.webp)"),
        ".mp4": translate("FilmDialog", "MP4 film (*.mp4)"),
    }
    return {ending: kinds[ending] for ending in kind_words()}


def refusal(path: Path, error: Exception) -> str:
    """Why there is no file, in one sentence."""
    why = getattr(error, "strerror", None) or str(error)
    if isinstance(error, FilmRefused):
        told = translate("FilmDialog", "{name} was not made: {why}.")
    elif isinstance(error, OSError):
        told = translate(
            "FilmDialog", "{name} was not written: {why}. Choose another folder, or free some space."
        )
    else:
        told = translate("FilmDialog", "{name} was not made: {why}. Export it as another kind of file.")
    return told.format(name=path.name, why=why.rstrip("."))


def _step_box(steps: int, value: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(1, steps)
    made.setValue(value)
    made.setKeyboardTracking(False)
    return made
