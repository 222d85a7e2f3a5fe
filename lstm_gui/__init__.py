"""LSTM Lab: flashcards beside a live LSTM cell."""

__version__ = "0.1.0"
