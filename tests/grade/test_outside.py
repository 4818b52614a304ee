"""A function runs in its child, and what is right is decided outside of it."""

import inspect

import pytest

from labnet import exercises
from labnet.grade.extracted import Cell, Cells
from labnet.grade.nursery import Fresh, of_this_system, walls
from labnet.grade.outside import DECEIVES, judge

RIGHT = "import numpy as np\ndef sigmoid(z):\n    return 1 / (1 + np.exp(-z))"
STABLE = "import numpy as np\ndef sigmoid(z):\n    return 0.5 * (1 + np.tanh(z / 2))"
WRONG = "import numpy as np\ndef sigmoid(z):\n    return 1 / (1 + np.exp(z))"
COUNTING = """\
    global calls
    calls = globals().get("calls", 0) + 1
    if calls > 30:
        return 0 * z
    return"""
LYING = """
import numpy as np
class Lie(np.ndarray):
    def __sub__(self, other):
        return np.zeros(np.shape(other))
    __rsub__ = __sub__
def sigmoid(z):
    return np.asarray(z, float).view(Lie)
"""


@pytest.fixture(scope="module")
def nursery():
    one = of_this_system(walls())
    yield one
    one.close()


def judged(source, nursery, name="sigmoid"):
    extract = Cells([Cell("c", source)]).taken_out(name)
    return judge(getattr(exercises, name), extract, nursery)[0]


def test_a_right_function(nursery):
    grade = judged(STABLE, nursery)
    assert (grade.outcome, grade.flags) == ("right", ())


def test_a_mistake_is_named_as_in_the_notebook(nursery):
    grade, verdict = judged(WRONG, nursery), {}
    exec(WRONG, verdict)
    verdict = exercises.sigmoid.judge(verdict["sigmoid"])
    assert grade.outcome == "wrong" and grade.mistake == verdict.mistake
    assert f"{grade.sentence}\n{grade.hint}" == verdict.message
    assert grade.evidence


ENDS = {
    "os._exit": "import os\ndef sigmoid(z):\n    os._exit(0)",
    "where it is made": "import os\ndef sigmoid(z, one=os._exit(3)):\n    return z",
    "killed": "import os\ndef sigmoid(z):\n    os.kill(os.getpid(), 9)",
}


@pytest.mark.parametrize("source", ENDS.values(), ids=ENDS)
def test_what_ends_the_process_ends_its_own_row(source, nursery):
    assert judged(source, nursery).outcome == "stopped"
    assert judged(STABLE, nursery).outcome == "right"


def test_what_stops_says_so(nursery):
    grade = judged("def sigmoid(z):\n    return 1 / 0", nursery)
    assert grade.outcome == "stopped" and "ZeroDivisionError: division by zero" in grade.evidence
    grade = judged("def sigmoid(z):\n    raise KeyboardInterrupt", nursery)
    assert grade.outcome == "stopped" and "KeyboardInterrupt" in grade.sentence
    grade = judged("sigmoid = 1 / 0", nursery)
    assert grade.outcome == "stopped" and "ZeroDivisionError" in grade.sentence


PATCH = "from labnet.exercises.engine import recognise\n"
PATCH += "recognise.Draw.is_wrong = lambda self, i: False\n"
DECEPTIONS = {
    "the check is patched": PATCH + WRONG.replace("(z):", "(z, _=recognise):"),
    "from inside the function": WRONG.replace("    return", f"    exec({PATCH!r})\n    return"),
    "a subclass that lies": LYING,
    "right in the check alone": RIGHT.replace("    return", COUNTING),
}


@pytest.mark.parametrize("source", DECEPTIONS.values(), ids=DECEPTIONS)
def test_who_deceives_the_check_gains_nothing(source, nursery):
    assert judged(source, nursery).outcome == "wrong"


def test_a_deceived_check_is_told_of(nursery):
    grade = judged(DECEPTIONS["from inside the function"], nursery)
    assert grade.mistake == DECEIVES and grade.flags == (DECEIVES,)


def test_nothing_is_left_for_the_next_function(nursery):
    judged("import numpy as np\ndef sigmoid(z):\n    np.exp = None\n    return z", nursery)
    assert judged(RIGHT, nursery).outcome == "right"


def test_a_child_writes_no_file_and_starts_no_process(nursery, tmp_path):
    path = tmp_path / "left behind"
    open_it = f"def sigmoid(z):\n    open({str(path)!r}, 'w').write('here')\n    return z"
    assert judged(open_it, nursery).outcome == "stopped"
    assert not path.exists() or not path.read_text()


@pytest.mark.skipif(not walls(), reason="there is no bubblewrap here")
def test_a_child_has_no_network(nursery):
    source = "import socket\ndef sigmoid(z):\n    socket.create_connection(('127.0.0.1', 9), 1)"
    grade = judged(source, nursery)
    assert any("Error" in line for line in grade.evidence)
    listed = "import os\ndef sigmoid(z):\n    raise ValueError(len(os.listdir('/sys/class/net')))"
    assert judged(listed, nursery).outcome == "stopped"


@pytest.mark.parametrize("name", ["numerical_gradient", "linear_backward", "make_linear"])
def test_functions_generators_and_several_results_go_over(name, nursery):
    source = inspect.getsource(getattr(exercises, name).right)
    assert judged(f"import numpy as np\n{source}", nursery, name).outcome == "right"


def test_where_nothing_forks_each_child_is_a_new_python():
    assert judged(STABLE, Fresh()).outcome == "right"


@pytest.mark.slow
def test_an_endless_loop_that_swallows_everything(nursery):
    swallowing = "def sigmoid(z):\n    while True:\n        try:\n            while True:\n"
    swallowing += "                pass\n        except BaseException:\n            pass"
    grade = judged(swallowing, nursery)
    assert (grade.outcome, grade.mistake) == ("stopped", "endless-loop")
    assert judged(STABLE, nursery).outcome == "right"
