"""What grading must say of the submissions, and where it says something else."""

import csv
import re
import sys
from pathlib import Path

COLUMNS = ("student", "notebook", "exercise", "expected", "flags", "doubtful", "kind")
WORDS = {  # how a flag of each kind is worded
    "patches": r"attribute|patch",
    "ends": r"\bends?\b|exit",
    "swallows": r"swallow|every exception",
    "labnets": r"labnet",
    "alike": r"alike|same",
    "several": r"more than once",
}


def rows_of(submissions):
    """A row for each exercise of each notebook handed in, the last version of each counting."""
    for student, one in submissions.items():
        papers = {paper.number: paper for paper in one.papers}
        flags = " ".join(one.flags), " ".join(one.doubtful), one.kind
        for number, paper in papers.items():
            for exercise, expected in paper.expected.items():
                yield student, number, exercise, expected, *flags


def differences(expected, grades):
    """Sentences on every row of a table of grades that is not as expected.

    expected, grades : rows as dictionaries, the latter with the columns of grades.csv.
    """
    given = {place(row): row for row in grades}
    for row in expected:
        told = wrong_row(row, given.get(place(row)))
        if told:
            yield f"{' '.join(place(row))} ({row['kind']}): {told}"
    yield from wrong_flags(expected, grades)


def place(row):
    return row["student"], row["notebook"][:2].zfill(2), row["exercise"]


def wrong_row(row, given):
    """What is wrong with one row, or ""."""
    if given is None:
        return "there is no row"
    outcomes, _, mistake = row["expected"].partition(": ")
    if given["outcome"] not in outcomes.split(" or "):
        return f"{given['outcome']}, expected {row['expected']}; {given['sentence']}"
    if mistake and given["mistake"] != mistake:
        return f"named {given['mistake'] or 'nothing'}, expected {mistake}"
    silent = given["outcome"] not in ("right", "not attempted") and not given["sentence"]
    return "it does not say what happened" if silent else ""


def wrong_flags(expected, grades):
    """Flags are of the student's: whichever of the rows has them."""
    for student, row in {row["student"]: row for row in expected}.items():
        told = " ".join(one["flags"] for one in grades if one["student"] == student)
        seen = {kind for kind, words in WORDS.items() if re.search(words, told, re.IGNORECASE)}
        must, may = set(row["flags"].split()), set(row["doubtful"].split())
        for kind in sorted(must - seen):
            yield f"{student} ({row['kind']}): no flag that it {kind}; told: {told.strip()}"
        if told.strip() and not must | may:
            yield f"{student} ({row['kind']}): a false alarm: {told.strip()}"


def read(path):
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def main(expected, grades):
    expected, grades = read(expected), read(grades)
    found = list(differences(expected, grades))
    print(*found, f"{len(expected)} rows expected, {len(found)} differences", sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
