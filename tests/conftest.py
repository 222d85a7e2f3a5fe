"""What every test gets: no screen, an empty home, few random examples, and a check for leaks."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from hypothesis import HealthCheck, settings

from tests.display import virtual_display
from tests.home import make_home
from tests.leaks import no_thread_left, no_timer_left, no_widget_left

HOME = tempfile.TemporaryDirectory(prefix="lstm-lab-tests-", ignore_cleanup_errors=True)
os.environ |= make_home(Path(HOME.name))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "local",
    deadline=None,  # a busy machine is not a fault
    max_examples=40,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("ci", settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")
hypothesis.configuration.set_hypothesis_home_dir(Path(HOME.name) / "hypothesis")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that use the Qt application, and those that open a real window."""
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "qtbot" in fixtures or "qapp" in fixtures:
            item.add_marker("gui")
        if "window_environment" in fixtures:
            item.add_marker("window")


def pytest_unconfigure() -> None:
    """Remove the temporary home."""
    HOME.cleanup()


@pytest.fixture(autouse=True)
def leaves_no_thread() -> Iterator[None]:
    """Every test ends the threads it starts."""
    with no_thread_left():
        yield


@pytest.fixture(autouse=True)
def leaves_no_widget_or_timer(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test with the Qt application closes its windows and stops its timers."""
    if request.node.get_closest_marker("gui") is None:
        yield
        return
    request.getfixturevalue("qapp")
    with pytest.MonkeyPatch.context() as patch, no_timer_left(patch), no_widget_left():
        yield


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """The DISPLAY of an Xvfb that runs until the last test."""
    with virtual_display() as name:
        yield name


@pytest.fixture
def window_environment(display: str, tmp_path: Path) -> dict[str, str]:
    """The environment of a subprocess that opens real windows; its home is tmp_path/home."""
    home = make_home(tmp_path / "home")
    return {**os.environ, **home, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
