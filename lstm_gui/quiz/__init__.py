"""Cards, ratings and the schedule: pure functions of card, rating and time."""
