"""A window whose session has learnt a little."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from lstm_gui.gui.training.session import Session
from tests.gui.conftest import Lab
from tests.gui.training.process import InThread
from tests.gui.training.test_session import SMALL


@pytest.fixture
def trained(lab: Lab, qtbot: QtBot) -> Iterator[Session]:
    """A session of the window after three updates."""
    session = lab.window.training._session = Session(SMALL, InThread, lab.window.training)
    for done in (1, 2, 3):
        session.one_step()
        qtbot.waitUntil(lambda done=done: session.checkpoints.steps[-1:] == (done,))  # type: ignore[misc]
    qtbot.waitUntil(lambda: session.look is not None and session.look.step == 3)
    yield session
    session.end()
