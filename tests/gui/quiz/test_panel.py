"""The panel by itself: what keys and clicks ask for, what is shown when, and that nothing jumps."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lstm_gui.gui.palette import palette
from lstm_gui.gui.quiz.header import Standing
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.quiz.card import Card
from lstm_gui.quiz.interval import Interval
from lstm_gui.quiz.rating import Rating

Key = Qt.Key
INTERVALS = {rating: Interval(days=int(rating) * 3) for rating in Rating}
CARD = Card(
    "a", "What does f do?", "It keeps $f_t$ of c.", "Gates", r"c_t = f_t c_{t-1}", "So.", (), "remember"
)
HOSTILE = "<img src='file:///etc/passwd'><b>bold</b>&amp;\u202e</p>" + "W" * 500


@pytest.fixture
def asked(panel: ReviewPanel) -> ReviewPanel:
    """The panel with a question on screen and the keys on it."""
    panel.show_standing(Standing("LSTM fundamentals", 4, 2, 2, 0.64))
    panel.show_card(CARD, INTERVALS)
    panel.setFocus()
    return panel


def answered(panel: ReviewPanel) -> bool:
    """Whether the answer is on screen now."""
    return panel.answer_shown


def ratings(panel: ReviewPanel) -> list[int]:
    """The ratings that the panel asks for from now on."""
    given: list[int] = []
    panel.rated.connect(given.append)
    return given


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter])
def test_space_and_enter_reveal(qtbot: QtBot, asked: ReviewPanel, key: Key) -> None:
    assert not answered(asked)
    assert not asked.work.card.answer.isVisible()
    with qtbot.waitSignal(asked.revealed):
        QTest.keyClick(asked, key)
    assert answered(asked)
    assert asked.work.card.answer.isVisible()
    assert not asked.work.card.reveal_button.isVisible()


def test_the_button_reveals(asked: ReviewPanel) -> None:
    QTest.mouseClick(asked.work.card.reveal_button, Qt.MouseButton.LeftButton)
    assert answered(asked)


@pytest.mark.parametrize("number", range(1, 6))
def test_a_number_rates_only_after_the_answer(asked: ReviewPanel, number: int) -> None:
    given = ratings(asked)
    key = Key(Key.Key_0 + number)
    QTest.keyClick(asked, key)
    assert given == []
    QTest.keyClick(asked, Key.Key_Space)
    QTest.keyClick(asked, key)
    assert given == [number]


def test_numbers_of_the_keypad_rate_too(asked: ReviewPanel) -> None:
    given = ratings(asked)
    asked.reveal()
    QTest.keyClick(asked, Key.Key_3, Qt.KeyboardModifier.KeypadModifier)
    assert given == [3]


def test_other_numbers_and_modified_keys_do_nothing(asked: ReviewPanel) -> None:
    given = ratings(asked)
    asked.reveal()
    for key in (Key.Key_0, Key.Key_6, Key.Key_9):
        QTest.keyClick(asked, key)
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        QTest.keyClick(asked, Key.Key_4, modifier)
    assert given == []


def test_clicking_a_rating_rates_only_after_the_answer(asked: ReviewPanel) -> None:
    given = ratings(asked)
    button = asked.work.ratings.buttons[Rating.WELL]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert given == []
    asked.reveal()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert given == [4]


@pytest.mark.parametrize("rating", list(Rating))
def test_space_never_rates(asked: ReviewPanel, rating: Rating) -> None:
    given = ratings(asked)
    asked.reveal()
    button = asked.work.ratings.buttons[rating]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Key.Key_Space)
    QTest.keyClick(asked, Key.Key_Space)
    assert given == []
    QTest.keyClick(button, Key.Key_Return)
    assert given == [rating]


def test_enter_twice_reveals_and_does_not_rate(asked: ReviewPanel) -> None:
    given = ratings(asked)
    asked.work.card.reveal_button.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or asked, Key.Key_Return)
    assert answered(asked)
    assert given == []


def test_a_key_held_down_counts_once(asked: ReviewPanel) -> None:
    given = ratings(asked)
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
    QApplication.sendEvent(asked, held)
    assert not answered(asked)
    asked.reveal()
    held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_4, Qt.KeyboardModifier.NoModifier, "4", True)
    QApplication.sendEvent(asked, held)
    assert given == []


def test_s_asks_for_the_scene_after_the_answer(qtbot: QtBot, asked: ReviewPanel) -> None:
    scenes: list[str] = []
    asked.scene_requested.connect(scenes.append)
    QTest.keyClick(asked, Key.Key_S)
    assert scenes == []
    asked.reveal()
    QTest.keyClick(asked, Key.Key_S)
    with qtbot.waitSignal(asked.scene_requested):
        QTest.mouseClick(asked.work.card.scene_button, Qt.MouseButton.LeftButton)
    assert scenes == ["remember", "remember"]
    asked.set_scene_open(True)
    assert asked.work.card.scene_button.text() == "◀ Back to where you were (S)"
    assert answered(asked)


def test_control_z_asks_for_undo(qtbot: QtBot, asked: ReviewPanel) -> None:
    with qtbot.waitSignal(asked.undo_requested):
        QTest.keyClick(asked, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_while_held_a_reveal_is_kept_and_a_rating_is_not(asked: ReviewPanel) -> None:
    given = ratings(asked)
    asked.reveal()
    asked.hold()
    asked.rate(4)
    asked.reveal()
    assert given == []
    asked.show_card(Card("b", "Next?", "Yes."), INTERVALS)
    assert not answered(asked)
    asked.release()
    assert answered(asked)
    assert given == []


def test_what_was_kept_is_forgotten_when_it_was_not_saved(asked: ReviewPanel) -> None:
    asked.reveal()
    asked.hold()
    asked.undo()
    asked.release_unsaved()
    asked.release()
    assert asked.work.ratings.isEnabled()


def test_nothing_jumps_when_the_answer_is_shown(qtbot: QtBot, asked: ReviewPanel) -> None:
    def places() -> list[QPoint]:
        fixed: list[QWidget] = [asked.header, asked.work.card, asked.work.ratings, asked.work.undo]
        fixed += asked.work.ratings.buttons.values()
        return [widget.mapTo(asked, QPoint(0, 0)) for widget in (*fixed, asked.work.card.question)]

    qtbot.waitUntil(lambda: asked.windowHandle().isExposed())
    before = places()
    asked.reveal()
    QApplication.processEvents()
    assert places() == before


def test_the_intervals_are_known_before_the_answer(asked: ReviewPanel) -> None:
    names = [button.accessibleName() for button in asked.work.ratings.buttons.values()]
    assert names[2] == "3 Partly, comes back in 9 days"
    assert not asked.work.ratings.isEnabled()


def test_in_class_only_the_question_is_shown(asked: ReviewPanel) -> None:
    given = ratings(asked)
    asked.set_question_only(True)
    QTest.keyClick(asked, Key.Key_Space)
    QTest.keyClick(asked, Key.Key_4)
    hidden: tuple[QWidget, ...] = (
        asked.work.card.answer, asked.work.card.formula, asked.work.card.reveal_button,
        asked.work.ratings, asked.work.undo, asked.header,
    )  # fmt: skip
    assert asked.work.card.question.isVisible()
    assert not any(widget.isVisible() for widget in hidden)
    assert given == []
    asked.set_question_only(False)
    assert asked.header.isVisible()
    assert asked.work.ratings.isVisible()
    assert not answered(asked)


def test_nothing_is_claimed_before_the_collection_has_answered(panel: ReviewPanel) -> None:
    labels = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert labels == []


def test_the_banner_says_it_and_offers_retry(qtbot: QtBot, asked: ReviewPanel) -> None:
    asked.show_trouble("The disk is full; free some space.")
    assert asked.banner.isVisible()
    with qtbot.waitSignal(asked.retry_requested):
        QTest.mouseClick(asked.banner.retry, Qt.MouseButton.LeftButton)
    asked.clear_trouble()
    assert not asked.banner.isVisible()


def test_hostile_text_stays_text(panel: ReviewPanel) -> None:
    panel.show_standing(Standing(HOSTILE, 1, 0, 0, 0.0))
    panel.show_card(Card("x", HOSTILE, HOSTILE, HOSTILE, "x" * 601, HOSTILE), INTERVALS, revealed=True)
    panel.show_trouble(HOSTILE)
    for label in panel.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert panel.work.card.question.text == HOSTILE
    assert panel.grab().width() == 372
    assert panel.minimumSizeHint().width() <= 372


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("zoom", [100, 200, 300])
@pytest.mark.parametrize("width", [320, 360, 720])
def test_everything_stays_inside_the_panel(asked: ReviewPanel, theme: str, zoom: int, width: int) -> None:
    asked.reveal()
    asked.set_palette(palette(theme))
    asked.set_zoom(zoom)
    asked.resize(width, 850)
    QApplication.processEvents()
    assert asked.width() == width
    for button in asked.findChildren(QAbstractButton):
        if button.isVisible():
            left = button.mapTo(asked, QPoint(0, 0)).x()
            assert left >= 0
            assert left + button.width() <= width


def test_zoom_has_its_limits(asked: ReviewPanel) -> None:
    asked.set_zoom(20)
    small = asked.work.card.question.text_size
    asked.set_zoom(300)
    assert asked.work.card.question.text_size == pytest.approx(3 * small, rel=0.05)
    asked.set_zoom(9000)
    assert asked.work.card.question.text_size == pytest.approx(3 * small, rel=0.05)


def test_every_control_has_a_name_and_a_tip(asked: ReviewPanel) -> None:
    asked.reveal()
    for button in asked.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.accessibleName()
            assert button.toolTip()
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_long_card_is_scrolled_by_the_keys(qtbot: QtBot, asked: ReviewPanel) -> None:
    asked.show_card(Card("long", "Why? " * 900, "Because. " * 900), INTERVALS)
    bar = asked.work.card.scrolled.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(asked, Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(asked, Key.Key_PageUp)
    assert bar.value() == 0
    QTest.keyClick(asked, Key.Key_Down)
    assert bar.value() > 0
    asked.reveal()
    qtbot.waitUntil(lambda: bar.value() == asked.work.card.rule.y())
