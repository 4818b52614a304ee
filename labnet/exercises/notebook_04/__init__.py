"""What notebook 04 asks of a student, and what it answers."""
