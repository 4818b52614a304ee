"""sweep: the same training with many seeds, for each combination of some settings."""

from collections.abc import Mapping, Sequence

from ..support import checks
from ..support.bars import bar
from ..support.interrupts import deferred_interrupt
from .grid import points
from .outcomes import Outcome, Results
from .setup import PARTS
from .store import Store
from .tasks import CHUNK, portions
from .workers import finished

DELAY = 2.0  # seconds before the progress bar shows


def sweep(
    base,
    over,
    data="xor",
    seeds=100,
    *,
    keep=None,
    measures=None,
    file=None,
    executor=None,
    progress=True,
    **training,
):
    """Train with many seeds for each combination of the values in `over`; return the Results.

        sweep(presets["B"], over={"lr": [1, 0.1, 0.01], "hidden": [4, 10]}, data="xor")

    Each seed has three generators of its own: for the data, for the initial weights, and for the
    order of the examples. Settings that differ only in their learning rate or initial weights train
    together on the run axis. The results are in the order of the grid and of the seeds, and are the
    same to the last bit whoever runs them.

    Parameters
    ----------
    base : a preset, such as presets["B"], a Setup, or a function build(rng, ...) that returns a
        Network.
    over : {name: values}, of a Setup's fields, of the builder's arguments, or "data".
    data : "linear" or "xor".
    seeds : how many, from 0; or a list of them.
    keep : {"data": 0} gives every run the data of seed 0; also "weights" and "order".
    measures : {name: function}; each gets the Result of many runs and returns an array (R,).
    file : an npz file that keeps what is done; the same call goes on from it.
    executor : any executor of concurrent.futures, such as ProcessPoolExecutor(), or a Dask
        client's get_executor(). None trains in this process. A pool's dead worker is replaced.
    progress : False shows no progress bar; it shows after two seconds.
    training : fields for all settings, such as epochs=1000, or {"linear": 1000, "xor": 3000}. A
        builder needs loss, lr and epochs.

    Interrupting keeps what is done: the Results have those runs, and the file has them too.
    Errors: LabnetError for what cannot be trained, before anything is trained.
    """
    checks.switch(progress, "progress")
    can = executor is None or callable(getattr(executor, "submit", None))
    checks.require(can, f"executor is {executor!r}; expected such as ProcessPoolExecutor().")
    checks.require(
        "runs" not in training, "The runs of a sweep are its seeds: seeds=20, not runs=20."
    )
    grid = points(base, over, data, training)
    seeds, keep, measures = seed_list(seeds), kept(keep), named(measures)
    tasks = dict(enumerate(portions(grid, seeds, keep, measures)))
    store = Store(file, described(grid, seeds, keep, measures), tasks)
    with deferred_interrupt() as asked, progress_bar(tasks, progress) as shown:
        shown.update(sum(tasks[number].size for number in store.done))
        try:
            left = {number: one for number, one in tasks.items() if number not in store.done}
            for number, runs in finished(left, executor, asked):
                store.add(number, runs)
                shown.update(tasks[number].size)
        finally:
            store.write()
        return collected(grid, store, len(grid) * len(seeds))


def seed_list(seeds):
    if isinstance(seeds, Sequence) and not isinstance(seeds, str):
        each = [checks.count(seed, "a seed") for seed in seeds]
        different = each and len(set(each)) == len(each)
        checks.require(different, f"seeds is {seeds!r}; expected different ones.")
        checks.require(max(each) < 2**63, f"The seed {max(each)} is too large; expected < 2**63.")
        return each
    return list(range(checks.positive_whole(seeds, "seeds")))


def kept(keep):
    keep = {} if keep is None else keep
    checks.require(isinstance(keep, Mapping), f'keep is {keep!r}; expected such as {{"data": 0}}.')
    return {
        checks.one_of(part, PARTS, "What keep names"): checks.count(seed, f"keep[{part!r}]")
        for part, seed in keep.items()
    }


def named(measures):
    measures = {} if measures is None else measures
    good = isinstance(measures, Mapping) and all(map(callable, measures.values()))
    checks.require(
        good, f"measures is {measures!r}; expected {{name: function of a Result}}, or None."
    )
    return dict(measures)


def described(grid, seeds, keep, measures):
    """The text by which a file knows its sweep."""
    each = [f"{one.label}; {one.data}\n{one.setup.described()}" for one in grid]
    rest = [f"seeds {seeds}", f"keep {keep}", f"measures {sorted(measures)}", f"by {CHUNK}"]
    return "\n\n".join([*each, *rest])


def progress_bar(tasks, progress):
    total = sum(task.size for task in tasks.values())
    return bar(total=total, desc="trainings", delay=DELAY, leave=False, disable=not progress)


def collected(grid, store, wanted):
    runs = store.runs()
    if not runs:
        raise KeyboardInterrupt  # before anything was done
    done = len(runs["seed"])
    if done < wanted:
        rest = (
            f"sweep(..., file={str(store.path)!r}) goes on" if store.path else "a file= keeps them"
        )
        print(f"Interrupted after {done} of {wanted} trainings; {rest}.")
    return Results(Outcome(one, of(runs, number)) for number, one in enumerate(grid))


def of(runs, number):
    """The runs of one setting, in the order of the seeds."""
    here = runs["setting"] == number
    return {name: array[here] for name, array in runs.items()}
