"""The assignments have the form that nbgrader asks for; the real one is tried by hand."""

import ast
import json
import re

import pytest
from exercises.listed import SHEETS

from labnet import LabnetError, exercises
from labnet.course import copies
from labnet.course.notebooks import having
from labnet.nbgrader import __main__, assignments, solutions
from labnet.nbgrader.graded_cells import graded

# The schema of nbgrader's documentation, version 3: what each cell tells, and of which kind it is.
REQUIRED = {"schema_version": int, "grade": bool, "locked": bool, "solution": bool}
OPTIONAL = {"task": bool, "grade_id": str, "points": int}
MADE = {one.number: assignments.assignment(one) for one in having("exercises")}
each_notebook = pytest.mark.parametrize("number", MADE)


def source(cell):
    return "".join(cell["source"])


def kinds(number):
    """(cell, what it tells nbgrader) of the cells that tell anything."""
    found = ((cell, cell["metadata"].get("nbgrader")) for cell in MADE[number]["cells"])
    return [(cell, kind) for cell, kind in found if kind]


@each_notebook
def test_the_metadata_fit_the_schema(number):
    for cell, kind in kinds(number):
        assert REQUIRED.keys() <= kind.keys() <= (REQUIRED | OPTIONAL).keys()
        assert all(type(kind[name]) is (REQUIRED | OPTIONAL)[name] for name in kind)
        assert kind["schema_version"] == 3 and cell["cell_type"] == "code"
        assert re.fullmatch(r"[a-zA-Z0-9_\-]+", kind["grade_id"])
        assert kind["grade"] == ("points" in kind) and not kind["task"]
        assert kind["solution"] + kind["locked"] == 1
    ids = [kind["grade_id"] for _, kind in kinds(number)]
    cells = [cell["id"] for cell in MADE[number]["cells"]]
    assert len(ids) == len(set(ids)) and len(cells) == len(set(cells))


@each_notebook
def test_every_exercise_has_its_points_before_it_is_used(number):
    cells = [source(cell) for cell, _ in kinds(number)]
    for one in SHEETS[number]:
        (points,) = (i for i, text in enumerate(cells) if f"exercises.{one.name}.check(" in text)
        uses = [i for i, text in enumerate(cells) if f"exercises.{one.name}.use(" in text]
        assert all(points < use for use in uses)
        answer, kind = kinds(number)[points - 1]
        assert kind["solution"] and "### BEGIN SOLUTION" in source(answer)
        assert kinds(number)[points][1]["points"] == 1
    graded_cells = [kind for _, kind in kinds(number) if kind["grade"]]
    claims = len(list(exercises.claims.claim_task.CLAIMS)) - 1  # one is worked out in the text
    assert len(graded_cells) == len(SHEETS[number]) + (claims if number == "07" else 0)


def released(text):
    """As nbgrader hands it out, with the course's own stub in place of each solution."""
    region = re.compile(r"( *)### BEGIN SOLUTION\n.*?### END SOLUTION", re.DOTALL)
    return region.sub(r"\1# your code here\n\1...", text)


@each_notebook
def test_without_the_solutions_the_code_is_the_courses(number):
    original = copies.read(copies.find(number))["cells"]
    stubs = {cell["id"]: source(cell) for cell in original}
    for cell, kind in kinds(number):
        name = re.match(r"(?:def|class) (\w+)", source(cell))
        if kind["solution"] and name:
            blank = ast.dump(ast.parse(released(source(cell))))
            check = f"exercises.{name[1]}.check({name[1]})"
            assert blank == ast.dump(ast.parse(stubs[cell["id"]].replace(check, "")))


@each_notebook
def test_all_else_is_as_in_the_course_without_outputs(number):
    original = {one["id"]: one for one in copies.read(copies.find(number))["cells"]}
    for cell in MADE[number]["cells"]:
        assert cell["cell_type"] != "code" or cell["outputs"] == []
        if "nbgrader" not in cell["metadata"]:
            assert source(cell) == source(original[cell["id"]])
    assert [id for id in original if id not in {one["id"] for one in MADE[number]["cells"]}] == []


def test_labnets_answers_pass_and_the_stubs_do_not():
    for cell, kind in kinds("01"):
        if kind["solution"]:
            for text, passes in ((source(cell), True), (released(source(cell)), False)):
                space = vars(__import__("numpy")) | {"np": __import__("numpy")}
                space["sigmoid"] = exercises.sigmoid.right
                exec(text, space)
                name = re.match(r"def (\w+)", text)[1]
                assert getattr(exercises, name).check(space[name]).passed == passes


def test_the_planted_bug_is_the_same_when_it_is_graded():
    (new,) = (source(cell) for cell, _ in kinds("03") if "find_the_bug.new(" in source(cell))
    (answer,) = (source(cell) for cell, _ in kinds("03") if "layer = what" in source(cell))
    space = {"exercises": exercises}
    exec(new, space)
    exec(answer, space)
    assert exercises.find_the_bug.judge(space["layer"], space["what"]).passed


def test_a_cell_without_a_task_stays_as_it_is():
    cell = {"cell_type": "code", "id": "free", "metadata": {}, "source": ["z = 3"]}
    assert graded(cell) == [cell]
    assert "nbgrader" not in json.dumps(graded(cell | {"cell_type": "markdown"}))


def test_a_region_takes_the_place_of_the_body_alone():
    stub = "K = 3\n\n\ndef double(\n    x,\n):\n    # your code here\n    ..."
    right = 'def double(x):\n    """Twice."""\n    return 2 * x\n'
    body = '    ### BEGIN SOLUTION\n    """Twice."""\n    return 2 * x\n    ### END SOLUTION'
    assert solutions.written(stub, right) == f"K = 3\n\n\ndef double(\n    x,\n):\n{body}"


def test_the_command_writes_a_course_and_overwrites_nothing(tmp_path, capsys):
    folder = tmp_path / "made"
    __main__.main([str(folder)])
    written = capsys.readouterr().out.splitlines()
    assert len(written) == len(MADE) + 2 and "generate_assignment" in written[-1]
    path = folder / "source" / "03_backpropagation" / "03_backpropagation.ipynb"
    assert copies.read(path) == MADE["03"]
    compile((folder / "nbgrader_config.py").read_text("utf-8"), "config", "exec")
    with pytest.raises(SystemExit, match="is not empty; name a folder that is"):
        __main__.main([str(folder)])
    with pytest.raises(LabnetError, match="is not empty"):
        next(assignments.write(path))
    with pytest.raises(SystemExit, match='make nbgrader TO="a b"'):
        __main__.main(["a", "b"])
