"""What notebook 03 asks of a student, and what it answers."""
