"""Live: the widget's link between Python and the browser.

Python holds all state, trains, and sends pictures for the browser to draw. An asyncio task on the
kernel's loop does the work in portions; a few times a second the browser says which frame it has
painted, and the task halts when it is AHEAD frames ahead. So nothing piles up, and a view that is
hidden, closed or replaced costs nothing. A lock guards every step, because JupyterLab may deliver
what the user does on a second thread.
"""

import asyncio
import signal
import threading
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from time import perf_counter

import numpy as np
from traitlets import Bool, Dict, List, TraitType, Unicode

from ..support import checks
from ..support.errors import LabnetError
from ..support.interrupts import heard_between_cells, note, raised_at_the_end
from ..support.widgets import running_loop
from .face.controls import BUTTONS
from .face.markup import page
from .face.picture import Painter, thinned
from .face.wording import pin_text
from .run.printed import Printed
from .wire import NO_ANSWER, Wire, shell

HERE = Path(__file__).parent
SCRIPTS = (
    "base",
    "theme",
    "canvas",
    "axes",
    "controls",
    "tabs",
    "map",
    "loss",
    "picture",
    "layout",
    "network",
    "reader",
    "example",
    "weight",
    "space",
    "view",
)
BUDGET = 0.025  # seconds of training for a frame, so that slow code stays usable
ANSWER = 3 * BUDGET  # the same for the first picture after a change: soon enough to feel at once
PATIENCE = 1.0  # seconds that Python waits for a state; the rest goes on where it can be seen
FRAMES_PER_SECOND, AHEAD = 60, 60
NO_LOOP = "Only a notebook can run this by itself; use train(epochs) here."


def shared(trait, *args, **kwargs):
    return trait(*args, **kwargs).tag(sync=True)


class SettingTrait(TraitType):
    """A setting, with the check that the controller has for it."""

    def validate(self, explorer, value):
        return value if explorer.syncing else explorer.controller.allowed(self.name, value)


setting = partial(shared, SettingTrait)


class Live(Wire):
    """Keeps the traits, and with them the browser, in step with a Controller."""

    _css = (HERE / "explorer.css").read_text("utf-8")
    _esm = "".join((HERE / "js" / f"{name}.js").read_text("utf-8") for name in SCRIPTS)

    data, noise, lr, hidden, activation, output = (setting() for _ in range(6))
    held_out, decay, points = (setting() for _ in range(3))
    optimizer, init, seed, batch, epochs_per_frame, retrain = (setting() for _ in range(6))
    show, log_loss, show_network, size, example, stage = (setting() for _ in range(6))
    entry, panel, bend, space = (setting() for _ in range(4))
    edit = shared(Dict)  # a weight that the browser sets: {"entry": "W2[3, 5]", "value": 0.52}
    running = shared(Bool, False)
    clicks = shared(Dict, dict.fromkeys(BUTTONS, 0))
    controls, pins, band = shared(List), shared(List), shared(Dict)
    scene, picture = shared(Dict), shared(Dict)  # a scene that stays the same is not sent again
    page, notice, error, printed = (shared(Unicode) for _ in range(4))
    no_answer = shared(Unicode, NO_ANSWER)

    def __init__(self, controller, controls):
        self.controller, self.lock = controller, threading.RLock()
        self.painter = Painter("network" in [control["name"] for control in controls])
        self.loop, self.task, self.frame, self.painted = running_loop(), None, 0, 0
        self.heard, self.shell = Printed(), shell()
        self.syncing = self.between_cells = self.from_browser = False
        super().__init__(
            controls=controls, page=page(controls, controller.sources), **controller.values
        )
        self.observe(self._changed, list(self.controller.table))
        self.observe(self._clicked, "clicks")
        self.observe(self._run, "running")
        self.observe(self._edited, "edit")
        self.on_msg(self._painted)
        if self.shell:
            self.shell.events.register("post_run_cell", self._look)
        self._present()
        self._wake()

    def _do(self, action):
        """Act and show what came of it; an interrupt is raised once that is done."""
        with self.lock, self._hearing(), raised_at_the_end() as asked:
            try:
                self.controller.look()
                action()
            finally:  # an interrupted training has something to show too
                if asked:
                    self.controller.interrupt()
                self._present()

    def _hearing(self):
        """What is printed while no cell runs would be seen nowhere."""
        unseen = self.from_browser or self.between_cells
        return self.heard.caught() if unseen else nullcontext()

    def _quietly(self, action):
        """The same between two cells, where an interrupt must raise nothing."""
        with self.lock:
            self.between_cells = True
            try:
                self._do(action)
            except KeyboardInterrupt:
                note(signal.SIGINT, None)
            finally:
                self.between_cells = False

    def _look(self, *_):
        """Show weights that a cell has changed, now that it has ended."""
        with self.lock:
            if self.controller.look():
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
                self.printed = self.heard.text
                self.pins, self.band = list(map(shown_pin, known.pins)), shown_band(known.seeds)
                self._paint()
        finally:
            self.syncing = False

    def _paint(self):
        self.frame += 1
        self.scene, picture = self.painter.paint(self.controller)
        self.picture = picture | {"frame": self.frame}

    def set_state(self, sync_data):
        """What the browser changed: it does not wait for long work, and is told of refusals."""
        with self.lock:
            self.from_browser = True
            try:
                super().set_state(sync_data)
            except LabnetError as error:
                self._refuse(error)
                self.send_state(list(sync_data))
            except KeyboardInterrupt:  # the notice says so
                pass
            finally:
                self.from_browser = False

    def _refuse(self, error):
        self.controller.notice = str(error)
        self._present()

    def _changed(self, change):
        with self.lock:  # so that it is this thread that is syncing
            if not self.syncing:
                change = partial(self.controller.change, change["name"], change["new"])
                self._do(partial(change, self._seconds()))
                self._wake()

    def _seconds(self):
        """How long the browser waits for a training, and how long Python does."""
        return ANSWER if self.from_browser and self.loop else np.inf

    def _clicked(self, change):
        known = self.controller
        actions = {
            "step": partial(known.train, 1),
            "rewind": known.rewind,
            "new weights": known.new_weights,
            "reset": partial(known.reset, self._seconds()),
            "pin": known.pin,
            "unpin": known.unpin,
            "over seeds": known.toggle_over_seeds,
        }
        for name, action in actions.items():
            for _ in range(change["new"].get(name, 0) - change["old"].get(name, 0)):
                self._do(action)
        self._wake()

    def _edited(self, change):
        """It is taken out once it is done, so that the same edit can come again."""
        with self.lock:
            if change["new"]:
                try:
                    self._do(partial(self.controller.drag, *edited(change["new"])))
                finally:
                    self.edit = {}

    def _run(self, change):
        with self.lock:
            if not self.syncing:
                checks.require(self.loop or not change["new"], NO_LOOP)
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
        with heard_between_cells() as asked:
            while not asked and self.controller.busy and self.frame - self.painted < AHEAD:
                start = perf_counter()
                self._quietly(partial(self.controller.work, BUDGET))
                await asyncio.sleep(max(0.0, 1 / FRAMES_PER_SECOND - (perf_counter() - start)))
            if asked:
                self._quietly(self.controller.interrupt)

    def close(self):
        """End the training, and take the views out of the notebook."""
        with self.lock:
            self.controller.interrupt()
            self.running = False
            if self.shell and self._look in self.shell.events.callbacks["post_run_cell"]:
                self.shell.events.unregister("post_run_cell", self._look)
            super().close()


def edited(edit):
    """The entry and the value of what the browser sent."""
    fitting = set(edit) == {"entry", "value"}
    checks.require(fitting, f"edit is {edit!r}; expected {{'entry': 'W2[3, 5]', 'value': 0.52}}.")
    return edit["entry"], edit["value"]


def shown_pin(pin):
    before, last = pin.losses[:-1], pin.losses[-1]
    told = {"name": pin.name, "epoch": pin.run.epochs, "text": pin_text(pin)}
    return told | thinned(before, last)


def shown_band(seeds):
    if seeds is None:
        return {}
    low, median, high = (thinned(line[:-1], line[-1]) for line in seeds.band)
    lines = {"low": low["losses"], "median": median["losses"], "high": high["losses"]}
    return lines | {"every": low["every"], "epochs": len(seeds.losses) - 1, "text": seeds.text}
