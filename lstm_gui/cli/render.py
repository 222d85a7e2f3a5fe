"""`lstm-gui-cli render`: a picture of a scene, its steps as an animation, or a picture of the whole window.

The only command that needs Qt.
"""

import argparse
import os
from pathlib import Path

from lstm_gui.cli.opened import folder_of, opened
from lstm_gui.cli.qt import qt_version
from lstm_gui.cli.report import Refused, Report
from lstm_gui.cli.saving import saving
from lstm_gui.cli.scenes import scene_called
from lstm_gui.durable_file import ensure_writable, write_durably
from lstm_gui.formats.film.kinds import ENDINGS
from lstm_gui.lessons.scene import Scene


def draw(arguments: argparse.Namespace) -> Report:
    """Draw the picture that was asked for. Raises Refused when the file cannot be written."""
    path: Path = arguments.output
    if arguments.window and path.suffix.lower() != ".png":
        raise Refused("The whole window is drawn as a .png only.")
    scene = None if arguments.window else scene_called(arguments.scene)
    qt_version()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever screen there is, a picture needs none
    if scene is None:
        with opened(arguments, to_write=True):
            pass  # the first use puts the bundled deck in; whatever is wrong is said before a window is made
        from lstm_gui.gui.main_window import SMALLEST
        from lstm_gui.gui.window_picture import render_window

        width, height = arguments.size
        if width < SMALLEST.width() or height < SMALLEST.height():
            raise Refused(f"The window has at least {SMALLEST.width()}x{SMALLEST.height()} pixels.")
        with saving(path):
            render_window(path, data_dir=folder_of(arguments), size=arguments.size, theme=arguments.theme)
    else:
        from lstm_gui.gui.commands.files import showable

        write = _write_film if path.suffix.lower() in ENDINGS else _write_picture
        showable(scene, arguments.scene)
        with saving(path):
            write(scene, arguments)
    return Report({"file": str(path), "size": list(arguments.size), "theme": arguments.theme}, [str(path)])


def _write_picture(scene: Scene, arguments: argparse.Namespace) -> None:
    from lstm_gui.gui.simulator.picture import render_scene

    render_scene(scene, arguments.output, arguments.size, arguments.theme, png_ratio=1.0)


def _write_film(scene: Scene, arguments: argparse.Namespace) -> None:
    from lstm_gui.formats.film.film import Film
    from lstm_gui.formats.film.kinds import encoder
    from lstm_gui.formats.film.mp4 import has_ffmpeg
    from lstm_gui.gui.export.recording import Order, painted
    from lstm_gui.gui.simulator.picture import application, first_tab
    from lstm_gui.simulator.state import SimState

    if arguments.output.suffix.lower() == ".mp4" and not has_ffmpeg():
        raise Refused("There is no ffmpeg on the PATH, which an .mp4 needs; a .gif or a .webp needs none.")
    ensure_writable(arguments.output)
    application()
    state, rate, (width, height) = SimState.of(scene), arguments.speed, arguments.size
    film = Film(width, height, rate)
    order = Order(state, arguments.size, 1, scene.steps, rate, arguments.theme, first_tab(scene))
    for frame in painted(order):
        if frame is not None:
            film.add(frame)
    write_durably(arguments.output, encoder(arguments.output.suffix)(film, lambda _done: None))
