"""Tab walks from left to right, whatever was made first."""

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.window.tab_order import put_first


def test_what_was_made_later_can_come_first(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    right, left = QWidget(window), QWidget(window)
    fields = [QLineEdit(side) for side in (right, right, left, left)]
    put_first(left, right)
    walked = [fields[2]]
    while len(walked) < 4:
        after = walked[-1].nextInFocusChain()
        while after not in fields:
            assert after is not None
            after = after.nextInFocusChain()
        walked.append(fields[fields.index(after)])
    assert walked == [fields[2], fields[3], fields[0], fields[1]]
