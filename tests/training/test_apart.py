"""What the training process finds when it begins."""

import subprocess
import sys


def test_nothing_has_loaded_numpy_before_it_is_told_to_use_one_thread() -> None:
    said = (
        "import sys, lstm_gui.training.apart as apart; sys.exit('numpy' in sys.modules or not apart.THREADS)"
    )
    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0
