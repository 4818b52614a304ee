"""Workers: who runs the tasks. This process, or any executor of concurrent.futures."""

from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, ProcessPoolExecutor, wait

from ..support.errors import LabnetError
from .door import greeting, submitted, welcome
from .tasks import run

GLANCE = 0.2  # seconds; a wait without an end would not see an interrupt
MOST_BREAKS = 5
BROKEN = (
    "The workers of the executor died again and again. What was done until then is kept. Is the "
    "memory full?"
)


def finished(tasks, executor, asked, shown):
    """(number, runs) of each task as it is done; ends early if `asked` is filled.

    shown : the Meter of these tasks.
    """
    there = executor is not None and tasks
    each = Pool(executor, asked, shown).map(tasks) if there else here(tasks, asked, shown)
    for number, runs in each:
        if runs is None:
            return
        yield number, runs


def here(tasks, asked, shown):
    for number, task in tasks.items():
        if asked:
            return
        yield number, run(task, shown.through(number))


class Pool:
    """An executor that is renewed if a worker dies: only what was under way is done again."""

    def __init__(self, executor, asked, shown):
        self.executor, self.asked, self.shown = executor, asked, shown
        self.own, self.breaks = False, 0

    def map(self, tasks):
        greeted = greeting(self.executor, list(tasks.values()))
        if not self.some_done([greeted]):
            greeted.cancel()
            return
        welcome(greeted)
        waiting = self.submit(tasks)
        try:
            while waiting and (done := self.some_done(waiting)):
                yield from self.collect(done, waiting, tasks)
        finally:
            for future in waiting:
                future.cancel()
            if self.own:
                self.executor.shutdown(cancel_futures=True)

    def some_done(self, futures):
        """Those of the futures that are done, once there are some; none after an interrupt."""
        done = set()
        while not done and not self.asked:
            done, _ = wait(futures, timeout=GLANCE, return_when=FIRST_COMPLETED)
            self.shown.look()
        return () if self.asked else done

    def submit(self, tasks):
        return {submitted(self.executor, run, task): number for number, task in tasks.items()}

    def collect(self, done, waiting, tasks):
        """The results of these futures. What a dead worker left is submitted again."""
        for future in done:
            if isinstance(future.exception(), BrokenExecutor):
                if not self.asked:
                    self.renew(waiting, tasks)
                return
            stopped = isinstance(future.exception(), KeyboardInterrupt)  # it reached the worker too
            yield waiting.pop(future), None if stopped else future.result()

    def renew(self, waiting, tasks):
        self.breaks += 1
        if self.breaks > MOST_BREAKS:
            raise LabnetError(BROKEN)
        lost = {number: tasks[number] for future, number in waiting.items() if is_lost(future)}
        kept = {future: number for future, number in waiting.items() if not is_lost(future)}
        self.executor, self.own = like(self.executor), True
        waiting.clear()
        waiting.update(kept | self.submit(lost))


def is_lost(future):
    return not future.done() or isinstance(future.exception(), BrokenExecutor)


def like(executor):
    """A new pool of as many processes; a broken one cannot be used any more."""
    if not isinstance(executor, ProcessPoolExecutor):
        raise LabnetError(BROKEN)
    return ProcessPoolExecutor(executor._max_workers, executor._mp_context)
