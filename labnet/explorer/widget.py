"""explore: opens the live explorer; Explorer: what it offers to Python."""

from functools import partial

import numpy as np

from ..network import Network
from ..support import checks
from ..support.interrupts import raised_at_the_end, shared_interrupt
from ..support.widgets import note, running_loop
from . import address
from .face.controls import controls
from .face.wording import words
from .live import PATIENCE, Live
from .run import hidden_space, nudging
from .run.controller import SEEDS, Controller
from .run.datasets import sources
from .run.labnet_networks import networks_of
from .run.standstill import standstill
from .run.students import StudentNetworks

STILL = "A still picture of the explorer; where it is live, it stands below."
RUN_IT = "Run this cell in JupyterLab, and the explorer is live."


def explore(network=None, data=None, *, state=None, hide=(), lock=(), **values):
    """Open the live explorer: explore(), explore(MyNetwork, data="linear"), explore(lr=1).

    Parameters
    ----------
    network : None for labnet's own; your class, an object of it, or a function that makes one
        (`labnet.explorer.StudentNetworks` says what it needs); or a Network of labnet with 2 inputs
        and 1 output. Objects and Networks are copied: yours stays as it is, `explorer.net` trains.
    data : "linear", "xor", "circles", "spiral", or your own arrays (X, y): X (n, 2), y (n, 1);
        "drawn" stands for `points`.
    state : a text that `explorer.state` gave; it brings everything back.
    hide, lock : names of controls that are left out, or shown but not for change.
    values : any setting by its name, such as lr, hidden, activation, optimizer. Among them:
        points [(x1, x2, class), ...], up to 200, are the data unless `data` says otherwise;
        held_out is the share of the points that no step sees, about the same of either class;
        decay adds decay times W to each dW before a step, as `weight_decay` does in `train`.

    Errors: LabnetError for what does not exist, with a list of what does.
    """
    named, chosen = sources(data)
    own = network is not None and not isinstance(network, Network)
    networks = StudentNetworks(network) if own else networks_of(network)
    controller = Controller(networks, named)
    with raised_at_the_end():
        controller.open(chosen | values, state, patience())
    return Explorer(controller, controls(controller, hide, lock))


def patience():
    """Seconds that Python waits for what a state asks for; a loop, if any, does the rest."""
    return PATIENCE if running_loop() else np.inf


class Explorer(Live):
    """The live explorer; `explore` opens one. Every control is an attribute: e.lr = 0.3.

    points : e.points = [(0.1, 0.9, 1), (0.2, 0.3, 0)] become the data; with e.points = [] those
        are back with which it was opened. Noise moves them as it moves all data.
    link(base) : the same as an address of the playground, for others to open.
    state : a short text that brings everything back: e.state = text, or explore(state=text). In a
        notebook, what takes longer than a second goes on after the cell; `train` and `pin` wait.
    epoch, loss, accuracy, losses : of the present run. net : the network that is trained.
    held_out_loss, held_out_accuracy, held_out_losses : of the points that no step sees.
    train(epochs), step(), rewind(), new_weights(), reset(), pin(), unpin(), over_seeds(seeds)
    do what the buttons do, and return when it is done.
    set_weight(entry, value), check_weight(entry), along(entry) look into one weight; hidden_space()
    gives the points as two units see them; standstill says why the training stands still.
    """

    def __setattr__(self, name, value):
        """Refuse a setting that does not exist: Python would keep it, and nothing would change."""
        opened, known = "from_browser" in vars(self), name in vars(self) or hasattr(Explorer, name)
        if opened and not known and not name.startswith("_"):
            checks.one_of(name, self.controller.table, "The setting")
        super().__setattr__(name, value)

    # What the buttons do

    def train(self, epochs):
        """Train for so many epochs, and return when they are done; a million in all at most."""
        self._after_all(self.controller.train, checks.positive_whole(epochs, "epochs"))

    def _after_all(self, action, *given):
        """Act once the training that a state asked for has come to its end."""

        def act():
            self.controller.complete()
            action(*given)

        self._do(act)

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
        self._after_all(self.controller.pin)

    def unpin(self):
        """Forget the pinned curves, and those over seeds."""
        self._do(self.controller.unpin)

    def set_weight(self, entry, value):
        """Set one weight or bias by hand: e.set_weight("W2[3, 5]", 0.52). The state keeps it.

        Errors: LabnetError for an entry that the network lacks, and for a value that is not finite,
        is beyond 1e6, or makes the loss so; then nothing changes.
        """
        self._do(partial(self.controller.set_weight, entry, value))

    def over_seeds(self, seeds=SEEDS, epochs=None):
        """Train from the seeds 0, 1, ... with the present settings; returns what came of it.

        epochs : None takes those of the present run.
        """
        self._after_all(self._over_seeds, seeds, epochs)
        return self.controller.seeds

    def _over_seeds(self, seeds, epochs):
        self.controller.start_over_seeds(seeds, epochs)
        with shared_interrupt() as asked:
            try:
                while self.controller.job and not asked:
                    self.controller.advance_job()
            finally:
                self.controller.drop_job()

    def hidden_space(self):
        """(a (n, 2), p (n, 1)): each point's a in the two units of e.space, and its p.

        e.space : (layer, across, up), such as (2, 0, 1); None takes two units of the last layer.
        Errors: LabnetError where there are no two units in a layer, or a class keeps them hidden.
        """
        with self.lock:
            return hidden_space.of_points(self.session, self.space)

    # What it knows

    def check_weight(self, entry):
        """(dW as backward gave it, dW by nudging) of one weight or bias, on the training points.

        Nudging computes (L(w + h) - L(w - h)) / 2h with copies of the network; the first is None
        where the network offers no gradients.
        Errors: LabnetError for an entry that the network lacks.
        """
        with self.lock:
            return nudging.check(self.session, entry)

    def along(self, entry):
        """(values, losses), both (41,): L on the training points as this one weight is moved.

        Slow code of your own gets fewer values. Errors: as for check_weight.
        """
        with self.lock:
            course = nudging.course(self.session, entry)
        return course.values, course.losses

    @property
    def state(self):
        """All settings, and how far the present run and the pinned ones have come, as a text."""
        self._look()
        return self.controller.state

    @state.setter
    def state(self, text):
        self._do(partial(self.controller.bring_back, text, patience()))
        self._wake()

    def link(self, base=None):
        """The address of the playground as it stands here: whoever opens it sees this run.

        base : the address of the course's site, such as "https://..."; None takes the one that is
        named in labnet's pyproject.toml. What is hidden or locked here is so there. Code is never
        in it: of a class of yours it has the name.
        Errors: LabnetError without an address, and for data or weights that were given as arrays.
        """
        self._look()
        return address.link(self, base)

    @property
    def session(self):
        """The present run, measured anew if its weights were changed from outside."""
        self._look()
        return self.controller.session

    @property
    def epoch(self):
        return self.session.epoch

    @property
    def loss(self):
        return self.session.loss

    @property
    def accuracy(self):
        return self.session.accuracy

    @property
    def losses(self):
        """(epoch + 1,): the loss after 0, 1, ... epochs."""
        return self.session.losses

    @property
    def held_out_loss(self):
        """Of the points that no step sees; NaN where there are none (held_out is 0)."""
        return self.session.held_out_loss

    @property
    def held_out_losses(self):
        """(epoch + 1,): the same after 0, 1, ... epochs."""
        return self.session.held_out_losses

    @property
    def held_out_accuracy(self):
        return self.session.held_out_accuracy

    @property
    def standstill(self):
        """Why the training stands still, in one sentence; "" where it moves, or is done."""
        return standstill(self.session)

    @property
    def net(self):
        """The network in training: labnet's, or an object of your class; None if that failed."""
        trainer = self.controller.session.trainer
        return trainer and trainer.network

    def __repr__(self):
        self._look()
        return words(self.controller)

    def _still(self):
        """PNG in base64; None without Matplotlib, which nothing else of the explorer needs."""
        try:
            from .face.still import still
        except ModuleNotFoundError:
            return None
        return still(self.controller.session, self.painter.side, repr(self))

    def _ipython_display_(self):
        """A still picture and a note for all who cannot run the widget, then the widget itself."""
        from IPython.display import display

        with self.lock, raised_at_the_end():
            png = self._still()
        bundle, metadata = self._repr_mimebundle_()
        if png:
            display({"image/png": png, "text/plain": STILL}, raw=True)
        display(note(RUN_IT), raw=True)
        display(bundle | {"text/plain": repr(self)}, metadata=metadata, raw=True)
