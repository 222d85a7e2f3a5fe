"""What takes less than its share leaves the rest of it; what takes more is scrolled."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.practice.fitted_scroll import FittedScroll

WORDS = "The forget gate keeps what the cell remembers. "


def test_it_is_as_tall_as_its_column_until_there_is_no_room(qtbot: QtBot) -> None:
    window, inside, label, above = QWidget(), QWidget(), QLabel(WORDS), QWidget()
    qtbot.addWidget(window)
    label.setWordWrap(True)
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label)
    area = FittedScroll(inside)
    rows = QVBoxLayout(window)
    rows.addWidget(above, 2)
    rows.addWidget(area, 5)
    window.resize(300, 400)
    window.show()
    assert area.height() > above.height()
    area.fit(True)
    for words, width in ((WORDS, 300), (WORDS, 150), (WORDS * 3, 300)):
        label.setText(words)
        window.resize(width, 400)
        qtbot.waitUntil(lambda: area.height() == inside.heightForWidth(area.viewport().width()))
        assert above.height() > area.height()
    label.setText(WORDS * 100)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert window.height() == 400
