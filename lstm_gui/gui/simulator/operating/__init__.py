"""The operating points: where each gate stands on its squashing curve."""
