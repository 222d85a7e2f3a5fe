"""Every kind of file holds the frames, their size and their times, as another program reads them."""

import os
import shutil
import stat
import subprocess
import sys
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.formats.film.kinds import ENDINGS, encoder
from lstm_gui.formats.film.mp4 import FilmRefused, has_ffmpeg, mp4
from tests.formats.film.frames import drawn, film_of, read_back

EXACT = (".apng", ".webp", ".gif")  # a GIF, where there are few colours


class Enough(Exception):
    """Raised half-way by whoever hears of the frames."""


def nothing(_done: int) -> None:
    """Hear of a frame."""


@pytest.mark.parametrize(
    ("ending", "frames"), [(".apng", 1), (".gif", 1), *((ending, 5) for ending in EXACT)]
)
def test_the_frames_come_back(ending: str, frames: int) -> None:
    pictures = drawn(frames)
    seen, durations, times = read_back(encoder(ending)(film_of(pictures, rate=4.0), nothing))
    assert len(seen) == frames
    for picture, frame in zip(pictures, seen, strict=True):
        np.testing.assert_array_equal(frame, picture)
    assert sum(durations) == pytest.approx(250 * frames)
    assert times == 0


@settings(max_examples=15)
@given(st.integers(0, 10_000), st.integers(1, 40), st.integers(1, 30), st.integers(2, 4))
def test_any_pictures_come_back(seed: int, wide: int, high: int, frames: int) -> None:
    random = np.random.default_rng(seed)
    colours = random.integers(0, 256, (20, 3), dtype=np.uint8)
    pictures = [colours[random.integers(0, 20, (high, wide))] for _ in range(frames)]
    for ending in (".apng", ".gif"):
        seen, _, _ = read_back(encoder(ending)(film_of(pictures), nothing))
        for picture, frame in zip(pictures, seen, strict=True):
            np.testing.assert_array_equal(frame, picture)


@pytest.mark.parametrize("ending", [".apng", ".gif"])
def test_frames_that_do_not_change_keep_their_time(ending: str) -> None:
    picture = drawn(1)[0]
    seen, durations, _ = read_back(encoder(ending)(film_of([picture] * 3), nothing))
    assert sum(durations) == 1500
    np.testing.assert_array_equal(seen[-1], picture)


def test_a_gif_of_many_colours_keeps_its_grounds() -> None:
    random = np.random.default_rng(3)
    pictures = [*drawn(3, (64, 48))]
    for picture in pictures:
        picture[20:30, 20:50] = random.integers(0, 256, (10, 30, 3))
    seen, _, _ = read_back(encoder(".gif")(film_of(pictures), nothing))
    for picture, frame in zip(pictures, seen, strict=True):
        np.testing.assert_array_equal(frame[:10], picture[:10])
        np.testing.assert_array_equal(frame[31:], picture[31:])


@pytest.mark.parametrize("ending", EXACT)
def test_whoever_hears_of_a_frame_can_stop_it(ending: str) -> None:
    heard = count()

    def half_way(_done: int) -> None:
        if next(heard) == 2:
            raise Enough

    with pytest.raises(Enough):
        encoder(ending)(film_of(drawn(8)), half_way)


@pytest.mark.parametrize("ending", EXACT)
def test_every_frame_is_told_of_in_order(ending: str) -> None:
    heard: list[int] = []
    encoder(ending)(film_of(drawn(4)), heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 4


def test_an_ending_of_another_kind_is_no_film() -> None:
    with pytest.raises(KeyError):
        encoder(".avi")


def test_pillow_is_loaded_only_when_a_film_needs_it() -> None:
    source = "import sys, lstm_gui.formats.film.kinds; print('PIL' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# MP4: by a stand-in, and by the real one where it is


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    """Put a program called ffmpeg first on the PATH."""
    program = folder / "ffmpeg"
    program.write_text(f"#!{sys.executable}\nimport sys\n{source}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


COPIES = "open(sys.argv[-1], 'wb').write(' '.join(sys.argv).encode() + b'|' + sys.stdin.buffer.read())"


def test_ffmpeg_gets_every_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, COPIES)
    film = film_of(drawn(3), rate=0.5)
    line, _, fed = mp4(film, nothing).partition(b"|")
    assert fed == b"".join(film.raw(number) for number in range(3))
    for words in (b"-s 48x31", b"-r 0.5", b"-pix_fmt rgb0", b"-pix_fmt yuv420p"):
        assert words in line


def test_what_ffmpeg_says_last_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "sys.exit('first\\nno such encoder\\n\\n')")
    with pytest.raises(FilmRefused) as refusal:
        mp4(film_of(drawn(3)), nothing)
    assert refusal.value.strerror == "ffmpeg said: no such encoder"


def test_whatever_ffmpeg_says_fits_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "print('\\x1b[31m' + 'no room ' * 10**6, file=sys.stderr); sys.exit(1)")
    with pytest.raises(FilmRefused) as refusal:
        mp4(film_of(drawn(3)), nothing)
    said = str(refusal.value.strerror)
    assert len(said) < 250
    assert said.isprintable()
    assert said.endswith("…")


def test_a_film_can_be_stopped_while_ffmpeg_finishes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, "import time\nsys.stdin.buffer.read()\nwhile True: time.sleep(60)")
    heard: list[int] = []

    def stop(done: int) -> None:
        heard.append(done)
        if heard.count(3) == 3:
            raise Enough

    with pytest.raises(Enough):
        mp4(film_of(drawn(3)), stop)
    assert heard == [1, 2, 3, 3, 3]


@pytest.mark.parametrize("source", ["sys.exit(3)", "sys.stdin.buffer.read()"])
def test_an_ffmpeg_that_says_nothing_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    stand_in(tmp_path, monkeypatch, source)
    with pytest.raises(FilmRefused) as refusal:
        mp4(film_of(drawn(3, (400, 300))), nothing)
    assert refusal.value.strerror == "ffmpeg ended without a film"


def test_a_film_that_is_stopped_ends_ffmpeg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "import time\nwhile True: time.sleep(60)")
    ended: list[int] = []

    class Watched(subprocess.Popen[bytes]):
        def __exit__(self, *error: object) -> None:
            super().__exit__(*error)  # type: ignore[arg-type]  # as they came
            ended.append(self.returncode)

    monkeypatch.setattr(subprocess, "Popen", Watched)

    def stop(_done: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        mp4(film_of(drawn(3)), stop)
    assert len(ended) == 1
    assert ended[0] != 0


def test_without_ffmpeg_there_is_no_film(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not has_ffmpeg()
    with pytest.raises(FilmRefused, match="no ffmpeg on the PATH"):
        mp4(film_of(drawn(3)), nothing)


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="2026-11-23: no ffmpeg on the PATH to be tried")
def test_the_real_ffmpeg_makes_a_film(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(encoder(ENDINGS[-1])(film_of(drawn(4, (64, 49)), rate=2.0), nothing))
    assert path.read_bytes()[4:8] == b"ftyp"
    back = ["ffmpeg", "-v", "error", "-i", str(path), "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]
    frames = subprocess.run(back, capture_output=True, check=True, stdin=subprocess.DEVNULL).stdout
    assert len(frames) == pytest.approx(2 * 24 * 64 * 50 * 3, rel=0.06)  # two seconds, rows made even
