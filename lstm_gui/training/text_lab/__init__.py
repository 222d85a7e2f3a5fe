"""The text lab: what a network does at each character, what it expects to come, and what it writes."""
