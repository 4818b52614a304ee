"""Tables: a row for each student and exercise, and for a gradebook a row for each student."""

import csv

from .outside import RIGHT

COLUMNS = ("student", "notebook", "exercise", "outcome", "mistake", "sentence", "flags")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would compute what begins with one


def write_tables(register, output):
    write(output / "grades.csv", COLUMNS, grades(register))
    write(output / "gradebook.csv", ("student", *titles(register)), gradebook(register))


def grades(register):
    for (student, notebook, exercise), row in register.rows.items():
        kept = (row[name] for name in ("outcome", "mistake", "sentence"))
        yield student, notebook, exercise, *kept, "; ".join(row["flags"])


def titles(register):
    counts = (f"{number} right of {count(register, number)}" for number in register.notebooks)
    return [*counts, "right", "flags"]


def count(register, number):
    return sum(notebook == number for notebook, _ in register.exercises)


def gradebook(register):
    numbers = register.notebooks
    for student in register.students:
        rows = register.of(student)
        right = [place[0] for place, row in rows.items() if row["outcome"] == RIGHT]
        flagged = sum(bool(row["flags"]) for row in rows.values())
        yield student, *(right.count(number) for number in numbers), len(right), flagged


def write(path, columns, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(columns)
        table.writerows([harmless(one) for one in row] for row in rows)


def harmless(value):
    """A text as a spreadsheet shows it, and does not compute it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
