"""nbgrader: the course's notebooks as assignments for nbgrader.

`make nbgrader` writes a course folder of nbgrader's: source/03_backpropagation/ and so on, and
nbgrader_config.py. nbgrader makes the students' version of it, and grades by running the notebook.
labnet's own `make grade` runs nothing of a submission in the process that judges.
"""
