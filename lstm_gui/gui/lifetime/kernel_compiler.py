"""A program that compiles the kernels of the tab of gradients and keeps them on disk; see `kernels.py`."""

import os
import sys

from lstm_gui.simulator.gradients.kernels import fetch

if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(10)  # whoever drags goes first
    sys.exit(0 if fetch() else 1)
