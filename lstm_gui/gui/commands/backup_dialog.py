"""The list of backups: when each was made, how large it is, and one press to go back to it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QSize, Signal
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

SIZE = (520, 380)  # px
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
    """

    chosen = Signal(object)
    folder_wanted = Signal()

    def __init__(self, backups: Sequence[Backup], now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups = backups
        self.setWindowTitle(self.tr("Backups"))
        words = QLabel(self._explanation())
        words.setWordWrap(True)
        self.list = self._made_list(now)
        self.restore = QPushButton(self.tr("&Restore"))
        self.restore.setToolTip(
            self.tr("Go back to this backup (Enter); what you have now is backed up first")
        )
        self.restore.setEnabled(bool(backups))
        self.restore.clicked.connect(self._restore)
        folder = QPushButton(self.tr("Open the &folder"))
        folder.setToolTip(self.tr("Show the files of the collection and its backups"))
        folder.clicked.connect(self.folder_wanted)
        buttons = close_box(self, self.tr("Close (Esc)"))
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(folder, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        self.restore.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        for part in (words, self.list, buttons):
            column.addWidget(part)
        self.resize(*SIZE)
        self.list.setFocus()

    def _explanation(self) -> str:
        if not self._backups:
            return self.tr("There is no backup yet. The first is made once there is something to keep.")
        return self.tr(
            "Each backup holds all cards and ratings as they were then. "
            "Restoring one keeps what you have now as a backup too."
        )

    def _made_list(self, now: datetime) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setHeaderLabels([self.tr("Made"), self.tr("Age"), self.tr("Size")])
        made.setAccessibleName(self.tr("Backups"))
        made.setToolTip(self.tr("Choose the backup to go back to"))
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = [
            QTreeWidgetItem(made, [when(backup.at), age(backup.at, now), _size(backup)])
            for backup in self._backups
        ]
        for row in rows:
            row.setSizeHint(0, QSize(0, ROW))
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if rows:
            made.setCurrentItem(rows[0])
        made.itemActivated.connect(self._restore)
        return made

    def _restore(self) -> None:
        row = self.list.indexOfTopLevelItem(self.list.currentItem())
        if row >= 0 and self.isVisible():  # Enter may say it twice, by the list and by the button
            self.chosen.emit(self._backups[row])
            self.accept()


def _size(backup: Backup) -> str:
    try:
        size = backup.path.stat().st_size
    except OSError:  # removed meanwhile
        return translate("BackupDialog", "gone")
    return QLocale().formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
