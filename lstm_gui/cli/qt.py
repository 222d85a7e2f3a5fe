"""Whether Qt can be loaded, said in words: it would end the process without any."""

from lstm_gui import system_libraries
from lstm_gui.cli.report import Refused


def qt_version() -> str:
    """The version of Qt, loaded into this process. Raises Refused, naming what to install."""
    if lacking := system_libraries.missing(window=False):
        raise Refused(system_libraries.advice(lacking))
    try:
        import PySide6.QtWidgets  # noqa: F401 (to see that it loads)
        from PySide6.QtCore import qVersion
    except ImportError as error:
        raise Refused(f"Qt cannot be loaded ({error}); install LSTM Lab again.") from error
    return qVersion()
