"""Classroom: all submissions of a folder, on all cores; what is done is kept."""

import json
import os
import signal
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from ..course.copies import write_beside
from ..support.bars import bar
from ..support.errors import HERE
from ..support.interrupts import Interrupted
from . import nursery
from .submission_rows import FileRows, rows_of

KEPT = ".done"  # the folder, in the output, of what is done
ON = "{} of {} files are graded and kept; the same command goes on with the rest."


def graded(submissions, output, walls):
    """The FileRows of each submission, in their order. walls : see nursery.walls().

    Errors: Interrupted after Ctrl-C; the same call goes on where it was.
    """
    keep = output / KEPT
    keep.mkdir(parents=True, exist_ok=True)
    version = of_the_code()
    files = {one.name: keep / f"{key(one, version)}.json" for one in submissions}
    waiting = [one for one in submissions if not files[one.name].is_file()]
    done = len(submissions) - len(waiting)
    with bar(total=len(submissions), initial=done, unit="file", desc="grading") as shown:
        try:
            for name, made in each(waiting, walls):
                write_beside(files[name], json.dumps(asdict(made))).replace(files[name])
                shown.update()
        except KeyboardInterrupt:
            raise Interrupted(ON.format(shown.n, len(submissions))) from None
    return [kept(files[one.name], one) for one in submissions]


def kept(path, submission):
    """What was kept; whose file it is may have changed since."""
    made = FileRows(**json.loads(path.read_text("utf-8")))
    made.student, made.file = submission.student, submission.name
    return made


def key(submission, version):
    parts = version, submission.name, submission.fingerprint
    return sha256("\n".join(parts).encode()).hexdigest()[:24]


def of_the_code():
    """Another text for each version of labnet's code."""
    found = sha256()
    for path in sorted(Path(HERE).rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()


# On all cores


def each(submissions, walls):
    """(name, FileRows) of each submission, as they are done."""
    cores = min(available(), len(submissions))
    if not submissions:
        return
    with ProcessPoolExecutor(cores, get_context("spawn"), begin, (walls,)) as pool:
        try:
            tasks = {pool.submit(task, one): one.name for one in submissions}
            for one in as_completed(tasks):
                yield tasks[one], one.result()
        finally:
            pool.shutdown(cancel_futures=True)


def available():
    known = getattr(os, "sched_getaffinity", None)
    return len(known(0)) if known else os.cpu_count() or 1


NURSERY = []  # of this process


def begin(walls):
    """In each worker: the parent alone hears of Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    NURSERY.append(nursery.of_this_system(walls))


def task(submission):
    return rows_of(submission, NURSERY[0])
