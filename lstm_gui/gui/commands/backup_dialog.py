"""The list of backups: when each was made, how large it is, and one press to go back to it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lstm_gui.gui.commands.backup_commands import when
from lstm_gui.gui.window.close_box import close_box
from lstm_gui.store.backups import Backup

translate = QCoreApplication.translate

SIZE = (640, 440)  # px
ROW = 26  # px
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


class BackupDialog(QDialog):
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

    def __init__(self, backups: Sequence[Backup], now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Backups"))
        self._now = now
        self._words, self.about = QLabel(), QLabel()  # `about` the backup of the current row
        for label in (self._words, self.about):
            label.setWordWrap(True)
        self.about.setMinimumHeight(
            2 * self.about.fontMetrics().lineSpacing()
        )  # nothing moves for more words
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.list = self._made_list()
        buttons = self._made_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        for part in (self._words, self.list, self.about, buttons):
            column.addWidget(part)
        self.resize(*SIZE)
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
        self._words.setText(self._explanation())
        self.list.clear()
        for backup in backups:
            name = when(backup.at) if backup.path.name.startswith("collection-") else backup.path.name
            row = QTreeWidgetItem(self.list, [name, age(backup.at, self._now), _size(backup)])
            row.setSizeHint(0, QSize(0, ROW))
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

    def _made_buttons(self) -> QDialogButtonBox:
        self.restore = QPushButton(self.tr("&Restore"))
        self.restore.setToolTip(
            self.tr("Go back to this backup (Enter); what you have now is backed up first")
        )
        self.restore.clicked.connect(self._restore)
        self.back_up = QPushButton(self.tr("&Back up now"))
        self.back_up.setToolTip(self.tr("Keep all cards and ratings as they are now"))
        self.back_up.clicked.connect(self.backup_wanted)
        file = QPushButton(self.tr("&From a file…"))
        file.setToolTip(self.tr("Go back to a file that “Export everything” made"))
        file.clicked.connect(self.file_wanted)
        folder = QPushButton(self.tr("&Open the folder"))
        folder.setToolTip(self.tr("Show the files of the collection and its backups"))
        folder.clicked.connect(self.folder_wanted)
        buttons = close_box(self, self.tr("Close (Esc)"))
        for button in (self.restore, self.back_up, file, folder):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.restore.setDefault(True)
        return buttons

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
