"""Training: tasks, networks that learn them, and the loop, an iterator of progress. No Qt, no threads."""
