"""The tasks themselves, and the table of them all (`catalogue.py`)."""
