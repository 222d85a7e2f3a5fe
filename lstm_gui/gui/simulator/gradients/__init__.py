"""The tab of gradients: how far back they reach in an RNN, an LSTM and a GRU."""
