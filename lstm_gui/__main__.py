"""Start LSTM Lab: `python -m lstm_gui`, or the installed command `lstm-gui`."""

import sys


def main() -> int:
    """Open the window; the exit code is 0, or 1 with a line on stderr that says what to do."""
    from lstm_gui.gui.app import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
