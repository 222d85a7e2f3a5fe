"""The list of backups: when each was made, how large it is, and one press to go back to it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from lstm_gui.gui.commands.backup_commands import when
from lstm_gui.gui.keeping.frame import BESIDE, KeepingDialog
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.slim_bar import SlimBar
from lstm_gui.gui.stock_look import dress_table
from lstm_gui.store.backups import Backup

translate = QCoreApplication.translate

SIZE = (680, 460)  # px of the design
ROW = 28  # px of the design
_AGES = (
    (
        86_400,
        QT_TRANSLATE_NOOP("BackupDialog", "{count} day ago"),
        QT_TRANSLATE_NOOP("BackupDialog", "{count} days ago"),
    ),
    (
        3600,
        QT_TRANSLATE_NOOP("BackupDialog", "{count} hour ago"),
        QT_TRANSLATE_NOOP("BackupDialog", "{count} hours ago"),
    ),
    (
        60,
        QT_TRANSLATE_NOOP("BackupDialog", "{count} minute ago"),
        QT_TRANSLATE_NOOP("BackupDialog", "{count} minutes ago"),
    ),
)


def age(moment: datetime, now: datetime) -> str:
    """How long ago something was, in words."""
    seconds = (now - moment) // timedelta(seconds=1)
    for length, one, many in _AGES:
        count = seconds // length
        if count >= 1:
            return translate("BackupDialog", one if count == 1 else many).format(count=count)
    return translate("BackupDialog", "just now")


class BackupDialog(KeepingDialog):
    """Lists backups, the newest first.

    Signals
    -------
    chosen(object)
        The Backup to restore.
    folder_wanted()
        The person wants to see the files.
    file_wanted()
        The person wants to go back to a file that is not in the list.
    backup_wanted()
        The person wants a backup now.
    looked_at(object)
        The Backup whose row is the current one.
    """

    chosen = Signal(object)
    folder_wanted = Signal()
    file_wanted = Signal()
    backup_wanted = Signal()
    looked_at = Signal(object)

    def __init__(
        self, backups: Sequence[Backup], now: datetime, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Backups"), style, parent)
        self._now = now
        self.about = plain_label(self, wraps=True)  # the backup of the current row
        ink(self.about, style.palette.text, self.look.font(13))
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.about.setMinimumHeight(
            2 * self.about.fontMetrics().lineSpacing()
        )  # nothing moves for more words
        self.list = self._made_list()
        self.middle.addWidget(self.list, 1)
        self.middle.addWidget(self.about)
        self._make_buttons()
        self.resize((QSize(*SIZE) * self.look.scale).boundedTo(self.screen().availableSize() - BESIDE))
        self.show_backups(backups)
        self.list.setFocus()

    @property
    def current(self) -> Backup | None:
        """The backup of the current row."""
        row = self.list.indexOfTopLevelItem(self.list.currentItem())
        return self._backups[row] if row >= 0 else None

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """List these."""
        self._backups = backups
        self.say(self.tr("Backups"), self._explanation())
        self.list.clear()
        for backup in backups:
            name = when(backup.at) if backup.path.name.startswith("collection-") else backup.path.name
            row = QTreeWidgetItem(self.list, [name, age(backup.at, self._now), _size(backup)])
            row.setSizeHint(0, QSize(0, self.look.px(ROW)))
            for column in (2, 3, 4):
                row.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.restore.setEnabled(bool(backups))
        if backups:
            self.list.setCurrentIndex(self.list.model().index(0, 0))

    def show_contents(self, row: int, cards: str, ratings: str) -> None:
        """Say how much the backup of a row holds."""
        item = self.list.topLevelItem(row)
        if item is not None:
            item.setText(3, cards)
            item.setText(4, ratings)

    def _make_buttons(self) -> None:
        tip = self.tr("Go back to this backup (Enter); what you have now is backed up first")
        self.restore = Button(Kind.PRIMARY, self.tr("Restore"), tip, self)
        tip = self.tr("Keep all cards and ratings as they are now")
        self.back_up = Button(Kind.QUIET, self.tr("Back up now"), tip, self)
        tip = self.tr("Go back to a file that “Export everything” made")
        file = Button(Kind.QUIET, self.tr("From a file…"), tip, self)
        tip = self.tr("Show the files of the collection and its backups")
        folder = Button(Kind.QUIET, self.tr("Open the folder"), tip, self)
        leave = Button(Kind.QUIET, self.tr("Close"), self.tr("Close (Esc)"), self)
        for button, press in (
            (self.restore, self._restore),
            (self.back_up, self.backup_wanted.emit),
            (file, self.file_wanted.emit),
            (folder, self.folder_wanted.emit),
            (leave, self.reject),
        ):
            button.clicked.connect(press)
        self.lay_out([self.back_up, file, folder], [leave, self.restore])

    def _explanation(self) -> str:
        if not self._backups:
            return self.tr("There is no backup yet. The first is made once there is something to keep.")
        return self.tr(
            "Each backup holds all cards and ratings as they were then. "
            "Restoring one keeps what you have now as a backup too."
        )

    def _made_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        heads = (self.tr("Made"), self.tr("Age"), self.tr("Size"), self.tr("Cards"), self.tr("Ratings"))
        made.setHeaderLabels(heads)
        made.setAccessibleName(self.tr("Backups"))
        made.setToolTip(self.tr("Choose the backup to go back to"))
        made.setFont(self.look.font(13))
        made.header().setFont(self.look.font(12))
        dress_table(made, self.look.palette, self.look.scale)
        made.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (2, 3, 4):
            made.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        made.itemActivated.connect(self._restore)
        made.currentItemChanged.connect(self._look)
        return made

    def _look(self) -> None:
        self.about.clear()
        if self.current is not None:
            self.looked_at.emit(self.current)

    def _restore(self) -> None:
        backup = self.current
        if backup is not None and self.isVisible():  # Enter may say it twice, by the list and by the button
            self.chosen.emit(backup)
            self.accept()


def _size(backup: Backup) -> str:
    try:
        size = backup.path.stat().st_size
    except OSError:  # removed meanwhile
        return translate("BackupDialog", "gone")
    return QLocale().formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
