"""The system libraries that Qt loads on Linux, by Debian package: which are missing, and installing them.

`python3 -m lstm_gui.system_libraries` runs before anything is installed, so this needs nothing but the
standard library. It installs what is missing where apt-get exists; elsewhere it names it and goes on.
"""

import argparse
import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

# What the libraries and plugins of PySide6-Essentials need (objdump -p … | grep NEEDED) and do not bring.
DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
WINDOWS = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


@dataclass(frozen=True)
class Library:
    """Something the system lacks, and the Debian package that brings it."""

    name: str  # "libEGL.so.1", or a program or module
    package: str  # "libegl1"


def loads(soname: str) -> bool:
    """Whether the dynamic linker finds and loads a library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(*, window: bool = True, load: Callable[[str], bool] = loads) -> tuple[Library, ...]:
    """The libraries that Qt needs and the system lacks: to draw, and with `window` to open a window under X.

    Always empty where the system is not Linux, since there the wheel of Qt brings everything.
    """
    if not sys.platform.startswith("linux"):
        return ()
    wanted = {**DRAWING, **WINDOWS} if window else DRAWING
    return tuple(Library(soname, package) for soname, package in wanted.items() if not load(soname))


def missing_tools(*, test: bool) -> tuple[Library, ...]:
    """What `python3 -m venv` needs, and with `test` the display of the tests, where it is missing."""
    if not sys.platform.startswith("linux"):
        return ()
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    tools = [] if importlib.util.find_spec("ensurepip") else [Library("ensurepip", f"{version}-venv")]
    if test and shutil.which("Xvfb") is None:
        tools.append(Library("Xvfb", "xvfb"))
    return tuple(tools)


def packages(libraries: Sequence[Library]) -> list[str]:
    """The packages that bring the libraries, each once, sorted."""
    return sorted({library.package for library in libraries})


def advice(libraries: Sequence[Library]) -> str:
    """One line that says what to install, empty when nothing is missing."""
    if not libraries:
        return ""
    names = ", ".join(library.name for library in libraries)
    return f"Missing: {names}. On Debian or Ubuntu: sudo apt-get install {' '.join(packages(libraries))}"


def apt_commands(wanted: Sequence[str]) -> list[list[str]]:
    """The commands that install packages here, empty where that cannot be done without the person."""
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    if shutil.which("apt-get") is None or (as_root and shutil.which("sudo") is None):
        return []
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"]
    return [[*apt, "update"], [*apt, "install", "--yes", "--no-install-recommends", *wanted]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Install what is missing, or name it. Always 0: whether to go on without is for the person to judge."""
    parser = argparse.ArgumentParser(prog="python3 -m lstm_gui.system_libraries", description=__doc__)
    parser.add_argument("--test", action="store_true", help="also what the tests need")
    test = parser.parse_args(arguments).test
    needed = (*missing(), *missing_tools(test=test))
    for command in apt_commands(packages(needed)) if needed else []:
        print("+", " ".join(command), flush=True)
        subprocess.run(command, stdin=subprocess.DEVNULL, check=False)  # apt says itself what went wrong
    left = (*missing(), *missing_tools(test=test))
    if left:
        print(advice(left), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
