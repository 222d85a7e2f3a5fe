"""Networks and ways of learning that suit each forecast: where a person begins, and what the tables show.

They were found by trying some hundred settings on the validation parts alone, the median of five seeds each;
the test parts decided nothing.
"""

from lstm_gui.nets.optimisers import AdamW
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice


def _settings(
    units: int, rate: float, decay: float, steps: int, patience: int | None = None
) -> tuple[NetworkChoice, Learning]:
    """A forecast is never solved: it ends with its steps, or where validation gets no better for long."""
    learning = Learning(
        AdamW(rate, weight_decay=decay),
        steps=steps,
        schedule="cosine",
        validate_every=10,
        patience=patience,
        stop_when_solved=False,
    )
    return NetworkChoice(units=units), learning


_OWN = _settings(16, 0.005, 1.0, 800, 20)

FORECASTS = {
    "sines": _settings(32, 0.003, 1.0, 1000, 20),
    "sunspots": _settings(24, 0.005, 1.0, 800, 15),
    "co2": _settings(24, 0.005, 1.0, 800),
    "own_column": _OWN,
    "lorenz": _settings(32, 0.01, 0.0, 2000),
    "macro": _settings(24, 0.005, 3.0, 800, 15),
    "own_columns": _OWN,
}
"""The network and the learning, by the name of the task."""
