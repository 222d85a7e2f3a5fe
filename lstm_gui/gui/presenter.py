"""In class (F5): the simulator over the whole screen, large, with the last action in words for the back row.

It has a state and a history of its own, so that the person comes back to exactly what they left, and it knows
no collection, so that nothing of a demonstration can reach the schedule.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.frame_keys import FocusFirst
from lstm_gui.gui.frame_last_action import LastAction
from lstm_gui.gui.frame_panel_frame import PanelFrame
from lstm_gui.gui.frame_pointer_ring import ring_cursor
from lstm_gui.gui.frame_presenter_keys import PRESENTER_KEYS
from lstm_gui.gui.frame_presenter_strip import Strip
from lstm_gui.gui.palette import Palette
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.simulator.frame_clock import FrameClock
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.lessons.scene import Scene
from lstm_gui.quiz.card import Card
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.state import SimState
from lstm_gui.strict_json import FileRefused

MARGIN = 12
LARGEST = 300  # per cent
QUESTION_LARGER = 75  # per cent on top of what the rest is drawn at: it is all there is to read
QUESTION_SHARE = 3  # of ten parts of the width
FITS = (1000, 616)  # px of the screen that show all at 100 %
