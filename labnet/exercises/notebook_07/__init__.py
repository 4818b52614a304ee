"""What notebook 07 asks of a student, and what it answers."""
