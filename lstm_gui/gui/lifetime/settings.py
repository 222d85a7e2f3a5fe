"""The settings while the app runs: changed in one place, saved a moment later and at the end."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from lstm_gui.settings import Settings, save

DELAY = 700  # ms from the last change to the saving, so that a splitter's drag is saved once

_log = logging.getLogger(__name__)


class LiveSettings(QObject):
    """The settings now, and their file.

    Signals
    -------
    changed(Settings)
        Something was set.
    not_saved(str)
        The file could not be written; the settings hold until the app ends. Told once.
    """

    changed = Signal(Settings)
    not_saved = Signal(str)

    def __init__(self, folder: Path, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._settings = settings
        self._saved = settings
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.save_now)

    @property
    def folder(self) -> Path:
        """Where the settings lie, and what else is kept between two runs."""
        return self._folder

    @property
    def now(self) -> Settings:
        """The settings as they stand."""
        return self._settings

    def change(self, **values: Any) -> None:
        """Set some; nothing happens when they already stand so."""
        self.take(replace(self._settings, **values))

    def take(self, settings: Settings) -> None:
        """Take over a whole set of settings."""
        if settings == self._settings:
            return
        self._settings = settings
        self._timer.start()
        self.changed.emit(settings)

    def save_now(self) -> None:
        """Write what was not written yet; a failure is told once and tried again at the next change."""
        self._timer.stop()
        if self._settings == self._saved:
            return
        try:
            save(self._folder, self._settings)
        except OSError as error:
            _log.warning("the settings were not saved: %s", error)
            if not self._told:
                self._told = True
                words = self.tr(
                    "Your settings cannot be saved now ({why}); they hold until you close the window."
                )
                self.not_saved.emit(words.format(why=error.strerror or error))
            return
        self._saved, self._told = self._settings, False
