"""What a run shows of itself: how far gradients reach and by which paths, what saturates, what explodes."""
