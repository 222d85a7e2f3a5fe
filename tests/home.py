"""A home of its own for whatever runs in the tests: nothing touches the person's files."""

from pathlib import Path

FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
}


def make_home(top: Path) -> dict[str, str]:
    """Make the folders of a home below `top`; the environment variables that point there."""
    folders = {variable: top / place for variable, place in FOLDERS.items()}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {variable: str(folder) for variable, folder in folders.items()}
