"""The tests of LSTM Lab: a mirror of lstm_gui/, and the benchmarks, which are run by themselves."""
