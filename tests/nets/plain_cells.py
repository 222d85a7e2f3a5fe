"""The usual form of each kind of cell, drawn: `lstm(rng, inputs, units)` and so on."""

from functools import partial

from tests.nets.cells import drawn_gru, drawn_lstm, drawn_rnn

rnn = partial(drawn_rnn, "tanh")
lstm = partial(drawn_lstm, "plain")
projected_lstm = partial(drawn_lstm, "projection")
gru = partial(drawn_gru, "reset after, z keeps, two biases")
gru_of_2014 = partial(drawn_gru, "reset before, z writes")
