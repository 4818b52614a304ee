"""What notebook 01 asks of a student, and what it answers."""
