"""Nursery: where children come from, and how they end.

A nursery is a process that has imported all that a check needs, and then forks a child for each
function: a few milliseconds in place of the second that a fresh Python takes. With bubblewrap it
stands in a room of its own: no network, all files read-only, no other process to be seen.
"""

import gc
import json
import math
import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from ..course import notebooks
from ..exercises import folders
from ..exercises.engine import catalogue
from ..exercises.engine.exercise import Exercise
from .child import serve

BUBBLEWRAP = "bwrap"
ROOM = ("--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--unshare-all")
WALLS = (BUBBLEWRAP, *ROOM, "--die-with-parent", "--new-session")
WRITABLE = "/dev/shm"  # in that room: Matplotlib cannot be imported where it can write nothing
HOME = str(Path(__file__).resolve().parents[2])
START, END = b"s", b"e"
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def walls():
    """The command that puts a process into a room of its own; () where there is none."""
    if not shutil.which(BUBBLEWRAP):
        return ()
    tried = subprocess.run([*WALLS, sys.executable, "-c", ""], capture_output=True, check=False)
    return WALLS if tried.returncode == 0 else ()


class Nursery:
    """A warm process. walls : the command that confines it, from `walls()`."""

    def __init__(self, walls=()):
        self.walls, self.process = walls, None

    def start(self):
        self.control, theirs = socket.socketpair()
        command = [*self.walls, sys.executable, "-m", __name__, str(theirs.fileno())]
        environment = os.environ | dict.fromkeys(THREADS, "1") | {"PYTHONPATH": HOME}
        environment |= {"MPLCONFIGDIR": WRITABLE} if self.walls else {}
        quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
        options = {"pass_fds": [theirs.fileno()], "env": environment, "start_new_session": True}
        self.process = subprocess.Popen(command, **options, **quiet)
        theirs.close()

    def child(self):
        """A Connection to a new child."""
        if self.process is None or self.process.poll() is not None:
            self.start()
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self.control, [START], [theirs.fileno()])
        return Connection(ours.detach())

    def end(self):
        """End the latest child, if it has not ended itself; return (its status, CPU seconds).

        The status is its exit code, or minus the number of the signal that ended it; None if the
        nursery itself is gone.
        """
        try:
            self.control.send(END)
            told = self.control.recv(200)
            return tuple(json.loads(told))
        except (OSError, ValueError):
            self.close()
            return None, 0.0

    def close(self):
        if self.process is not None:
            self.control.close()
            self.process.kill()
            self.process.wait()
            self.process = None


class Fresh:
    """The same where a process cannot be forked: a new Python for each child."""

    def child(self):
        ours, theirs = get_context("spawn").Pipe()
        self.process = get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        return ours

    def end(self):
        self.process.kill()
        self.process.join()
        return self.process.exitcode, 0.0

    def close(self):
        """Nothing is kept."""


def of_this_system(walls=()):
    return Nursery(walls) if hasattr(os, "fork") and hasattr(socket, "send_fds") else Fresh()


# In the nursery itself


def main(number):
    control = socket.socket(fileno=number)
    warm_up()
    pid = None
    while True:
        wish, numbers, *_ = socket.recv_fds(control, 1, 1)
        if wish == START:
            pid = born(numbers[0], control)
        elif wish == END:
            control.send(json.dumps(ended(pid)).encode())
        else:  # the judging process is gone
            os._exit(0)


def warm_up():
    """Do once what all children would do anew: import the exercises, their mistakes, and the rest.

    What is imported when something is first wrong is imported here by a function that is.
    """
    sheets = [folders.exercises(one) for one in notebooks.having("exercises")]
    checked = [one for sheet in sheets for one in sheet if isinstance(one, Exercise)]
    for one in checked:
        catalogue.of(one)
    for function in (checked[0].right, int, math.exp):
        _ = checked[0].judge(function).shown
    gc.collect()
    gc.freeze()


def born(number, control):
    """The process id of a new child, which serves on this connection."""
    pid = os.fork()
    if pid:
        os.close(number)
        return pid
    control.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(Connection(number))


def ended(pid):
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    _, status, used = os.wait4(pid, 0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(int(sys.argv[1]))
