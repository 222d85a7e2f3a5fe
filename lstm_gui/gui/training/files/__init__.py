"""What of the training lab leaves as a file, comes from one, or goes to the simulator and the cards."""
