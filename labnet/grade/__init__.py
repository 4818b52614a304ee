"""grade: the notebooks that a class has handed in, judged apart from the code that is in them.

A submission's functions run in a child process, with limits and without a network where the system
can do that. The judging process never runs them: it draws inputs, and compares plain arrays.

handed_in.py reads the folder; extracted.py takes functions out of a notebook; nursery.py and
child.py run them; outside.py judges; classroom.py goes through the class; tables.py and pages.py
write what an instructor reads.
"""
