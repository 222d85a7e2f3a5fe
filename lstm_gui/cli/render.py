"""`lstm-gui-cli render`: a picture of a scene, or of the whole window. The only command that needs Qt."""

import argparse
import os
from pathlib import Path

from lstm_gui.cli.opened import folder_of, opened
from lstm_gui.cli.qt import qt_version
from lstm_gui.cli.report import Refused, Report
from lstm_gui.cli.saving import saving
from lstm_gui.cli.scenes import scene_called


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
        from lstm_gui.gui.frame_files import showable
        from lstm_gui.gui.simulator.picture import render_scene

        showable(scene, arguments.scene)
        with saving(path):
            render_scene(scene, path, arguments.size, arguments.theme, png_ratio=1.0)
    return Report({"file": str(path), "size": list(arguments.size), "theme": arguments.theme}, [str(path)])
