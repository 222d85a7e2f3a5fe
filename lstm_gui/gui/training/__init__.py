"""The Train tab: a network learns in a process of its own, and a person watches."""
