"""Pages: class.html for the instructor, and a page for each student; each a file of its own."""

import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import exercises
from ..course import notebooks
from .outside import MISSING, NOT_ATTEMPTED, ORDER, RIGHT, STOPPED
from .stored import NOT_AGAIN

HERE = Path(__file__).parent / "template"
SIGNS = dict(zip(ORDER, "✓✗!○–", strict=True))
UNNAMED = "(no mistake named)"
STUDENTS = "students"


def write_pages(register, output, walls):
    (output / STUDENTS).mkdir(exist_ok=True)
    names = file_names(register.students)
    write(output / "class.html", "class.html.j2", names=names, **of_the_class(register, walls))
    for student, name in names.items():
        page = output / STUDENTS / name
        write(page, "student.html.j2", **of_one(register, student))


def write(path, template, **values):
    page = environment().get_template(template).render(signs=SIGNS, **values)
    path.write_text(page, "utf-8")


@cache
def environment():
    """Jinja's, which reads each template once."""
    options = {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True}
    made = Environment(loader=FileSystemLoader(HERE), **options)
    made.globals["css"] = (HERE / "grade.css").read_text("utf-8")
    return made


def file_names(students):
    """{student: a file name that every system takes}, no two alike."""
    names = {}
    for student in students:
        plain = re.sub(r"[^\w.-]+", "_", student).strip("._")[:60] or "student"
        taken = {one.lower() for one in names.values()}
        same = (f"{plain}{'' if n == 1 else f'_{n}'}.html" for n in range(1, len(students) + 1))
        names[student] = next(one for one in same if one.lower() not in taken)
    return names


# The class


def of_the_class(register, walls):
    return {
        "students": len(register.students),
        "exercises": [of_exercise(register, *place) for place in register.exercises],
        "outcomes": ORDER,
        "not_begun": not_begun(register),
        "flagged": flagged(register),
        "predictions": predictions(register),
        "problems": [(one.student, one.file, one.problem) for one in register.files if one.problem],
        "confined": bool(walls),
    }


def of_exercise(register, notebook, name):
    """The counts of one exercise, and its mistakes, the most frequent first."""
    rows = [row for key, row in register.rows.items() if key[1:] == (notebook, name)]
    outcomes = Counter(row["outcome"] for row in rows)
    groups = defaultdict(list)
    for row in rows:
        if row["outcome"] in ("wrong", STOPPED):
            groups[row["mistake"] or UNNAMED].append(row)
    mistakes = [of_mistake(id, found, len(rows)) for id, found in groups.items()]
    mistakes.sort(key=lambda one: -one["count"])
    return {"notebook": notebook, "name": name, "outcomes": outcomes, "mistakes": mistakes}


def of_mistake(id, rows, students):
    """One mistake: its words, and the shortest answer that shows it, without its comments."""
    shown = [row for row in rows if row["source"]] or rows
    example = min(shown, key=lambda row: len(row["source"]))
    return {
        "id": id,
        "count": len(rows),
        "share": len(rows) / students,
        "example": example["source"],
        **{part: example[part] for part in ("sentence", "hint", "evidence")},
    }


def not_begun(register):
    """[(notebook, students)] who have attempted nothing of it."""
    found = {number: [] for number in register.notebooks}
    for student in register.students:
        rows = register.of(student)
        for number, names in found.items():
            outcomes = {row["outcome"] for place, row in rows.items() if place[0] == number}
            if outcomes <= {NOT_ATTEMPTED, MISSING}:
                names.append(student)
    return [(number, names) for number, names in found.items() if names]


def flagged(register):
    """[(student, notebook, flag, exercises)], each flag of a notebook once."""
    found = defaultdict(list)
    for (student, notebook, exercise), row in register.rows.items():
        for flag in row["flags"]:
            found[student, notebook, flag].append(exercise)
    return [(*key, exercises) for key, exercises in found.items()]


def predictions(register):
    """What the class has answered to each question."""
    chosen = defaultdict(list)
    for one in register.files:
        for name, answer in one.predictions.items():
            chosen[one.notebook, name].append(answer)
    return [of_question(*key, answers) for key, answers in sorted(chosen.items())]


def of_question(number, name, answers):
    question = getattr(exercises.questions, name)
    given = Counter(one[0] for one in answers if one)
    right = sum(bool(one and one[1]) for one in answers)
    return {"notebook": number, "question": question, "given": given, "right": right}


# One student


def of_one(register, student):
    rows = register.of(student)
    files = register.files_of(student)
    sheets = defaultdict(dict)
    handed_in = {one.notebook for one in files}
    for (notebook, exercise), row in rows.items():
        sheets[notebook] |= {exercise: row} if notebook in handed_in else {}
    return {
        "student": student,
        "sheets": {
            number: (notebooks.numbered(number).name, one) for number, one in sheets.items()
        },
        "right": sum(row["outcome"] == RIGHT for row in rows.values()),
        "count": len(rows),
        "predictions": {k: v for one in files for k, v in one.predictions.items() if v},
        "verdicts": {k: v for one in files for k, v in one.verdicts.items()},
        "not_again": NOT_AGAIN,
        "problems": [(one.file, one.problem) for one in files if one.problem],
    }
