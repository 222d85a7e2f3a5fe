"""What can be chosen of a forecast, in the person's language: its name, what it does, and its words."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def forecast_option(name: str) -> tuple[str, str]:
    """What an option of a forecast is called, and what it does."""
    return {
        "horizon": (
            translate("TrainForecast", "steps ahead"),
            translate("TrainForecast", "How many steps are forecast at every step, the next one first"),
        ),
        "window": (
            translate("TrainForecast", "window"),
            translate("TrainForecast", "How many steps are read in a row; the second half is judged"),
        ),
        "form": (
            translate("TrainForecast", "taken as"),
            translate("TrainForecast", "What is read of a series; changes of a rising one stay alike"),
        ),
        "scaling": (
            translate("TrainForecast", "scaled"),
            translate("TrainForecast", "How numbers are made to fit a cell, by the training part alone"),
        ),
        "noise": (
            translate("TrainForecast", "noise"),
            translate("TrainForecast", "How much chance lies on the series, which nobody can forecast"),
        ),
        "validation": (
            translate("TrainForecast", "validation, %"),
            translate("TrainForecast", "The share after what is learnt from, which judges progress"),
        ),
        "test": (
            translate("TrainForecast", "test, %"),
            translate("TrainForecast", "The share at the end, looked at last; nothing is chosen by it"),
        ),
        "season": (
            translate("TrainForecast", "season"),
            translate("TrainForecast", "Steps after which it about repeats, for a baseline; 0: none"),
        ),
    }[name]  # fmt: skip


def forecast_word(word: str) -> str:
    """What a form or a scale is called."""
    return {
        "values": translate("TrainForecast", "values"),
        "roots": translate("TrainForecast", "square roots"),
        "changes": translate("TrainForecast", "changes"),
        "growth": translate("TrainForecast", "growth in %"),
        "standard": translate("TrainForecast", "mean 0, spread 1"),
        "min–max": translate("TrainForecast", "−1 to 1"),
        "none": translate("TrainForecast", "not at all"),
    }[word]
