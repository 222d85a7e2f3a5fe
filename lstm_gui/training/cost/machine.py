"""What this computer has."""

import os


def memory_bytes() -> int | None:
    """How much memory there is; None where the system does not tell."""
    try:
        found = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # not a system of that family
        return None
    return found if found > 0 else None
