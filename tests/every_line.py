"""A pytest plugin: fail the run when the tests leave a line unrun of what [tool.coverage.run] lists.

It reports inside pytest, before the closing line, so that a single verdict stands last. Start pytest with
`coverage run -m pytest -p tests.every_line`.
"""

import io

import pytest
from coverage import Coverage
from coverage.exceptions import CoverageException


class EveryLine:
    """Reads the coverage of this process when the last test has run."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.report = ""

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Compare what was run with the promise, and turn the exit code when it is broken."""
        self.coverage.stop()
        text = io.StringIO()
        try:
            share = self.coverage.report(file=text, show_missing=True, skip_covered=True)
        except CoverageException as fault:  # nothing was run at all
            share, text = 0.0, io.StringIO(str(fault))
        promise = self.coverage.get_option("report:fail_under")
        assert isinstance(promise, (int, float))
        if share < promise:
            self.report = f"{text.getvalue()}\nLines run: {share:.2f} %, promised: {promise:.0f} %"
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Show the lines that no test ran."""
        if self.report:
            terminalreporter.section("lines that no test ran", red=True)
            terminalreporter.write_line(self.report)


def pytest_configure(config: pytest.Config) -> None:
    """Take part when the process is run by coverage."""
    coverage = Coverage.current()
    if coverage is None:
        raise pytest.UsageError("tests.every_line wants: coverage run -m pytest -p tests.every_line")
    config.pluginmanager.register(EveryLine(coverage), "every-line")
