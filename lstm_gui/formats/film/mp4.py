"""An MP4 film, made by the ffmpeg that a person has installed; none comes with LSTM Lab."""

import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO

from lstm_gui.formats.film.film import Film
from lstm_gui.plain_text import in_one_line

_SHOWN = 24  # frames a second: many players stumble over fewer
_ASKED_EVERY = 0.1  # seconds
_READ, _SAID = 10_000, 200  # bytes of what it says that are read, and characters of a line that are shown
_EVEN = "pad=ceil(iw/2)*2:ceil(ih/2)*2"  # the usual format of colours counts pixels in pairs


class FilmRefused(OSError):
    """ffmpeg did not make the film; `strerror` is what it said last."""

    def __init__(self, said: str) -> None:
        super().__init__(0, said)


def has_ffmpeg() -> bool:
    """Whether there is an ffmpeg on the PATH."""
    return shutil.which("ffmpeg") is not None


def mp4(film: Film, told: Callable[[int], None]) -> bytes:
    """The file. `told(n)` hears of each frame that is done, and may raise to stop it. Raises FilmRefused."""
    with TemporaryDirectory() as folder, TemporaryFile() as errors:
        path = Path(folder) / "film.mp4"
        with subprocess.Popen(
            _command(film, path), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=errors
        ) as process:
            try:
                _feed(process, film, told)
            except BaseException:
                process.kill()
                raise
        if process.returncode or not path.is_file():
            raise FilmRefused(_last_line(errors))
        return path.read_bytes()


def _feed(process: "subprocess.Popen[bytes]", film: Film, told: Callable[[int], None]) -> None:
    assert process.stdin is not None
    try:
        for number in range(len(film)):
            process.stdin.write(film.raw(number))
            told(number + 1)
        process.stdin.close()
    except BrokenPipeError:
        pass  # it has ended: its exit code and its last line say why
    while process.poll() is None:  # it may have much to finish, and can be stopped meanwhile
        told(len(film))
        with suppress(subprocess.TimeoutExpired):  # then it is asked again
            process.wait(_ASKED_EVERY)


def _command(film: Film, path: Path) -> list[str]:
    program = shutil.which("ffmpeg")
    if program is None:
        raise FilmRefused("there is no ffmpeg on the PATH")
    source = [
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb0",
        "-s",
        f"{film.width}x{film.height}",
        "-r",
        f"{film.rate:g}",
    ]
    made = ["-vf", _EVEN, "-r", str(_SHOWN), "-pix_fmt", "yuv420p", "-crf", "16", "-movflags", "+faststart"]
    return [program, "-nostdin", "-loglevel", "error", *source, "-i", "pipe:0", "-an", *made, str(path)]


def _last_line(errors: IO[bytes]) -> str:
    """What it said last, fit for a sentence; it may have said anything, and any amount of it."""
    errors.seek(max(0, errors.seek(0, SEEK_END) - _READ))
    lines = [line for line in errors.read(_READ).decode(errors="replace").splitlines() if line.strip()]
    return f"ffmpeg said: {in_one_line(lines[-1], _SAID)}" if lines else "ffmpeg ended without a film"
