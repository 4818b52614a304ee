"""Functions that want another verdict than they deserve, and what a person should be told of."""

from ..submission import one
from .endings import HEAD, RIGHT_END, body
from .files import added

WRONG_END = "    return np.zeros(3)"
HALF_END = RIGHT_END.replace("np.max(", "0.5 * np.max(")
WRONG = f"{HEAD}{WRONG_END}"
PATCHES = {  # each in a cell of its own
    "np.allclose": "np.allclose = lambda *args, **named: True",
    "np.testing": "np.testing.assert_allclose = print",
    "np.max": "real = np.max\nnp.max = lambda *args, **named: 0.0",
    "labnet's judging": (
        "import labnet.exercises.engine.judging as judging\n"
        "judging.is_right = lambda *args, **named: True"
    ),
    "labnet's exercise": (
        "import labnet\nlabnet.exercises.relative_error.check = lambda function: 'passed'"
    ),
    "builtins": "import builtins\nbuiltins.all = builtins.any = lambda entries: True",
    "json": "import json\njson.dumps = lambda *args, **named: '{\"passed\": true}'",
}
PATCHES_INSIDE = {
    "np.allclose": "np.allclose = lambda *args, **named: True",
    "np.save, np.savez": "np.save = np.savez = np.lib.format.write_array = lambda *args: None",
    "sys.modules": "import sys\nsys.modules['numpy'].abs = lambda v: 0",
    "labnet's judging": (
        "import labnet.exercises.engine.judging as judging\n"
        "judging.is_right = judging.answer = lambda *args, **named: True"
    ),
}
PATCHES_HIDDEN = {  # not written as assignments
    "setattr": "setattr(np, 'allclose', lambda *args, **named: True)",
    "vars": "vars(np)['allclose'] = lambda *args, **named: True",
    "__dict__": "np.__dict__.update(allclose=lambda *args, **named: True)",
}
OBJECTS = {  # what stands in place of the function
    "an object that says it passed": (
        "class Passed:\n    passed, outcome = True, 'passed'\n"
        "    def __bool__(self):\n        return True\n"
        "    def __repr__(self):\n        return '✓ relative_error: passed'\n\n\n"
        "relative_error = Passed()"
    ),
    "a text": "relative_error = 'passed'",
    "a number": "relative_error = 1.0",
    "a generator": f"{HEAD}    yield from (0.0, 1.0)",
    "async": f"async {HEAD}{RIGHT_END}",
}
LIARS = {  # what comes back
    "equal to all": (
        "class Liar:\n    def __eq__(self, other):\n        return True\n"
        "    __lt__ = __le__ = __gt__ = __ge__ = __ne__ = __eq__\n"
        "    def __sub__(self, other):\n        return 0.0\n"
        "    __rsub__ = __abs__ = __sub__\nreturn Liar()"
    ),
    "an array that is equal to all": (
        "class Liar(np.ndarray):\n    def __eq__(self, other):\n        return np.True_\n"
        "    def __array_ufunc__(self, *args, **named):\n        return np.True_\n"
        "    def __array_function__(self, *args, **named):\n        return True\n"
        "return np.zeros(1).view(Liar)"
    ),
    "__array__ gives zeros": (
        "class Liar:\n    def __array__(self, *args, **named):\n        return np.zeros(1)\n"
        "    def __float__(self):\n        return 0.0\nreturn Liar()"
    ),
    "__array__ never ends": (
        "class Liar:\n    def __array__(self, *args, **named):\n        while True:\n"
        "            pass\nreturn Liar()"
    ),
    "__array__ ends the process": (
        "class Liar:\n    def __array__(self, *args, **named):\n        import os\n"
        "        os._exit(0)\nreturn Liar()"
    ),
    "a float that is equal to all": (
        "class Liar(float):\n    def __eq__(self, other):\n        return True\n"
        "    __hash__ = float.__hash__\nreturn Liar(0.25)"
    ),
    "objects": "return np.array([object()])",
    "nan": "return np.nan",
    "infinity": "return np.inf",
    "None, sometimes": "if np.size(a) > 1:\n    return None\nreturn 0.25",
    "a text": "return '✓ relative_error: passed'",
    "an imaginary number": "return 1j",
    "a module": "return np",
    "itself": "return relative_error",
    "a dictionary": "return {'passed': True}",
}
SAYS = {
    "prints what a check prints": "print('✓ relative_error: passed')",
    "prints it as HTML": "print('<b>✓ relative_error: passed</b><script>alert(1)</script>')",
    "writes into all open files": (
        "import os\nfor fd in range(3, 64):\n    try:\n"
        "        os.write(fd, b'PK passed right 1.0\\n')\n    except OSError:\n        pass"
    ),
    "writes to the two streams": "import os\nfor fd in (1, 2):\n    os.write(fd, b'1\\n' * 1000)",
    "prints a formula of a table": "print('=HYPERLINK(\"http://127.0.0.1\")')",
}
LOOKS = {  # for the right answer, where it runs
    "the frames below": (
        "import sys\nframe = sys._getframe()\nwhile frame:\n"
        "    for name, value in list(frame.f_locals.items()):\n"
        "        if name in ('right', 'expected', 'rights', 'answer', 'solution'):\n"
        "            return value\n"
        "    frame = frame.f_back"
    ),
    "inspect.stack": (
        "import inspect\nfor one in inspect.stack()[1:]:\n    if 'right' in one.frame.f_locals:\n"
        "        return one.frame.f_locals['right']"
    ),
    "gc, for right values": (
        "import gc\nfor one in gc.get_objects():\n"
        "    if isinstance(one, dict) and 'right' in one and isinstance(one['right'], float):\n"
        "        return one['right']"
    ),
}
LABNETS = {  # the cell of relative_error
    "exercises.relative_error.right": "relative_error = exercises.relative_error.right",
    "imported": "from labnet.exercises.notebook_03.exercises import relative_error",
    "imported under another name": (
        "from labnet.exercises.notebook_03 import exercises as ours\n\n\n"
        "relative_error = ours.relative_error"
    ),
    "called inside": f"{HEAD}    return exercises.relative_error.right(a, b)",
}
HIDDEN = {  # as good as copying the solution, which is open; nothing in the text tells of it
    "found with gc": body(
        "import gc\nfor one in gc.get_objects():\n"
        "    if getattr(one, '__name__', '') == 'relative_error' and 'labnet' in one.__module__:\n"
        "        return one(a, b)",
        WRONG_END,
    ),
    "found by its name": body(
        "import importlib\nname = 'lab' + 'net.exercises.notebook_03.exercises'\n"
        "return importlib.import_module(name).relative_error(a, b)",
        WRONG_END,
    ),
}
USED = {"use, with nothing written": "relative_error = exercises.relative_error.use(...)"}
TWO = {  # processes answer: what comes back may be either's, or both at once
    "forks, and both go on": (
        "import os\nglobal forked\nif 'forked' not in globals():\n"
        "    forked = 0\n    forked = os.fork()"
    )
}
CHANGES = {
    "right in the first call alone": (
        "global calls\ncalls = globals().get('calls', 0) + 1\nif calls > 1:\n    return 0.25"
    ),
    "right in the first ten calls": (
        "global calls\ncalls = globals().get('calls', 0) + 1\nif calls > 10:\n    return 0.25"
    ),
    "right for the notebook's numbers alone": "if np.shape(a) != (3,):\n    return 0.25",
    "wrong once in a while": "if np.random.default_rng().random() < 0.5:\n    return 0.25",
}
PORT = 47113  # on the machine itself; nobody listens there unless a test does
WRITES = "open('left-behind.txt', 'w').write('here')"  # no child may
BUSY = {  # right, and something else beside it
    "goes to another folder": "import os\nos.chdir('/')",
    "calls a port": (
        "import contextlib, socket\nwith contextlib.suppress(OSError):\n"
        f"    socket.create_connection(('127.0.0.1', {PORT}), timeout=0.2).close()"
    ),
    "forks, and the child goes": "import os\nif os.fork() == 0:\n    os._exit(0)",
    "a thread that never ends": (
        "import threading, time\nif threading.active_count() < 3:\n"
        "    threading.Thread(target=lambda: time.sleep(60)).start()"
    ),
    "a program in the background": (
        "import subprocess\nglobal begun\nif 'begun' not in globals():\n"
        "    begun = subprocess.Popen(['sleep', '61'])"
    ),
    "prints 10 MB": "print('0123456789' * 10**6)",
    "an environment of its own": "import os\nos.environ.clear()",
    "a seed of its own": "np.random.seed(0)",
    "errors for warnings": "import warnings\nwarnings.simplefilter('error')",
    "other digits when printing": "np.set_printoptions(precision=1)",
    "the end is not to be reached": ("import atexit, time\natexit.register(time.sleep, 60)"),
}
OWN_RIGHT = {  # it can come back or not: as much as is allowed, and as the pipes are read
    "closes all open files": "import os\nos.closerange(3, 256)",
    "closes its streams": "import sys\nsys.stdout.close()\nsys.stderr.close()\nsys.stdin.close()",
    "reads what comes in": "import sys\nsys.stdin.read()",
    "prints 100 MB": "print('0123456789' * 10**7)",
    "has no room": "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))",
}


def kinds(named, expected, end=RIGHT_END, prefix="", **flags):
    rows = {"relative_error": expected}
    return tuple(
        one(f"{prefix}{kind}", "03", {"relative_error": body(lines, end)}, rows, **flags)
        for kind, lines in named.items()
    )


def cells(named, expected, prefix="", **flags):
    """The same, where all of the cell is given."""
    rows = {"relative_error": expected}
    return tuple(
        one(f"{prefix}{kind}", "03", {"relative_error": source}, rows, **flags)
        for kind, source in named.items()
    )


PATCHING = tuple(
    one(
        f"patches {kind}, in a cell",
        "03",
        {"relative_error": WRONG},
        {"relative_error": "wrong"},
        ("patches",),
        change=added(source, at=1),
    )
    for kind, source in PATCHES.items()
)
SUBMISSIONS = (
    *PATCHING,
    *kinds(PATCHES_INSIDE, "wrong or stopped", HALF_END, "patches inside: ", flags=("patches",)),
    *kinds(PATCHES_HIDDEN, "wrong or stopped", HALF_END, "patches: ", doubtful=("patches",)),
    *cells(OBJECTS, "wrong or stopped or missing", "in its place: "),
    *kinds({"None": "return None"}, "not attempted", "", "returns: "),  # as the check says, too
    *kinds(LIARS, "wrong or stopped", "", "returns: ", doubtful=("ends", "alike")),
    *kinds(SAYS, "wrong or stopped", HALF_END, doubtful=("alike",)),
    *kinds(LOOKS, "wrong or stopped", WRONG_END, "looks for the answer: ", doubtful=("alike",)),
    *cells(LABNETS, "right or wrong or not attempted or missing", "labnet's: ", flags=("labnets",)),
    *cells(HIDDEN, "right or wrong or stopped", "labnet's: ", doubtful=("labnets", "alike")),
    *cells(USED, "not attempted or missing", "labnet's: "),
    *kinds(CHANGES, "wrong", doubtful=("alike",)),
    *kinds(BUSY, "right", doubtful=("ends",)),
    *kinds({"writes a file": WRITES}, "stopped"),
    *kinds(OWN_RIGHT, "right or stopped"),
    *kinds(TWO, "right or wrong or stopped", doubtful=("patches",)),
)
