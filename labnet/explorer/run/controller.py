"""Controller: what the explorer does, without a widget: settings, runs, pins, work in portions."""

from dataclasses import replace
from time import perf_counter

import numpy as np

from ...support import checks
from ...support.interrupts import shared_interrupt
from . import pointing, state
from .blame import explained
from .datasets import DRAWN, NO_POINTS, draw
from .entry import present
from .hands import set_weight
from .naming import label
from .pins import Pin
from .seeds import OverSeeds, over_seeds
from .session import Session
from .settings import settings

NAMES = "ABCD"  # of pinned runs
SEEDS, UNTRAINED = 100, 1000  # for Over seeds; how many epochs if the run has none yet
HOLD = 0.3  # seconds for which a training waits after each move of a weight by hand
DROPPED = "The weights that were set by hand went with the run that they belonged to."
SOMEBODYS = (
    "This state is of somebody's own network, and its weights are not in it: open it with "
    "explore(net, state=...), where net has the weights that it had then."
)
CHANGED = (
    "The weights of this state's run were changed from Python, and no state holds them. Take out "
    "weights=changed, and it brings back the run without that change."
)
FULL = "The run is at epoch {}; {:,} epochs are the most that it may have. Rewind begins it again."


class Controller:
    """One explorer. Not for several threads at once: its widget holds a lock.

    networks : LabnetNetworks or StudentNetworks. sources : {name of data: function}.
    values : {name: value} of all settings. session : the present run. wanted : how many epochs
    were asked of it. goal : up to which epoch a re-training still has to go, or None.
    job : the generator that trains over seeds, or None; seeds : the OverSeeds it gave last.
    pins : the pinned runs; coming : the Runs that a state has pinned, and that are still to be
    trained; side : the Session in which the first of them is.
    notice : what to tell the user. trouble : what failed in a job, or "".
    released : until when a hand holds a weight, by perf_counter.
    """

    def __init__(self, networks, sources):
        self.networks, self.sources = networks, sources
        self.table = settings(tuple(sources), networks.activation)
        for name, value in networks.decided.items():
            self.table[name] = replace(self.table[name], default=value)
        self.values = {name: setting.default for name, setting in self.table.items()}
        self.running, self.goal, self.job, self.seeds = False, None, None, None
        self.pins, self.notice, self.trouble, self.wanted = [], "", "", 0
        self.coming, self.side, self.released = [], None, 0.0

    def open(self, values, text=None, seconds=np.inf):
        """The first run: from the text of a state, and with these values changed."""
        first, *pinned = state.read_all(self.table, "" if text is None else text)
        for name in values:
            checks.one_of(name, self.table, "The setting")
        values = {name: self.check(name, value) for name, value in values.items()}
        if values.get("points"):
            values = {"data": DRAWN} | values
        rates = [(0, values["lr"])] if "lr" in values else first.rates
        merged = first.values | values
        if "panel" not in values and set(pointing.SHOWN_IN) & set(values):
            merged["panel"] = pointing.implied(merged)
        self.opening = replace(first, values=merged, rates=rates)
        self.restore([self.opening, *pinned], seconds)

    # Settings

    def check(self, name, value):
        """The value in its final form, or a LabnetError."""
        value = self.table[name].check(value)
        checks.require(
            name not in self.networks.without or value == self.values[name],
            f"{name} cannot be changed here: the network that was given decides it.",
        )
        return value

    def allowed(self, name, value):
        """The same, for a value that goes with the present data."""
        value = self.check(name, value)
        if name == "example":
            check_example(value, self.session.X)
        if value != self.values[name]:
            self.check_together(self.values | self.changes(name, value))
        pointing.require(self.session, name, value)
        return value

    def check_together(self, values):
        """Errors: LabnetError for values of which one needs what another lacks."""
        checks.require(values["points"] or values["data"] != DRAWN, NO_POINTS)
        self.networks.check(values)

    def changes(self, name, value):
        """{name: value}, and what goes with it: points are the data, until there are none."""
        if name != "points" or not (value or self.values["data"] == DRAWN):
            return {name: value}
        return {name: value, "data": DRAWN if value else self.data_without_points}

    @property
    def data_without_points(self):
        """The data that it was opened with, or the default."""
        data = self.opening.values["data"]
        return self.table["data"].default if data == DRAWN else data

    def change(self, name, value, seconds=np.inf):
        """Set one value; a new network, if it needs one, is trained as far as the old one was."""
        changes, edits = self.changes(name, value), self.session.edits
        self.values |= changes
        self.values["panel"] = pointing.turned(self.values, name)
        self.notice, replay = "", self.values["retrain"] and not self.running
        if any(self.table[one].rebuilds for one in changes) or (
            name == "lr" and replay and self.session.epoch
        ):
            self.rebuild(self.wanted if replay else 0, seconds)
            self.notice = DROPPED if edits else self.notice
        elif name == "lr":
            self.session.lr = value

    def rebuild(self, epochs=0, seconds=np.inf, rates=None, edits=()):
        """A network from its seed, trained for so many epochs; what is left is the goal."""
        self.notice, self.trouble = "", ""
        self.drop_job()
        self.session = self.begin(self.values, rates, edits)
        if (self.values["example"] or 0) >= len(self.session.X):
            self.values["example"] = None
        self.values |= pointing.lost(self.session, self.values)
        self.train_to(epochs, seconds)

    def begin(self, values, rates=None, edits=()):
        return Session(self.networks, dict(values), *self.drawn(values), rates, edits)

    def drawn(self, values):
        return draw(self.sources, values)

    # The run

    def train_to(self, epoch, seconds=np.inf):
        self.wanted = epoch
        self.session.train(epoch - self.session.epoch, seconds)
        unfinished = self.session.epoch < epoch and not self.session.error
        self.goal = epoch if unfinished else None

    def train(self, epochs):
        self.notice = self.session.ended
        if not self.notice:
            checks.require(epochs <= self.room, self.full)
            self.abandon()
            self.train_to(self.session.epoch + epochs)

    @property
    def room(self):
        """How many epochs this run may still have: its losses are all kept, so there is an end."""
        return state.MOST_EPOCHS - self.session.epoch

    @property
    def full(self):
        return FULL.format(self.session.epoch, state.MOST_EPOCHS)

    def rewind(self):
        self.rebuild()
        seed = f"initial weights of seed {self.values['seed']}"
        self.notice = f"Back to the {'weights that were given' if self.networks.given else seed}."

    def new_weights(self):
        self.require("new weights")
        self.values["seed"] += 1
        self.rebuild()
        self.notice = f"New weights, from seed {self.values['seed']}."

    def require(self, button):
        checks.require(
            button not in self.networks.without,
            f"{button!r} is for networks that the explorer builds; yours has weights of its own.",
        )

    def reset(self, seconds=np.inf):
        """As it was when it was opened; the pinned runs stay."""
        self.running, self.seeds = False, None
        self.replay(self.opening, seconds)
        self.notice = "All settings are as they were at first."

    # A weight by hand

    def set_weight(self, entry, value):
        self.notice = ""
        set_weight(self.session, entry, value)

    def drag(self, entry, value):
        """The same from the browser: the training waits while a hand is on a weight."""
        self.released = perf_counter() + HOLD
        self.set_weight(entry, value)

    # Comparing

    def pin(self):
        checks.require(
            len(self.pins) + len(self.coming) < len(NAMES),
            f"{len(NAMES)} runs are pinned; unpin them first.",
        )
        pin = self.keep(self.session, self.run)
        self.notice = f"Pinned as {pin.name}: {pin.label}. What comes next is drawn over it."

    def keep(self, session, run):
        """Another pin: the Run of this session, as far as it has come."""
        name, text = NAMES[len(self.pins)], label(self.table, run.values)
        self.pins = [*self.pins, Pin(name, text, session.losses, run.until(session.epoch))]
        return self.pins[-1]

    def unpin(self):
        """Nothing is left to compare with."""
        self.pins, self.seeds, self.coming, self.side, self.notice = [], None, [], None, ""

    # The state

    @property
    def run(self):
        """The present run, with the epochs and the edits that are still to come."""
        values, session = self.told(self.values), self.session
        weights = "changed" if session.changed else "given" if self.networks.given else ""
        edits = [*session.edits, *session.coming]
        return state.Run(values, session.rates, self.goal or session.epoch, edits, weights)

    def told(self, values):
        """The settings that the network does not decide."""
        return {name: one for name, one in values.items() if name not in self.networks.without}

    @property
    def state(self):
        runs = [self.run, *(pin.run for pin in self.pins), *self.coming]
        return " | ".join(state.write(self.table, run) for run in runs)

    def bring_back(self, text, seconds=np.inf):
        """What the text of a state says; what takes longer than this is left to `work`."""
        self.restore(state.read_all(self.table, text), seconds)

    def restore(self, runs, seconds):
        """The present run, and those that are pinned; nothing changes if one cannot be."""
        for run in runs:
            self.check_run(run)
        stop, (present, *pinned) = perf_counter() + seconds, runs
        self.running, self.seeds, self.pins, self.side = False, None, [], None
        self.coming = [replace(run, values=self.told(run.values)) for run in pinned]
        self.replay(present, seconds)
        self.complete(stop - perf_counter())

    def check_run(self, run):
        for name, value in run.values.items():
            self.check(name, value)
        self.check_together(self.values | run.values)
        self.check_pointers(run)
        check_example(run.values["example"], self.drawn(run.values)[0])
        checks.require(run.weights != "changed", CHANGED)
        checks.require(self.networks.given or run.weights != "given", SOMEBODYS)

    def check_pointers(self, run):
        """A LabnetError where a run points at, or sets, what its network lacks."""
        if run.values["entry"] or run.values["space"] or run.edits:
            session = self.begin(self.values | run.values)
            for name in ("entry", "space"):
                pointing.require(session, name, run.values[name])
            for edit in run.edits:
                present(session, edit.entry, "A weight in edits")

    def replay(self, run, seconds=np.inf):
        """Train from the beginning, with the rates that held then and the edits of its weights."""
        run = run.until(run.epochs)
        self.values |= run.values | {"lr": run.rates[-1][1]}
        self.rebuild(run.epochs, seconds, run.rates, run.edits)

    def complete(self, seconds=np.inf):
        """Train what is still to come of a state, for so long."""
        stop = perf_counter() + seconds
        with shared_interrupt() as asked:
            while (self.goal or self.coming) and not asked and perf_counter() < stop:
                self.advance(stop - perf_counter())

    def advance(self, seconds):
        if self.goal:
            self.train_to(self.goal, seconds)
        elif self.coming:
            self.advance_pin(seconds)

    def advance_pin(self, seconds):
        run = self.coming[0].until(self.coming[0].epochs)
        self.side = self.side or self.begin(self.values | run.values, run.rates, run.edits)
        self.side.train(run.epochs - self.side.epoch, seconds)
        self.notice = f"Pinned runs: epoch {self.side.epoch:,} of {run.epochs:,}."
        if self.side.error or self.side.epoch == run.epochs:
            self.keep(self.side, run)
            self.coming, self.side, self.notice = self.coming[1:], None, ""

    # Over seeds

    def start_over_seeds(self, seeds=SEEDS, epochs=None):
        """Train from many seeds with the present settings, for as many epochs as this run."""
        self.require("over seeds")
        self.running, self.trouble = False, ""
        self.abandon()
        epochs = checks.positive_whole(epochs or self.wanted or UNTRAINED, "epochs")
        self.job = self.over_seeds(checks.positive_whole(seeds, "seeds"), epochs)

    def over_seeds(self, seeds, epochs):
        """A generator that yields the share done, and returns OverSeeds."""
        values, now, text = dict(self.values), self.session, label(self.table, self.run.values)
        course = over_seeds(self.networks, values, now.X, now.y, seeds, epochs)
        return OverSeeds(*(yield from course), text)

    def toggle_over_seeds(self):
        """Start it; or stop it, if it is under way."""
        if self.job:
            self.drop_job()
        else:
            self.start_over_seeds()

    def drop_job(self):
        if self.job:
            self.job, self.notice = None, "Over seeds: stopped before it was done."

    def advance_job(self, seconds=np.inf):
        stop = perf_counter() + seconds
        with shared_interrupt() as asked, np.errstate(all="ignore"):
            try:
                while perf_counter() < stop and not asked:
                    self.notice = f"Over seeds: {next(self.job):.0%} done."
            except StopIteration as end:
                self.job, self.seeds, self.notice = None, end.value, f"Over seeds: {end.value}."
            except BaseException as error:  # the student's code may raise anything: SystemExit too
                self.job, self.notice, self.trouble = None, "", explained(error, len(asked))

    # Work in portions

    @property
    def busy(self):
        return bool(self.job or self.goal or self.running or self.coming)

    def work(self, seconds):
        """One portion of what there is to do."""
        if perf_counter() < self.released:
            return
        if self.job:
            self.advance_job(seconds)
        elif self.running:
            self.run_on(seconds)
        else:
            self.advance(seconds)
        self.running = self.running and not self.error

    def run_on(self, seconds):
        self.session.train(min(self.values["epochs_per_frame"], self.room), seconds)
        self.wanted = self.session.epoch
        if not self.room:
            self.running, self.notice = False, self.full

    def set_running(self, running):
        """Run, or pause; both end whatever else is going on."""
        self.notice = ""
        self.stop()
        if running:
            self.trouble, self.notice = "", self.session.ended
        self.running = running and not self.session.error

    def stop(self):
        """The run halts where it is; pinned runs that are still to come, come."""
        self.running = False
        self.abandon()
        self.drop_job()

    def abandon(self):
        """What a state still asked of this run does not come; the rate that is shown holds."""
        if self.goal:
            self.goal, self.session.coming = None, []
            self.session.lr = self.values["lr"]

    def interrupt(self):
        """All that is going on ends here, for the user asked for it."""
        lost = f" Pinned runs not brought back: {len(self.coming)}." if self.coming else ""
        job = self.job
        self.stop()
        self.coming, self.side, self.wanted = [], None, self.session.epoch
        if not (job or self.error):
            self.notice = f"Interrupted after epoch {self.session.epoch:,}.{lost} Run goes on."

    def look(self):
        """Notice what was done to the weights from outside; returns whether something was."""
        changed = self.session.look()
        if changed:
            self.wanted = self.session.epoch
            self.notice = "The weights were changed in Python; the run goes on from there."
        return changed

    @property
    def error(self):
        return self.session.error or self.trouble


def check_example(example, X):
    checks.require(
        example is None or example < len(X),
        f"example is {example}; expected 0 to {len(X) - 1}, or None.",
    )
