"""Language: the next character, and sentences that are understood or not."""
