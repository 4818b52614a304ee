"""Playground: what the page's Python does. It opens the explorer, and looks at a class first."""

import json
import linecache
from dataclasses import replace

from ... import exercises
from ...explorer import explore
from ...explorer.address import address_of, read
from ...explorer.run.printed import Printed
from ...support.checks import require
from ...support.errors import LabnetError, told

BEFORE = """
import numpy as np
import labnet
from labnet import exercises, sigmoid
from labnet.exercises.notebook_05.exercises import ACTIVATIONS, gradient_step, init_layer
"""  # what a class may use that was written in notebook 05
FILE, MODULE, NAME = "<your class>", "__main__", "MyNetwork"
DAMAGED = "This address is damaged, so the playground opens as usual. {}"
SOMEBODYS = (
    "This link was made with a class of its author's own, {}. No link holds code: here is labnet's "
    "network with the same settings. If the class is yours, paste it below and press Check and "
    "train."
)
OTHERWISE = "Your class begins anew, for it cannot take over the settings: {}"
NO_CLASS = f"There is no class in it. Expected is `class {NAME}:` with the four methods."
WHICH = f"There are several classes in it: {{}}. Call the one that is to be trained {NAME}."


class Playground:
    """The explorer of the page. post(message) reaches the page, with

    {"open": traits} and {"update": traits} of the explorer, {"address": what stands after its #},
    {"using": the name of the class that is trained, or ""}, {"said": a sentence for the reader},
    {"verdict": what a check found, as HTML, "passed": ..., "printed": ...}.
    """

    def __init__(self, post):
        self.post, self.explorer = post, None
        self.kinds = {"open": self.open, "set": self.set, "say": self.say, "judge": self.judge}

    def receive(self, text):
        """One message of the page, as JSON: {kind: content}."""
        for kind, content in json.loads(text).items():
            self.kinds[kind](content)

    def open(self, fragment):
        """The explorer of this address, with labnet's network."""
        try:
            address, said = read(fragment), ""
            explorer = opened(address)
            said = SOMEBODYS.format(address.name) if address.name else ""
        except LabnetError as error:
            explorer, said = explore(), DAMAGED.format(error)
        self.show(explorer, said)

    def show(self, explorer, said=""):
        if self.explorer:
            self.explorer.close()
        self.explorer = explorer
        explorer.attach(self.post)
        explorer.observe(self.tell_address, "picture")
        self.post({"said": said, "using": address_of(explorer).name})
        self.tell_address()

    def tell_address(self, change=None):
        self.post({"address": str(address_of(self.explorer))})

    def set(self, changes):
        self.explorer.set_state(changes)

    def say(self, content):
        self.explorer.hear(content)

    def judge(self, code):
        """Train the class in this text, if the check of notebook 05 finds it right."""
        heard = Printed()
        try:
            with heard.caught():
                network = class_in(code)
        except LabnetError as error:
            self.post({"refused": str(error), "printed": heard.text})
            return
        verdict = replace(exercises.MyNetwork.check(network), progress="")
        self.post({"verdict": verdict._repr_html_(), "printed": heard.text})
        if verdict:
            self.take(network)

    def take(self, network):
        """The same explorer, with this class instead of the network that it has."""
        before, said = address_of(self.explorer), ""
        try:
            explorer = opened(before, network)
        except LabnetError as error:
            explorer = opened(replace(before, state=""), network)
            said = OTHERWISE.format(error)
        self.show(explorer, said)


def opened(address, network=None):
    return explore(network, state=address.state, hide=address.hide, lock=address.lock)


def class_in(code):
    """The class that the text defines.

    Errors: LabnetError for what Python cannot run, and where it is not clear which class is meant.
    """
    known = {"__name__": MODULE}
    exec(BEFORE, known)
    linecache.cache[FILE] = len(code), None, code.splitlines(keepends=True), FILE
    try:
        exec(compile(code, FILE, "exec"), known)
    except SyntaxError as error:
        raise LabnetError(f"Line {error.lineno}: {error.msg}.\n{error.text or ''}") from None
    except BaseException as error:  # theirs may raise anything: SystemExit too
        raise LabnetError(told(error)) from None
    found = {one.__name__: one for one in known.values() if is_own(one)}
    require(found, NO_CLASS)
    require(len(found) == 1 or NAME in found, WHICH.format(", ".join(found)))
    return found.get(NAME) or next(iter(found.values()))


def is_own(one):
    return isinstance(one, type) and one.__module__ == MODULE
