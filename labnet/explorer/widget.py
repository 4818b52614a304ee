"""Explorer: the widget. Python holds all state, trains, and sends pictures for the browser to draw.

An asyncio task on the kernel's loop trains and pushes frames; a few times a second the browser says
which frame it has painted, and the task halts when it is AHEAD frames ahead. So nothing piles
up, and a view that is hidden, closed or replaced costs nothing. A lock guards every step, because
JupyterLab may deliver what the user does on a second thread.
"""

import asyncio
import threading
from functools import partial
from pathlib import Path
from time import perf_counter

import anywidget
import numpy as np
from IPython.display import display
from traitlets import Bool, Dict, List, TraitType, Unicode

from .. import checks
from ..errors import LabnetError
from .controller import SEEDS, Controller
from .controls import BUTTONS, controls
from .data import sources
from .picture import Painter, thinned
from .still import still, words
from .students import StudentNetworks
from .systems import LabnetNetworks

HERE = Path(__file__).parent
SCRIPTS = (
    "base",
    "theme",
    "canvas",
    "axes",
    "controls",
    "map",
    "loss",
    "picture",
    "layout",
    "network",
    "reader",
    "example",
    "status",
    "view",
)
BUDGET = 0.025  # seconds of training for a frame, so that slow code stays usable
FRAMES_PER_SECOND, AHEAD = 60, 60
STILL = "A still picture of the explorer; where it is live, it stands below."


def explore(network=None, data=None, *, state=None, hide=(), lock=(), **values):
    """Open the live explorer: explore(), explore(MyNetwork, data="linear"), explore(lr=1).

    Parameters
    ----------
    network : None for labnet's own; your class, an object of it, or a function that makes one
        (`labnet.explorer.StudentNetworks` says what it needs).
    data : "linear", "xor", "circles", "spiral", or your own arrays (X, y): X (n, 2), y (n, 1).
    state : a text that `explorer.state` gave; it brings everything back.
    hide, lock : names of controls that are left out, or shown but not for change.
    values : any setting by its name, such as lr, hidden, activation, optimizer.

    Errors: LabnetError for what does not exist, with a list of what does.
    """
    named, chosen = sources(data)
    networks = LabnetNetworks() if network is None else StudentNetworks(network)
    controller = Controller(networks, named)
    controller.open(chosen | values, state)
    return Explorer(controller, controls(controller, hide, lock))


def shared(trait, *args, **kwargs):
    return trait(*args, **kwargs).tag(sync=True)


class SettingTrait(TraitType):
    """A setting, with the check that the controller has for it."""

    def validate(self, explorer, value):
        return explorer.controller.allowed(self.name, value)


setting = partial(shared, SettingTrait)


class Explorer(anywidget.AnyWidget):
    """The live explorer; `explore` opens one. Every control is an attribute: e.lr = 0.3.

    state : a short text that brings everything back: e.state = text, or explore(state=text).
    epoch, loss, accuracy, losses : of the present run. net : the network that is trained.
    train(epochs), step(), rewind(), new_weights(), reset(), pin(), unpin(), over_seeds(seeds)
    do what the buttons do, and return when it is done.
    """

    _css = HERE / "explorer.css"
    _esm = "".join((HERE / "js" / f"{name}.js").read_text("utf-8") for name in SCRIPTS)

    data, noise, lr, hidden, activation, output = (setting() for _ in range(6))
    optimizer, init, seed, batch, epochs_per_frame, retrain = (setting() for _ in range(6))
    show, log_loss, show_network, example, stage = (setting() for _ in range(5))
    running = shared(Bool, False)
    clicks = shared(Dict, dict.fromkeys(BUTTONS, 0))
    controls, pins = shared(List), shared(List)
    picture, band = shared(Dict), shared(Dict)
    notice, error = shared(Unicode), shared(Unicode)

    def __init__(self, controller, controls):
        self.controller, self.lock, self.painter = controller, threading.RLock(), Painter()
        self.loop, self.task, self.frame, self.painted = running_loop(), None, 0, 0
        self.syncing = self.from_browser = False
        super().__init__(controls=controls, **controller.values)
        self.observe(self._changed, list(self.controller.table))
        self.observe(self._clicked, "clicks")
        self.observe(self._run, "running")
        self.on_msg(self._painted)
        self._present()

    # What the buttons do

    def train(self, epochs):
        """Train for so many epochs, and return when they are done."""
        self._do(partial(self.controller.train, checks.positive_whole(epochs, "epochs")))

    def step(self):
        """Train for one epoch."""
        self.train(1)

    def rewind(self):
        """Go back to the initial weights."""
        self._do(self.controller.rewind)

    def new_weights(self):
        """Draw other initial weights, from the next seed."""
        self._do(self.controller.new_weights)

    def reset(self):
        """Set everything as it was when the explorer was opened; the pinned runs stay."""
        self._do(self.controller.reset)

    def pin(self):
        """Keep the present curve, so that later ones are drawn over it."""
        self._do(self.controller.pin)

    def unpin(self):
        """Forget the pinned curves."""
        self._do(self.controller.unpin)

    def over_seeds(self, seeds=SEEDS, epochs=None):
        """Train from the seeds 0, 1, ... with the present settings; returns what came of it.

        epochs : None takes those of the present run.
        """
        self._do(partial(self._over_seeds, seeds, epochs))
        return self.controller.seeds

    def _over_seeds(self, seeds, epochs):
        self.controller.start_over_seeds(seeds, epochs)
        try:
            while self.controller.job:
                self.controller.advance_job()
        finally:
            self.controller.job = None

    # What it knows

    @property
    def state(self):
        """All settings, and how far the present run and the pinned ones have come, as a text."""
        return self.controller.state

    @state.setter
    def state(self, text):
        def restore():
            self.controller.state = text

        self._do(restore)

    @property
    def epoch(self):
        return self.controller.session.epoch

    @property
    def loss(self):
        return self.controller.session.loss

    @property
    def accuracy(self):
        return self.controller.session.accuracy

    @property
    def losses(self):
        """(epoch + 1,): the loss after 0, 1, ... epochs."""
        return self.controller.session.losses

    @property
    def net(self):
        """The network in training: labnet's, or an object of your class."""
        return self.controller.session.trainer.network

    def __repr__(self):
        return words(self.controller)

    # Between Python and the browser

    def _do(self, action):
        with self.lock:
            try:
                action()
            finally:  # an interrupted training has something to show too
                self._present()

    def _present(self):
        """Bring the traits, and with them the browser, up to date."""
        known = self.controller
        self.syncing = True
        try:
            with self.hold_sync():
                for name, value in known.values.items():
                    setattr(self, name, value)
                self.running, self.notice, self.error = known.running, known.notice, known.error
                self.pins, self.band = list(map(shown_pin, known.pins)), shown_band(known.seeds)
                self.picture = self._next_picture()
        finally:
            self.syncing = False

    def _next_picture(self):
        known = self.controller
        self.frame += 1
        picture = self.painter.picture(known.session, known.values)
        return picture | {"frame": self.frame, "goal": known.goal}

    def set_state(self, sync_data):
        """What the browser changed: it does not wait for long work, and is told of refusals."""
        with self.lock:
            self.from_browser = True
            try:
                super().set_state(sync_data)
            except LabnetError as error:
                self._refuse(error)
                self.send_state(list(sync_data))
            finally:
                self.from_browser = False

    def _refuse(self, error):
        self.controller.notice = str(error)
        self._present()

    def _changed(self, change):
        if self.syncing:
            return
        seconds = BUDGET if self.from_browser and self.loop else np.inf
        self._do(partial(self.controller.change, change["name"], change["new"], seconds))
        self._wake()

    def _clicked(self, change):
        actions = {
            "step": self.step,
            "rewind": self.rewind,
            "new weights": self.new_weights,
            "reset": self.reset,
            "pin": self.pin,
            "unpin": self.unpin,
            "over seeds": partial(self._do, self.controller.start_over_seeds),
        }
        for name, action in actions.items():
            for _ in range(change["new"].get(name, 0) - change["old"].get(name, 0)):
                action()
        self._wake()

    def _run(self, change):
        if self.syncing:
            return
        checks.require(
            self.loop or not change["new"], "Only a notebook can run this; use train(epochs) here."
        )
        self._do(partial(self.controller.set_running, change["new"]))
        self._wake()

    def _painted(self, _, message, buffers):
        """The browser has painted a frame, so somebody is looking. Called on any thread."""
        self.painted = max(self.painted, int(message.get("painted", 0)))
        self._wake()

    def _wake(self):
        if self.loop and self.controller.busy:
            self.loop.call_soon_threadsafe(self._start)

    def _start(self):
        if self.task is None or self.task.done():
            self.task = self.loop.create_task(self._stream())

    async def _stream(self):
        while self.controller.busy and self.frame - self.painted < AHEAD:
            start = perf_counter()
            self._do(partial(self.controller.work, BUDGET))
            await asyncio.sleep(max(0.0, 1 / FRAMES_PER_SECOND - (perf_counter() - start)))

    def close(self):
        """End the training, and take the views out of the notebook."""
        with self.lock:
            self.controller.stop()
            self.running = False
            super().close()

    def _ipython_display_(self):
        """The still picture for all who cannot run the widget, then the widget itself."""
        with self.lock:
            png = still(self.controller.session, self.painter.side, repr(self))
        bundle, metadata = self._repr_mimebundle_()
        display({"image/png": png, "text/plain": STILL}, raw=True)
        display(bundle | {"text/plain": repr(self)}, metadata=metadata, raw=True)


def running_loop():
    """The kernel's loop; None in plain Python."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


def shown_pin(pin):
    return {"name": pin.name, "label": pin.label, "epoch": pin.run.epochs, **thinned(pin.losses)}


def shown_band(seeds):
    if seeds is None:
        return {}
    low, median, high = (thinned(line) for line in seeds.band)
    lines = {"low": low["losses"], "median": median["losses"], "high": high["losses"]}
    return lines | {"every": low["every"], "epochs": len(seeds.losses) - 1, "text": repr(seeds)}
