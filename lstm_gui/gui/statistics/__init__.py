"""The window "Statistics": what the log says, each picture with its numbers and with what they count."""
