"""Remote: a function that runs in a child, as the judging process calls it."""

import builtins
import signal

import numpy as np

from ..exercises.engine.limit import TooLong
from ..support.errors import LabnetError
from .plain import MOST, Packing, Unpacking

WALL = 90.0  # seconds by the clock until a silent child is ended; its own limit comes before
ENDED = "ends-the-process"
SENTENCES = {
    ENDED: "It ends the whole process, as `exit`, `quit` or `os._exit` do.",
    "endless-loop": "It was stopped: it computes without an end, and does not let itself be ended.",
    "waits": f"It was stopped after {WALL:g} seconds without an answer: does it wait?",
    "too-much": "What it gives back is larger than any right answer, or no values at all.",
}
CODES = {-signal.SIGKILL: "waits"}
if hasattr(signal, "SIGXCPU"):
    CODES[-signal.SIGXCPU] = "endless-loop"


class Ended(TooLong):
    """The child is gone, or gave no answer in time. mistake : which of the two, as an id."""

    def __init__(self, mistake, sentence=None):
        super().__init__(sentence or SENTENCES[mistake])
        self.mistake = mistake


class RaisedError(Exception):
    """What the function has raised there, if it is of no kind that Python itself has."""


class Remote:
    """A child, and what it can be asked. used : CPU seconds of all children so far."""

    def __init__(self, nursery):
        self.nursery, self.used = nursery, 0.0

    def __enter__(self):
        self.connection = self.nursery.child()
        self.status = None
        return self

    def __exit__(self, *error):
        self.end()

    def end(self):
        if self.connection is not None:
            self.connection.close()
            self.connection, (self.status, used) = None, self.nursery.end()
            self.used += used

    def ask(self, do, **what):
        """The child's answer to a request; it may ask back for functions that stand in it.

        Errors: Ended; or what the function raised there, as far as Python itself knows it.
        """
        packing = Packing()
        self.send(packing.bytes_of({"do": do, **what}))
        answer = self.received()
        while "call" in answer:
            self.send(Packing().bytes_of(computed(packing.functions, *answer["call"])))
            answer = self.received()
        if "stopped" in answer:
            mistake, sentence = map(str, answer["stopped"])
            raise Ended(mistake, sentence)
        if "raised" in answer:
            raise error_of(*map(str, answer["raised"]))
        return answer

    def send(self, data):
        try:
            self.connection.send_bytes(data)
        except OSError:
            self.gone()

    def received(self):
        try:
            if not self.connection.poll(WALL):
                self.end()
                raise Ended("waits")
            answer = Unpacking().value_of(self.connection.recv_bytes(MOST))
        except EOFError:
            self.gone()
        except (OSError, LabnetError):
            self.end()
            raise Ended("too-much") from None
        if not isinstance(answer, dict):
            raise Ended("too-much")
        return answer

    def gone(self):
        self.end()
        raise Ended(CODES.get(self.status, ENDED)) from None

    # The function itself

    def function(self):
        """What the judging process calls in place of the function."""

        def function(*args):
            answer = self.ask("call", args=list(args))
            for arg, new in zip(args, answer.get("args", ()), strict=False):
                renew(arg, new)
            return answer.get("value")

        return function


def computed(functions, place, args):
    """What one of our own functions gives for plain values that a child hands over."""
    try:
        with np.errstate(all="ignore"):
            return {"value": functions[place](*args)}
    except Exception as error:
        return {"raised": [type(error).__name__, str(error)]}


def error_of(kind, text):
    known = vars(builtins).get(kind)
    if isinstance(known, type) and issubclass(known, Exception):
        try:
            return known(text)
        except TypeError:  # such as UnicodeDecodeError, which takes more than a text
            pass
    return RaisedError(f"{kind}: {text}")


def renew(arg, new):
    """Give an argument the content that it has after the call."""
    if isinstance(arg, np.random.Generator) and isinstance(new, np.random.Generator):
        arg.bit_generator.state = new.bit_generator.state
    elif isinstance(arg, np.ndarray) and np.shape(new) == arg.shape and new is not None:
        arg[...] = new
    elif isinstance(arg, dict) and isinstance(new, dict):
        arg.clear()
        arg.update(new)
