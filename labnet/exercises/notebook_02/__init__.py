"""What notebook 02 asks of a student, and what it answers."""
