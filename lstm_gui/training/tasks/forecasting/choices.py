"""What may be chosen of every forecast."""

FORMS = ("values", "roots", "changes", "growth")
CHANGING = ("changes", "growth")  # of these forms each number needs the step before
SCALES = ("standard", "min–max", "none")
LEAST_WINDOW = 8  # steps
