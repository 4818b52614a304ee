"""Functions that never end, or end their process, or want more than there is."""

from ..submission import one

HEAD = "def relative_error(a, b):\n"
RIGHT_END = "    return np.max(np.abs(a - b) / np.maximum(1e-8, np.abs(a) + np.abs(b)))"


def body(lines, end=RIGHT_END):
    """A function that begins with these lines, and is right after them."""
    indented = "\n".join(f"    {line}" for line in lines.strip("\n").split("\n"))
    return f"{HEAD}{indented}\n{end}"


ENDLESS = {
    "while": "while True:\n    a = a",
    "for, over what never ends": "import itertools\nfor _ in itertools.count():\n    pass",
    "in C: no Python runs in it": "import itertools\nsum(itertools.count())",
    "in C: all digits of a number": "str(10 ** 10**9)",
    "sleeps": "import time\ntime.sleep(1e6)",
    "waits for a lock": "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()",
    "asks for input": "input('a number, please: ')",
    "sets its alarms off first": (
        "import signal\n"
        "for name in ('ALRM', 'XCPU', 'TERM', 'INT', 'PROF', 'VTALRM'):\n"
        "    signal.signal(getattr(signal, 'SIG' + name), signal.SIG_IGN)\n"
        "signal.setitimer(signal.ITIMER_REAL, 0)\n"
        "while True:\n    pass"
    ),
}
SWALLOWS = {
    "except BaseException": (
        "while True:\n    try:\n        a = a\n    except BaseException:\n        pass"
    ),
    "except:": "while 1:\n    try:\n        a = a\n    except:\n        continue",
    "asleep, and again": (
        "import time\n"
        "while True:\n    try:\n        time.sleep(1000)\n    except BaseException:\n        pass"
    ),
    "finally": "while True:\n    try:\n        a = a\n    finally:\n        continue",
}
ENDS = {
    "os._exit": "import os\nos._exit(0)",
    "os._exit under another name": "from os import _exit as leave\nleave(0)",
    "sys.exit": "import sys\nsys.exit()",
    "exit()": "exit()",
    "raise SystemExit": "raise SystemExit",
    "os.kill": "import os\nos.kill(os.getpid(), 9)",
    "os.abort": "import os\nos.abort()",
}
DIES = {
    "KeyboardInterrupt": "raise KeyboardInterrupt",
    "a segmentation fault": "import ctypes\nctypes.string_at(0)",
    "calls itself for ever": "return relative_error(a, b)",
    "calls itself for ever, deeper": (
        "import sys\nsys.setrecursionlimit(10**9)\nreturn relative_error(a, b)"
    ),
    "an exception of its own": "raise RuntimeError('I give up')",
    "an exception that cannot be shown": (
        "class Odd(Exception):\n    def __str__(self):\n        raise self\nraise Odd"
    ),
}
TOO_MUCH = {
    "8 GB, filled": "many = np.ones(10**9)\nmany += 1",
    "2 GB, eight times": ("kept = [np.ones(2**28) for _ in range(8)]"),
    "a list that grows": "kept = [0]\nwhile len(kept) < 2**30:\n    kept += kept",
}
TOO_MUCH_BACK = {
    "returns 8 GB": "return np.ones(10**9)",
    "returns 10^9 entries that take no memory": "return np.broadcast_to(0.0, 10**9)",
    "returns a list 10^5 deep": "deep = []\nfor _ in range(10**5):\n    deep = [deep]\nreturn deep",
    "returns a list in itself": "own = []\nown.append(own)\nreturn own",
    "returns text of 100 MB": "return '0' * 10**8",
    "returns 10^400": "return 10**400",
}


def alone(kinds, expected, flags=(), doubtful=()):
    rows = {"relative_error": expected}
    return tuple(
        one(kind, "03", {"relative_error": body(lines)}, rows, flags, doubtful)
        for kind, lines in kinds.items()
    )


SUBMISSIONS = (
    *alone(ENDLESS, "stopped"),
    *alone(SWALLOWS, "stopped", ("swallows",)),
    *alone(ENDS, "stopped", ("ends",)),
    *alone(DIES, "stopped", doubtful=("ends",)),
    *alone(TOO_MUCH, "stopped"),
    *alone(TOO_MUCH_BACK, "wrong or stopped"),
)
