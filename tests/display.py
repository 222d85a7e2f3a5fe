"""A display without a screen: one Xvfb, on a free number that it finds itself."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = "1920x1200x24"


@contextmanager
def virtual_display() -> Iterator[str]:
    """Run Xvfb while inside; gives its DISPLAY, ":3" for instance.

    Raises RuntimeError saying what to install, or that Xvfb did not start.
    """
    program = shutil.which("Xvfb")
    if program is None:
        raise RuntimeError("Xvfb is missing: run python3 -m lstm_gui.system_libraries --test")
    receive, send = os.pipe()
    command = [program, "-displayfd", str(send), "-screen", "0", SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(
        command,
        pass_fds=[send],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(send)
    try:
        with os.fdopen(receive) as pipe:
            number = pipe.readline().strip()  # written when the server answers, empty when it died
        if not number:
            raise RuntimeError(f"Xvfb did not start; it ended with {server.wait()}")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
