"""What the actions do: each row of the table of actions names a method of one of these classes."""
