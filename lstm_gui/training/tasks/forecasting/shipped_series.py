"""The series that ship with the app: sunspots, carbon dioxide, the economy of the United States.

Where they are from and why they may be given on stands in resources/datasets/README.md.
"""

import csv
import io
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from lstm_gui import resource
from lstm_gui.training.tasks.forecasting.series import Series

MACRO = {  # column of the file: what it is called here, and its unit
    "realgdp": ("GDP", "billion 2005 $"),
    "realcons": ("consumption", "billion 2005 $"),
    "realinv": ("investment", "billion 2005 $"),
    "cpi": ("prices", "1982–84 = 100"),
    "tbilrate": ("bill rate", "%"),
    "unemp": ("unemployment", "%"),
}
RATES = ("tbilrate", "unemp")


def sunspots() -> Series:
    """The mean number of sunspots in each year, 1700–2008."""
    rows = _rows("sunspots")
    values = np.array([[float(row["SUNACTIVITY"])] for row in rows])
    return Series("sunspots", ("sunspots",), values, ("",), tuple(row["YEAR"] for row in rows), season=11)


def co2() -> Series:
    """Carbon dioxide on Mauna Loa, March 1958 – December 2001: the mean of each month's weeks.

    A month without a week is put on the straight line between its neighbours: five of the 526.
    """
    months: list[str] = []
    means: list[float] = []
    for month, weeks in groupby(_rows("co2"), key=lambda row: row["date"][:6]):
        known = [float(week["co2"]) for week in weeks if week["co2"]]
        months.append(f"{month[:4]}-{month[4:]}")
        means.append(float(np.mean(known)) if known else np.nan)
    filled = without_gaps(np.array(means))[:, np.newaxis]
    return Series("co2", ("CO₂",), filled, ("ppm",), tuple(months), season=12)


def macro() -> Series:
    """The economy of the United States by quarters, 1959–2009: six series, the two rates in per cent."""
    rows = _rows("macro")
    values = np.array([[float(row[name]) for name in MACRO] for row in rows])
    quarters = tuple(f"{row['year']} Q{row['quarter']}" for row in rows)
    rates = tuple(name in RATES for name in MACRO)
    names, units = zip(*MACRO.values(), strict=True)
    return Series("macro", names, values, units, quarters, rates=rates)


def without_gaps(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Numbers (N,) with each nan put on the straight line between its neighbours; at an end, as the next."""
    known = np.flatnonzero(~np.isnan(values))
    return np.interp(np.arange(len(values)), known, values[known])


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(resource.read_text(f"datasets/{name}.csv"))))
