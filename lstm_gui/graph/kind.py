"""Which cell: its family, and a choice for each option in which the members of the family differ."""

from dataclasses import dataclass
from itertools import product

FAMILIES: dict[str, dict[str, tuple[str, ...]]] = {  # family -> option -> its choices, the usual one first
    "rnn": {"activation": ("tanh", "relu")},
    "lstm": {
        "variant": (
            "standard",
            "1997",
            "peephole",
            *("NIG", "NFG", "NOG", "NIAF", "NOAF", "CIFG", "NP", "FGR"),  # Greff et al. 2015
        )
    },
    "gru": {"reset": ("after", "before"), "z": ("keeps", "writes")},
    "slstm": {"forget": ("sigmoid", "exponential")},
    "mlstm": {"forget": ("sigmoid", "exponential")},
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A member of a family. Raises ValueError for a family or a choice that there is not."""

    family: str
    choices: tuple[str, ...]  # one for each option of the family, in the order of FAMILIES

    def __post_init__(self) -> None:
        options = FAMILIES.get(self.family)
        if options is None:
            raise ValueError(f"there is no cell called {self.family!r}")
        if len(self.choices) != len(options):
            raise ValueError(f"{self.family} has {len(options)} options, not {len(self.choices)}")
        for choice, (option, choices) in zip(self.choices, options.items(), strict=True):
            if choice not in choices:
                raise ValueError(f"{option} of {self.family} cannot be {choice!r}")

    @classmethod
    def of(cls, family: str, **options: str) -> "Kind":
        """The usual member of a family, but for the options given."""
        known = FAMILIES.get(family, {})
        if unknown := options.keys() - known.keys():
            raise ValueError(f"{family} has no option {', '.join(sorted(unknown))}")
        return cls(family, tuple(options.get(name, choices[0]) for name, choices in known.items()))

    @property
    def options(self) -> dict[str, str]:
        """The choice made for each option."""
        return dict(zip(FAMILIES[self.family], self.choices, strict=True))


LSTM = Kind.of("lstm")

EVERY_KIND = tuple(
    Kind(family, choices) for family, options in FAMILIES.items() for choices in product(*options.values())
)
"""Every cell there is, family by family."""

KINDS = tuple(kind for kind in EVERY_KIND if kind.family != "mlstm")
"""Every cell whose memory is one number, or a few, for each unit; that of an mLSTM is a matrix."""
