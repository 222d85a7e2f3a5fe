"""Where a number comes from: the card that is pinned beside it."""
