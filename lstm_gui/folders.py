"""Where the collection, settings and log lie: Qt's folder for app data, found without Qt."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

APP = "lstm-lab"


def data_folder(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The twin of QStandardPaths.AppDataLocation for application "lstm-lab" without an organisation.

    The folder need not exist. `environ` and `platform` are those of this process unless a test gives others.
    """
    if platform == "win32":
        return _windows_roaming(environ) / APP
    home = Path(os.path.normpath(environ.get("HOME") or "/"))
    if platform == "darwin":
        return home / "Library" / "Application Support" / APP
    given = environ.get("XDG_DATA_HOME", "")
    # The specification: a relative path is invalid and to be ignored.
    base = Path(given) if given.startswith("/") else home / ".local" / "share"
    return base / APP


def _windows_roaming(environ: Mapping[str, str]) -> Path:
    if given := environ.get("APPDATA"):
        return Path(given)
    return Path(environ.get("USERPROFILE") or Path.home()) / "AppData" / "Roaming"


def folder_argument(text: str) -> Path:
    """A folder named on the command line. Raises ValueError for "", which Path takes for the present one."""
    if not text:
        raise ValueError("a folder has no empty name")
    return Path(text)
