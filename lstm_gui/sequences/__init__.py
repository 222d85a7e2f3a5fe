"""Sequences a recurrent cell reads: signals, bits, and the tasks on which such cells were measured."""
