"""Anki's own engine as the judge of what we write and read, in a process of its own."""
