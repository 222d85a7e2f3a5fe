"""What is seen of a network while it learns: answers, gates, states, gradients, weights."""
