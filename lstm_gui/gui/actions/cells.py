"""The rows of the table of actions that put another kind of cell into the scene."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from lstm_gui.gui.actions.spec import ActionSpec

KIND = "cell_"  # begins the id of an action that puts in a cell; its name in shown_kinds.py follows


def _cell(name: str, text: str, tip: str, *, gap: bool = False) -> ActionSpec:
    return ActionSpec(
        f"{KIND}{name}", "Lab", "switch_cell", text, tip, argument=name, checkable=True, group="cell", gap=gap
    )


# fmt: off
CELLS: tuple[ActionSpec, ...] = (
    _cell(
        "rnn",
        QT_TRANSLATE_NOOP("Actions", "&RNN"),
        QT_TRANSLATE_NOOP("Actions", "Simple recurrent cell: h alone, squashed at every step"),
        gap=True,
    ),
    _cell(
        "lstm",
        QT_TRANSLATE_NOOP("Actions", "&LSTM"),
        QT_TRANSLATE_NOOP("Actions", "Long short-term memory: forget, input and output gate"),
    ),
    _cell(
        "peephole",
        QT_TRANSLATE_NOOP("Actions", "&Peephole"),
        QT_TRANSLATE_NOOP("Actions", "LSTM whose gates see the cell state"),
    ),
    _cell(
        "gru",
        QT_TRANSLATE_NOOP("Actions", "&GRU"),
        QT_TRANSLATE_NOOP("Actions", "Gated recurrent unit: reset and update gate, no cell state"),
    ),
    _cell(
        "relu",
        QT_TRANSLATE_NOOP("Actions", "RNN with R&eLU"),
        QT_TRANSLATE_NOOP("Actions", "Simple recurrent cell whose h is cut off below 0 and has no bound"),
        gap=True,
    ),
    _cell(
        "gru_writes",
        QT_TRANSLATE_NOOP("Actions", "GRU, z &writes"),
        QT_TRANSLATE_NOOP("Actions", "GRU in which z is the share of the new, not of the old"),
    ),
    _cell(
        "gru_before",
        QT_TRANSLATE_NOOP("Actions", "GRU, reset &before"),
        QT_TRANSLATE_NOOP("Actions", "GRU that resets h before it is weighted, as first published"),
    ),
    _cell(
        "gru_before_writes",
        QT_TRANSLATE_NOOP("Actions", "GRU, reset before, &z writes"),
        QT_TRANSLATE_NOOP("Actions", "GRU that resets h before it is weighted, z being the share of the new"),
    ),
    _cell(
        "lstm_1997",
        QT_TRANSLATE_NOOP("Actions", "LSTM of &1997"),
        QT_TRANSLATE_NOOP("Actions", "The first LSTM: no forget gate"),
        gap=True,
    ),
    _cell(
        "lstm_cifg",
        QT_TRANSLATE_NOOP("Actions", "LSTM with &coupled gates"),
        QT_TRANSLATE_NOOP("Actions", "Peephole LSTM that forgets what it writes over: f = 1 − i"),
    ),
    _cell(
        "lstm_nig",
        QT_TRANSLATE_NOOP("Actions", "LSTM without &input gate"),
        QT_TRANSLATE_NOOP("Actions", "Peephole LSTM in which i is always 1"),
    ),
    _cell(
        "lstm_nfg",
        QT_TRANSLATE_NOOP("Actions", "LSTM without &forget gate"),
        QT_TRANSLATE_NOOP("Actions", "Peephole LSTM in which f is always 1"),
    ),
    _cell(
        "lstm_nog",
        QT_TRANSLATE_NOOP("Actions", "LSTM without &output gate"),
        QT_TRANSLATE_NOOP("Actions", "Peephole LSTM in which o is always 1"),
    ),
    _cell(
        "lstm_niaf",
        QT_TRANSLATE_NOOP("Actions", "LSTM without input &activation"),
        QT_TRANSLATE_NOOP("Actions", "Peephole LSTM whose candidate is not squashed"),
    ),
    _cell(
        "lstm_noaf",
        QT_TRANSLATE_NOOP("Actions", "LSTM without output activatio&n"),
        QT_TRANSLATE_NOOP("Actions", "Peephole LSTM that shows c without tanh"),
    ),
    _cell(
        "lstm_np",
        QT_TRANSLATE_NOOP("Actions", "LSTM wit&hout peepholes"),
        QT_TRANSLATE_NOOP("Actions", "The LSTM again, as the study that left parts out calls it"),
    ),
    _cell(
        "lstm_fgr",
        QT_TRANSLATE_NOOP("Actions", "LSTM with f&ull gate recurrence"),
        QT_TRANSLATE_NOOP("Actions", "Peephole LSTM whose gates also read the gates of the step before"),
    ),
    _cell(
        "slstm",
        QT_TRANSLATE_NOOP("Actions", "&sLSTM"),
        QT_TRANSLATE_NOOP("Actions", "LSTM of 2024: exponential input gate, normaliser, stabiliser"),
        gap=True,
    ),
    _cell(
        "slstm_exponential",
        QT_TRANSLATE_NOOP("Actions", "sLSTM with e&xponential forget gate"),
        QT_TRANSLATE_NOOP("Actions", "sLSTM whose forget gate is an exponential too"),
    ),
    _cell(
        "mlstm",
        QT_TRANSLATE_NOOP("Actions", "&mLSTM"),
        QT_TRANSLATE_NOOP("Actions", "LSTM of 2024: a matrix memory, written by keys, read by queries"),
    ),
    _cell(
        "mlstm_exponential",
        QT_TRANSLATE_NOOP("Actions", "mLSTM with exponential forget ga&te"),
        QT_TRANSLATE_NOOP("Actions", "mLSTM whose forget gate is an exponential too"),
    ),
)
# fmt: on
