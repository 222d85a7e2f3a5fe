"""Comparisons that are ready to run, each with a sentence that five seeds bear out: see for yourself.

`preset.py` says what a preset is, `findings.py` what can be claimed of runs, `catalogue.py` has them all.
"""
