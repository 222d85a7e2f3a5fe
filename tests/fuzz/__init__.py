"""Every reader of files, fed with spoilt ones: guided by which lines of the reader they reach.

`python -m tests.fuzz --minutes 30` for long; test_fuzz.py runs a few seconds of it in the suite.
"""
