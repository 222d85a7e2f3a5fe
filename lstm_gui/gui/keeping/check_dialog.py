"""The check of the collection: how far it is, and then what was found, in plain words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.jobs import Progress
from lstm_gui.gui.keeping.findings import lacking_words, mended_words, sound_words, stage_words
from lstm_gui.gui.keeping.frame import WIDTH, KeepingDialog
from lstm_gui.gui.operations.check_collection import Checked, check_collection
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.store.errors import CollectionError, Damaged


class CheckDialog(KeepingDialog):
    """Checks when it is told to begin; broken off, nothing has changed.

    Signals:
    mended()         -- schedules are other than before
    backups_wanted() -- only a backup helps
    """

    mended = Signal()
    backups_wanted = Signal()

    def __init__(self, collection: CollectionThread, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Check the collection"), style, parent)
        self._collection = collection
        self._checking = collection.job(self)
        self._checking.progressed.connect(self._show_stage)
        self._checking.succeeded.connect(self._show_findings)
        self._checking.failed.connect(self._show_trouble)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(self.look.gap(10))
        self._rows.setVerticalSpacing(self.look.gap(9))
        self._rows.setColumnStretch(1, 1)
        self.findings: list[QLabel] = []
        self.middle.addLayout(self._rows)
        self.middle.addStretch(1)
        self.backups = Button(Kind.SOFT, self.tr("Backups…"), self.tr("Choose a backup to go back to"), self)
        self.leave = Button(Kind.PRIMARY, self.tr("Cancel"), self.tr("Change nothing (Esc)"), self)
        self.backups.clicked.connect(self._ask_for_backups)
        self.leave.clicked.connect(self.reject)
        self.lay_out((self.backups,), (self.leave,))
        self.backups.hide()
        self.resize(self.look.px(WIDTH), self.look.px(270))

    def begin(self) -> None:
        """Check."""
        self.say(self.tr("Checking the collection…"), stage_words("pages"))
        self.set_busy(True)
        self._collection.work(self._checking, check_collection)

    def reject(self) -> None:
        """Break the check off, or close."""
        self._checking.cancel()
        super().reject()

    def _show_stage(self, progress: object) -> None:
        assert isinstance(progress, Progress)
        self.show_progress(progress)
        self.words.setText(stage_words(progress.words))

    def _show_findings(self, result: object) -> None:
        assert isinstance(result, Checked)
        found, colours = result.findings, self.look.palette
        mended, lacking = mended_words(found), lacking_words(found)
        title = self.tr("The collection is sound")
        if mended:
            title = self.tr("The collection is mended")
        elif found.lacks:
            title = self.tr("The collection is sound, but pictures are missing")
        self._end(title, "")
        for sign, sentences, colour in (
            ("+", mended, colours.role("o").ink),
            ("!", lacking, colours.role("c").ink),
            ("✓", sound_words(found), colours.role("i").ink),
        ):
            for sentence in sentences:
                self._add(sign, sentence, colour)
        announce(self, " ".join((title + ".", *mended, *lacking)))
        if found.schedules:
            self.mended.emit()

    def _add(self, sign: str, sentence: str, colour: QColor) -> None:
        mark, words = plain_label(self), plain_label(self, wraps=True)
        mark.setText(sign)
        mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        words.setText(sentence)
        ink(mark, colour, self.look.font(13, QFont.Weight.Bold))
        ink(words, self.look.palette.text, self.look.font(13))
        row = len(self.findings)
        self._rows.addWidget(mark, row, 0)
        self._rows.addWidget(words, row, 1)
        self.findings.append(words)

    def _show_trouble(self, error: Exception) -> None:
        if not isinstance(error, CollectionError):
            super().reject()
            raise error
        damaged = isinstance(error, Damaged)
        title = self.tr("The collection is damaged") if damaged else self.tr("Nothing was checked")
        self._end(title, str(error))
        self.backups.setVisible(damaged)
        (self.backups if damaged else self.leave).setFocus()

    def _end(self, title: str, words: str) -> None:
        self.set_busy(False)
        self.say(title, words)
        self.leave.say(self.tr("Close"), self.tr("Close (Esc)"))
        self.leave.setFocus()

    def _ask_for_backups(self) -> None:
        self.reject()
        self.backups_wanted.emit()
