"""What notebook 06 asks of a student, and what it answers."""
