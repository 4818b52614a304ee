"""sweep: the same training with many seeds, for each combination of some settings."""

from collections.abc import Mapping, Sequence

from ..support import checks
from ..support.interrupts import Interrupted, deferred_interrupt
from .door import executor_of, takes_a_result, try_measures
from .grid import points
from .meter import Meter
from .outcomes import Outcome, Results
from .setup import PARTS
from .store import Store
from .tasks import CHUNK, portions
from .workers import finished

SHORTER = "There are no Results yet. Fewer epochs=... or seeds=... take less time."


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
    measures : {name: function}; each gets the Result of R runs and returns an array (R,). Before
        anything is trained, each is tried after a few epochs.
    file : an npz file that keeps what is done; the same call goes on from it.
    executor : any executor of concurrent.futures, such as ProcessPoolExecutor(), or a Dask
        client. None trains in this process. A pool's dead worker is replaced.
    progress : after two seconds a bar shows, and how long it may take; False shows neither.
    training : fields for all settings, such as epochs=1000, or {"linear": 1000, "xor": 3000}. A
        builder needs loss, lr and epochs.

    Interrupting keeps what is done: the Results have those runs, and the file has them too. Where
    nothing is done yet, Interrupted is raised, a KeyboardInterrupt.
    Errors: LabnetError for what cannot be trained, and for executors and measures that cannot work,
    before anything is trained.
    """
    checks.switch(progress, "progress")
    executor = executor_of(executor)
    checks.require(
        "runs" not in training, "The runs of a sweep are its seeds: seeds=20, not runs=20."
    )
    grid = points(base, over, data, training)
    seeds, keep, measures = seed_list(seeds), kept(keep), named(measures)
    tasks = dict(enumerate(portions(grid, seeds, keep, measures)))
    store = Store(file, described(grid, seeds, keep, measures), tasks)
    left = {number: task for number, task in tasks.items() if number not in store.done}
    with deferred_interrupt() as asked, Meter(left, progress) as shown:
        try:
            try_measures(left)
            for number, runs in finished(left, executor, asked, shown):
                store.add(number, runs)
                shown.finish(number)
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
    for name, measure in measures.items():
        takes_a_result(name, measure)
    return dict(measures)


def described(grid, seeds, keep, measures):
    """The text by which a file knows its sweep."""
    each = [f"{one.label}; {one.data}\n{one.setup.described()}" for one in grid]
    rest = [f"seeds {seeds}", f"keep {keep}", f"measures {sorted(measures)}", f"by {CHUNK}"]
    return "\n\n".join([*each, *rest])


def collected(grid, store, wanted):
    runs = store.runs()
    done = len(runs["seed"]) if runs else 0
    if not done:
        raise Interrupted(f"Interrupted before any of the {wanted} runs was done. {SHORTER}")
    if done < wanted:
        print(
            f"Interrupted after {done} of {wanted} runs. The Results have these. {kept_by(store)}"
        )
    return Results(Outcome(one, of(runs, number)) for number, one in enumerate(grid))


def kept_by(store):
    if store.path:
        return f"So has {store.path}: the same call goes on from there."
    return 'With file="sweep.npz" the same call would go on from there.'


def of(runs, number):
    """The runs of one setting, in the order of the seeds."""
    here = runs["setting"] == number
    return {name: array[here] for name, array in runs.items()}
