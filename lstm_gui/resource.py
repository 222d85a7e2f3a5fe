"""The one module that knows where the files that ship with the app lie."""

from pathlib import Path, PurePosixPath

_PACKAGE = Path(__file__).resolve().parent


def resources_folder() -> Path:
    """The folder of packaged files: inside the package in a wheel, beside it in a checkout.

    Raises FileNotFoundError when neither exists, which is a broken installation.
    """
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the resources folder is missing beside {_PACKAGE}; install LSTM Lab again")


def resource_path(name: str) -> Path:
    """The path of a packaged file, named relative to resources/ with forward slashes.

    Raises ValueError for a name that would leave the folder.
    """
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts or "\\" in name or ":" in name:
        raise ValueError(f"not a resource name: {name!r}")
    return resources_folder() / relative


def read_text(name: str) -> str:
    """The text of a packaged UTF-8 file."""
    return resource_path(name).read_text(encoding="utf-8")


def names(folder: str, suffix: str) -> list[str]:
    """The stems of the packaged files in a folder that end in `suffix`, sorted."""
    return sorted(path.stem for path in resource_path(folder).glob(f"*{suffix}"))
