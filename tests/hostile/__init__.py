"""Files that nobody should trust, as a corpus made by code: what comes of each, and what it costs.

`python -m tests.hostile` reads all of them, each in a process of its own, and prints what it measured;
test_measured.py does so in the suite.
"""
