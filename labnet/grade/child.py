"""Child: the process in which a submission's function runs.

It does what the judging process asks, one request after the other, and answers in plain values.
What it answers is a claim: a student's code may have changed anything here.
"""

import ast
import linecache
import os
import time
from contextlib import contextmanager
from copy import deepcopy
from hashlib import sha256

import numpy as np

from .. import exercises
from ..exercises.engine.attempt import same, silence
from ..exercises.engine.limit import TooLong, limited
from ..exercises.engine.verdict import WRONG
from ..exercises.notebook_05.network.places import places, written
from .confined import confine, end_after
from .extracted import with_name
from .plain import Packing, Unpacking

CHECKS = 3  # times the seconds of a check: loading, the check, and finding out which mistake it is


def serve(connection):
    """Answer requests until the judging process hangs up."""
    confine()
    child = Child(connection)
    while True:
        try:
            request = child.received()
        except EOFError:
            os._exit(0)
        child.send(child.answer(request))


class Child:
    """left : seconds of computing that the function has left. nets : networks that were built."""

    def __init__(self, connection):
        self.connection, self.nets, self.left = connection, [], 0.0

    def received(self):
        return Unpacking(self.asking).value_of(self.connection.recv_bytes())

    def send(self, answer):
        try:
            packed = Packing().bytes_of(answer)
        except Exception as error:  # an object that answers no question about itself
            packed = Packing().bytes_of(raised(error))
        self.connection.send_bytes(packed)

    def asking(self, place):
        """What stands for a function of the judging process: it is called there."""

        def function(*args):
            self.send({"call": [place, list(args)]})
            answer = self.received()
            if "raised" in answer:
                raise ValueError(answer["raised"][1])
            return answer["value"]

        return function

    def answer(self, request):
        try:
            return REQUESTS[request.pop("do")](self, **request)
        except TooLong as error:
            return {"stopped": [error.mistake, str(error)]}
        except BaseException as error:  # SystemExit too
            return raised(error)

    @contextmanager
    def limited(self):
        """Run what is inside for as long as the function has left, and take the time from that."""
        end_after(self.left)
        began = time.process_time()
        try:
            with limited(max(round(self.left, 1), 0.1)):
                yield
        finally:
            self.left -= time.process_time() - began
            end_after(CHECKS * self.exercise.seconds)

    # Requests

    def load(self, name, cells, picked):
        """Run the statements that define the answer to the exercise of this name, one by one."""
        self.exercise = getattr(exercises, name)
        self.left = self.exercise.seconds
        end_after(CHECKS * self.left)
        self.space = {"__name__": "__main__", "display": print}
        failed = []
        with silence(), self.limited():
            for code in compiled(cells, picked):
                try:
                    exec(code, self.space)
                except Exception as error:  # what fails may not be needed
                    failed.append(error)
        if name not in self.space:
            raise failed[0]
        self.function = self.space[name]
        return {"value": None}

    def check(self):
        """What the exercise's own check says here, as in the student's notebook."""
        verdict = self.exercise.judge(self.function)
        fields = ("outcome", "message", "mistake", "shown")
        told = {name: getattr(verdict, name) for name in fields}
        wrong = verdict.outcome == WRONG and not self.exercise.makes_calls
        return {"value": told | {"numbers": self.numbers() if wrong else ""}}

    def numbers(self):
        """The same text for two functions that give the same for the same inputs."""
        cases, found = self.exercise.cases(np.random.default_rng(0)), sha256()
        with self.limited():
            for case in cases:
                values = self.exercise.answered(self.function, case).values
                found.update(rounded(values) if values else b"-")
        return found.hexdigest()[:16]

    def call(self, args):
        before = deepcopy(args)
        with silence(), self.limited():
            value = self.function(*args)
        return {"value": value, "args": list(map(news, before, args))}

    def build(self, sizes, activation, seed):
        with silence(), self.limited():
            net = self.function(sizes, activation=activation, rng=np.random.default_rng(seed))
        self.nets.append(net)
        return {"value": len(self.nets) - 1}

    def method(self, net, name, given):
        """forward(x), backward(y) or step(lr) of a network that was built."""
        with silence(), self.limited():
            return {"value": getattr(self.nets[net], name)(given)}

    def arrays(self, net):
        """[where, array] of every array and decimal number that it keeps."""
        with self.limited():
            found = places(self.nets[net])
            return {"value": [[written(path), value] for path, value in found]}


def compiled(cells, picked):
    """The statements as code. A line that is told of later is that of the student's cell."""
    files, bodies = [f"<cell {label}>" for label, _ in cells], []
    for file, (_, text) in zip(files, cells, strict=True):
        linecache.cache[file] = (len(text), None, text.splitlines(keepends=True), file)
        bodies.append(ast.parse(text).body)
    for cell, place, which in picked:
        node = bodies[cell][place]
        code = node if which is None else with_name(node, which)
        yield compile(ast.Module([code], []), files[cell], "exec")


def news(before, after):
    """An argument after the call, if it is another one then; else None."""
    drawn = isinstance(after, np.random.Generator)
    return after if drawn or not same(before, after) else None


def rounded(values):
    """Numbers as bytes, to so many digits that another order of the same sums is the same."""
    with np.errstate(all="ignore"):
        texts = [np.array2string(np.asarray(one, float), precision=4) for one in values.values()]
    return "".join(texts).encode()


def raised(error):
    kind = type(error).__name__
    try:
        text = str(error)
    except Exception:  # an error of the student's own may fail even at that
        text = ""
    return {"raised": [kind, text]}


REQUESTS = {
    "load": Child.load,
    "check": Child.check,
    "call": Child.call,
    "build": Child.build,
    "method": Child.method,
    "arrays": Child.arrays,
}
