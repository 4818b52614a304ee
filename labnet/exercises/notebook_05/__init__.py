"""What notebook 05 asks of a student, and what it answers."""
