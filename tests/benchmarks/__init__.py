"""What LSTM Lab promises in numbers, measured."""
