"""Files that are broken, and cells that were deleted, copied, moved, renamed or typed again."""

import json

import nbformat
import notebook_rules as rules
from nbformat import v4
from test_solved_notebooks import asked

from ..submission import MISSING, NAMED, Paper, Submission, one
from .endings import HEAD, RIGHT_END
from .honest import backward_with

RELATIVE_ERROR = HEAD + RIGHT_END
MEAN_ERROR = HEAD + RIGHT_END.replace("np.max(", "np.mean(")


# What happens to a file's bytes


def truncated(text):
    return text.encode()[: len(text) * 2 // 3]


SPOILT = {
    "truncated": truncated,
    "an empty file": lambda text: b"",
    "a blank line": lambda text: b"\n",
    "no notebook but a web page": lambda text: b"<!DOCTYPE html><title>Sign in</title>",
    "no notebook but an archive": lambda text: b"PK\x03\x04" + bytes(range(256)) * 20,
    "a list": lambda text: b"[]",
    "no cells": lambda text: b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}',
    "cells of another kind": lambda text: (
        b'{"nbformat": 4, "metadata": {}, "cells": [1, null, "a"]}'
    ),
    "100,000 brackets": lambda text: b"[" * 100_000,
    "marks of a merge": lambda text: text.replace(
        '"cells": [', '<<<<<<< HEAD\n "cells": ['
    ).encode(),
}
ODD = {
    "UTF-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "in one line": lambda text: json.dumps(json.loads(text)).encode(),
}


def as_version_3(text):
    """As the first notebooks were: worksheets, and `input` in place of `source`."""
    return nbformat.writes(nbformat.reads(text, as_version=3), version=3).encode()


def of_an_older_minor(text):
    """4.2: no cell has an id."""
    notebook = json.loads(text) | {"nbformat_minor": 2}
    for cell in notebook["cells"]:
        del cell["id"]
    return json.dumps(notebook).encode()


def with_sources_as_one_string(text):
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
    return json.dumps(notebook).encode()


ODD |= {
    "nbformat 3": as_version_3,
    "nbformat 4.2": of_an_older_minor,
    "sources as one string": with_sources_as_one_string,
}


# What happens to a notebook's cells


def numbered(notebook, id):
    """The place of the cell of this id."""
    return [cell.id for cell in notebook.cells].index(id)


def cell_of(notebook, id):
    return notebook.cells[numbered(notebook, id)]


def deleted(*ids):
    def change(notebook):
        notebook.cells = [cell for cell in notebook.cells if cell.id not in ids]

    return change


def added(*sources, at=None):
    """New cells with these sources, at the end or at a place."""

    def change(notebook):
        place = len(notebook.cells) if at is None else at
        notebook.cells[place:place] = [v4.new_code_cell(source) for source in sources]

    return change


def replaced(id, old, new):
    """Other text within one cell."""

    def change(notebook):
        cell = cell_of(notebook, id)
        assert old in cell.source
        cell.source = cell.source.replace(old, new)

    return change


def all_of(*changes):
    def change(notebook):
        for change_once in changes:
            change_once(notebook)

    return change


def markdown_alone(notebook):
    notebook.cells = rules.prose_cells(notebook)


def upside_down(notebook):
    notebook.cells.reverse()


def retyped(notebook):
    """The definitions alone, in one cell, in another order, without anything of the course's."""
    asking = [cell.source for cell in rules.code_cells(notebook) if asked(cell)]
    sources = [source.split("\n\n\nexercises.")[0] for source in asking if "def " in source]
    imports = "import numpy as np\nfrom labnet import sigmoid"
    notebook.cells = [v4.new_code_cell("\n\n".join([imports, *sources[::-1]]))]
    notebook.metadata, notebook.nbformat_minor = nbformat.from_dict({}), 4
    del notebook.cells[0]["id"]


def huge_outputs(notebook):
    """20 MB of text below a cell, and a picture of 2 MB."""
    output = v4.new_output("stream", name="stdout", text="0.123456789\n" * (20_000_000 // 12))
    picture = v4.new_output("display_data", data={"image/png": "A" * 2_000_000})
    cell_of(notebook, "define-backward").outputs = [output, picture]


def without(name):
    """Rename the function of its cell."""

    def change(notebook):
        cell = cell_of(notebook, f"define-{name}")
        cell.source = cell.source.replace(f"def {name}(", f"def my_{name}(")

    return change


NO_COLON = backward_with().replace("params):", "params)", 1)
NO_BRACKET = backward_with().replace("len(y)", "len(y", 1)
HELPER = "def steepness(a):\n    return a * (1 - a)"
WITH_HELPER = backward_with(dz2='dz3 @ params["W3"].T * steepness(a2)')
WITH_CONSTANT = f"{HEAD}{RIGHT_END.replace('1e-8', 'FLOOR')}"
BROKEN = tuple(one(kind, "03", spoil=spoil, others=MISSING) for kind, spoil in SPOILT.items())
CELLS = (
    one(
        "the cell of backward is deleted",
        "03",
        rows={"backward": MISSING},
        change=deleted("define-backward"),
    ),
    one("only markdown is left", "03", others=MISSING, change=markdown_alone),
    one(
        "the imports are deleted",
        "03",
        {"relative_error": RELATIVE_ERROR, "backward": backward_with()},
        {"backward": "right"},  # it names no module
        change=deleted("imports"),
        others=NAMED,
    ),
    one(
        "backward twice, first wrong, then right",
        "03",
        {"backward": backward_with(dz3="p - y")},
        change=added(backward_with()),
    ),
    one(
        "backward twice, first right, then wrong",
        "03",
        rows={"backward": "wrong: backward-n-forgotten"},
        change=added(backward_with(dz3="p - y")),
    ),
    one(
        "twice in one cell, the last right",
        "03",
        {"relative_error": f"{MEAN_ERROR}\n\n\n{RELATIVE_ERROR}"},
    ),
    one("typed again, in another order, in one cell", "03", change=retyped),
    one("all cells upside down", "03", change=upside_down),
    one(
        "backward is called my_backward",
        "03",
        rows={"backward": MISSING},
        change=without("backward"),
    ),
    one(
        "renamed, and checked under its new name",
        "03",
        rows={"backward": "missing or right"},
        change=all_of(
            without("backward"),
            replaced("define-backward", "check(backward)", "check(my_backward)"),
        ),
    ),
    one(
        "a syntax error in the cell of backward: no colon",
        "03",
        {"backward": backward_with()},
        {"backward": NAMED},
        change=replaced("define-backward", "params):", "params)"),
    ),
    one(
        "a syntax error in the cell of backward: a bracket left open",
        "03",
        {"backward": backward_with()},
        {"backward": NAMED},
        change=replaced("define-backward", "/ len(y)", "/ len(y"),
    ),
    one("a syntax error in a cell that nobody needs", "03", change=added("print 'done'", "x ===")),
    one("a helper that stands below", "03", {"backward": WITH_HELPER}, change=added(HELPER)),
    one(
        "a helper whose cell has a syntax error",
        "03",
        {"backward": WITH_HELPER},
        {"backward": NAMED},
        change=added(HELPER.replace("):", ")")),
    ),
    one("a helper that is nowhere", "03", {"backward": WITH_HELPER}, {"backward": NAMED}),
    one(
        "a constant that stands below",
        "03",
        {"relative_error": WITH_CONSTANT},
        change=added("FLOOR = 1e-8"),
    ),
    one(
        "a constant made of others, below",
        "03",
        {"relative_error": WITH_CONSTANT},
        change=added("DIGITS, BASE = 8, 10.0\nFLOOR = BASE**-DIGITS"),
    ),
    one("20 MB of output", "03", change=huge_outputs),
    *(one(kind, "03", spoil=spoil) for kind, spoil in ODD.items()),
)


# Which files a student hands in, and what they are called


def early(path):
    """An earlier version of 03, in which backward is not right yet."""
    source = backward_with(dz3="p - y")
    return Paper("03", {"backward": source}, {"backward": "wrong: backward-n-forgotten"}, path=path)


def under(path, number="03", **paper):
    return Paper(number, path=path, **paper)


NAMES = {
    "no folder": "{student}.ipynb",
    "no folder, then the notebook": "{student}_{file}",
    "two folders": "{student}/week 3/{file}",
    "a browser's second copy": "{student}/{name} (1).ipynb",
    "a name of its own": "{student}/homework – ü 2.ipynb",
    "capital letters": "{student}/{name}.IPYNB",
}
SEVERAL = (
    *(Submission(f"the file's name: {kind}", (under(path),)) for kind, path in NAMES.items()),
    Submission("01, and 03 in a folder", (Paper("01"), under("{student}/more/{file}"))),
    Submission(
        "01 and 02, no folder",
        (under("{student}_01.ipynb", "01"), under("{student}_02.ipynb", "02")),
    ),
    Submission(
        "three versions of 03, the last is right",
        (
            early("{student}/{file}"),
            early("{student}/{name}-final.ipynb"),
            under("{student}/{name}-final-2.ipynb"),
        ),
        flags=("several",),
    ),
    Submission("students.csv says whose it is", (under("upload_4711.ipynb"),), listed=True),
    Submission(
        "students.csv, two files", (under("a/1.ipynb", "01"), under("b/1.ipynb")), listed=True
    ),
    Submission(
        "a good file beside a broken one",
        (Paper("01", others=MISSING, spoil=truncated), Paper("02")),
    ),
    Submission(
        "other files beside it",
        (Paper("03"),),
        files={
            "notes.docx": b"PK\x03\x04",
            ".ipynb_checkpoints/03_backpropagation-checkpoint.ipynb": b"{}",
            "__MACOSX/._03_backpropagation.ipynb": b"\x00\x05\x16\x07",
            "labnet.py": b"raise SystemExit('no module of the course')\n",
            "numpy.py": b"raise SystemExit('no module of the course')\n",
        },
    ),
)
SUBMISSIONS = (*BROKEN, *CELLS, *SEVERAL)
