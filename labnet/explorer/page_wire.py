"""PageWire: carries traits between Python and the page that it runs in, without a notebook."""

from contextlib import contextmanager

from traitlets import HasTraits


class PageWire(HasTraits):
    """What the explorer uses of anywidget's AnyWidget: the traits that are tagged `sync`.

    attach(post) tells the page all of them, and from then on each that changes: as post({"open":
    {name: value}}) and post({"update": {name: value}}). What set_state has brought is not told
    back as it is; within hold_sync the changes are gathered.
    """

    def __init__(self, **values):
        self._post, self._holds, self._late, self._brought = None, 0, {}, {}
        self._listeners = []
        super().__init__(**values)
        self.observe(self._note, list(self.traits(sync=True)))

    def attach(self, post):
        self._post, self._late = post, {}
        post({"open": {name: getattr(self, name) for name in self.traits(sync=True)}})

    def _note(self, change):
        name, value = change["name"], change["new"]
        if self._brought.get(name, self) != value:
            self._late[name] = value
        else:
            self._late.pop(name, None)
        self._send()

    def _send(self):
        if self._post and self._late and not self._holds:
            late, self._late = self._late, {}
            self._post({"update": late})

    @contextmanager
    def hold_sync(self):
        self._holds += 1
        try:
            yield
        finally:
            self._holds -= 1
            self._send()

    def set_state(self, sync_data):
        """What the page has changed: {name: value}."""
        self._brought = dict(sync_data)
        try:
            with self.hold_sync(), self.hold_trait_notifications():
                for name, value in sync_data.items():
                    self.set_trait(name, value)
        finally:
            self._brought = {}

    def send_state(self, names):
        """Tell the page these once more, whatever it believes."""
        self._late |= {name: getattr(self, name) for name in names}
        self._send()

    def on_msg(self, listener):
        self._listeners.append(listener)

    def hear(self, content):
        """What the page has said beside its changes."""
        for listener in self._listeners:
            listener(self, content, [])

    def close(self):
        self._post = None
