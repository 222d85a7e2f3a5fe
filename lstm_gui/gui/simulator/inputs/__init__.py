"""Dialogs that bring in what the cell reads: numbers typed or pasted, a column of a file."""
