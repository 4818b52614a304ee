"""Controller: what the explorer does, without a widget: settings, runs, pins, work in portions."""

from time import perf_counter

import numpy as np

from ...support import checks
from ...support.errors import LabnetError
from . import pointing, state
from .datasets import DRAWN, NO_POINTS, draw
from .entry import present
from .hands import set_weight
from .naming import label
from .pins import Pin
from .seeds import OverSeeds, over_seeds
from .session import Session, explained
from .settings import settings

NAMES = "ABCD"  # of pinned runs
SEEDS, UNTRAINED = 100, 1000  # for Over seeds; how many epochs if the run has none yet
HOLD = 0.3  # seconds for which a training waits after each move of a weight by hand
DROPPED = "The weights that were set by hand went with the run that they belonged to."
FULL = "The run is at epoch {}; {:,} epochs are the most that it may have. Rewind begins it again."


class Controller:
    """One explorer. Not for several threads at once: its widget holds a lock.

    networks : LabnetNetworks or StudentNetworks. sources : {name of data: function}.
    values : {name: value} of all settings. session : the present run. wanted : how many epochs
    were asked of it. goal : up to which epoch a re-training still has to go, or None.
    job : the generator that trains over seeds, or None; seeds : the OverSeeds it gave last.
    pins : the pinned runs. notice : what to tell the user. trouble : what failed in a job, or "".
    released : until when a hand holds a weight, by perf_counter.
    """

    def __init__(self, networks, sources):
        self.networks, self.sources = networks, sources
        self.table = settings(tuple(sources), networks.activation)
        self.values = {name: setting.default for name, setting in self.table.items()}
        self.running, self.goal, self.job, self.seeds = False, None, None, None
        self.pins, self.notice, self.trouble, self.wanted = [], "", "", 0
        self.released = 0.0

    def open(self, values, text=None):
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
        self.opening = state.Run(merged, rates, first.epochs, first.edits)
        self.restore([self.opening, *pinned])

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
        value, n = self.check(name, value), len(self.session.X)
        checks.require(
            name != "example" or value is None or value < n,
            f"example is {value}; expected 0 to {n - 1}, or None.",
        )
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

    def rebuild(self, epochs=0, seconds=np.inf):
        """A network from its seed, trained for so many epochs; what is left is the goal."""
        self.notice, self.trouble = "", ""
        self.drop_job()
        self.session = self.begin(self.values)
        if (self.values["example"] or 0) >= len(self.session.X):
            self.values["example"] = None
        self.values |= pointing.lost(self.session, self.values)
        self.train_to(epochs, seconds)

    def begin(self, values):
        X, y = draw(self.sources, values)
        return Session(self.networks, dict(values), X, y)

    # The run

    def train_to(self, epoch, seconds=np.inf):
        self.wanted = epoch
        self.session.train(epoch - self.session.epoch, seconds)
        unfinished = self.session.epoch < epoch and not self.session.error
        self.goal = epoch if unfinished else None

    def train(self, epochs):
        self.notice = ""
        if not self.session.error:
            checks.require(epochs <= self.room, self.full)
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
        self.notice = f"Back to the initial weights of seed {self.values['seed']}."

    def new_weights(self):
        self.values["seed"] += 1
        self.rebuild()
        self.notice = f"New weights, from seed {self.values['seed']}."

    def reset(self):
        """As it was when it was opened; the pinned runs stay."""
        self.running, self.seeds = False, None
        self.replay(self.opening)
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
            len(self.pins) < len(NAMES), f"{len(NAMES)} runs are pinned; unpin them first."
        )
        name, run = NAMES[len(self.pins)], self.run
        text = label(self.table, run.values)
        self.pins = [*self.pins, Pin(name, text, self.session.losses, run)]
        self.notice = f"Pinned as {name}: {text}. What comes next is drawn over it."

    def unpin(self):
        """Nothing is left to compare with."""
        self.pins, self.seeds = [], None

    # The state

    @property
    def run(self):
        decided = self.networks.without
        values = {name: value for name, value in self.values.items() if name not in decided}
        return state.Run(values, self.session.rates, self.session.epoch, self.session.edits)

    @property
    def state(self):
        runs = [self.run, *(pin.run for pin in self.pins)]
        return " | ".join(state.write(self.table, run) for run in runs)

    @state.setter
    def state(self, text):
        self.restore(state.read_all(self.table, text))

    def restore(self, runs):
        """The present run, and those that are pinned."""
        present, *pinned = runs
        for run in runs:
            for name, value in run.values.items():
                self.check(name, value)
            self.check_together(self.values | run.values)
            self.check_pointers(run)
        self.running, self.seeds, self.pins = False, None, []
        for run in pinned:
            self.replay(run)
            self.pin()
        self.replay(present)

    def check_pointers(self, run):
        """A LabnetError where a run points at, or sets, what its network lacks."""
        if run.values["entry"] or run.values["space"] or run.edits:
            session = self.begin(self.values | run.values)
            for name in ("entry", "space"):
                pointing.require(session, name, run.values[name])
            for edit in run.edits:
                present(session, edit.entry, "A weight in edits")

    def replay(self, run):
        """Train from the beginning, with the rates that held then and the edits of its weights."""
        self.values |= run.values | {"lr": run.rates[0][1]}
        self.rebuild()
        for epoch, change in run.changes:
            self.train_to(epoch)
            self.follow(change)
        self.train_to(run.epochs)

    def follow(self, change):
        """A new rate, or an Edit; one that this network cannot take is told of and left out."""
        if isinstance(change, float):
            self.values["lr"] = self.session.lr = change
            return
        try:
            set_weight(self.session, str(change.entry), change.value)
        except LabnetError as error:
            self.notice = str(error)

    # Over seeds

    def start_over_seeds(self, seeds=SEEDS, epochs=None):
        """Train from many seeds with the present settings, for as many epochs as this run."""
        self.running, self.goal, self.trouble = False, None, ""
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
        try:
            with np.errstate(all="ignore"):
                while perf_counter() < stop:
                    self.notice = f"Over seeds: {next(self.job):.0%} done."
        except StopIteration as end:
            self.job, self.seeds, self.notice = None, end.value, f"Over seeds: {end.value}."
        except Exception as error:  # the student's code may raise anything
            self.job, self.notice, self.trouble = None, "", explained(error)

    # Work in portions

    @property
    def busy(self):
        return bool(self.job or self.goal or self.running)

    def work(self, seconds):
        """One portion of what there is to do."""
        if perf_counter() < self.released:
            return
        if self.job:
            self.advance_job(seconds)
        elif self.goal:
            self.train_to(self.goal, seconds)
        elif self.running:
            self.run_on(seconds)
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
        self.running = running and not self.error

    def stop(self):
        self.running, self.goal = False, None
        self.drop_job()

    @property
    def error(self):
        return self.session.error or self.trouble
