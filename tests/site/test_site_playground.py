"""The playground in a real browser, from an empty profile, with everything else blocked."""

import gzip
import inspect
import re

import pytest
from access import grave_faults
from nights import every_night
from playwright.sync_api import expect

from labnet.exercises.notebook_05.exercises import MyNetwork

pytestmark = pytest.mark.site

PATIENCE = 60_000  # ms; Python starts anew for each test, and a machine may be slow
LIMIT = 12_000_000  # bytes, compressed: what a first visit loads
STATE = "data=circles;lr=0.1;hidden=4,3;activation=tanh;seed=2;epoch=150"
RIGHT = inspect.getsource(MyNetwork)
UPHILL = RIGHT.replace("self.grads, lr)", "self.grads, -lr)")
HANGS = RIGHT.replace("        return self.grads", "        while True:\n            pass")
# The page shows rounded figures; what Python tells it has all digits.
LISTEN = """
window.Worker = class extends Worker {
  constructor(...parts) {
    super(...parts);
    this.addEventListener("message", ({ data: { open, update } }) => {
      window.picture = (update ?? open)?.picture ?? window.picture;
    });
  }
};
"""


class Play:
    """The playground in a page."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.root, self.code = page.locator(".lx-root"), page.locator("#code")
        self.verdict, self.said = page.locator("#verdict"), page.locator("#said")

    def open(self, fragment=""):
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}#{fragment}" if fragment else self.address)
        self.wait()
        return self

    def wait(self):
        expect(self.root).to_be_visible()
        expect(self.page.locator("#explorer[inert]")).to_have_count(0)

    def button(self, name):
        return self.page.get_by_role("button", name=name, exact=True)

    def figure(self, name):
        return self.root.locator(f"[data-lx={name}]")

    def wait_for_epoch(self, least):
        reached = "(n) => Number(document.querySelector('[data-lx=epoch]').textContent) >= n"
        self.page.wait_for_function(reached, arg=least)

    def train(self, least=20):
        self.button("Run").click()
        self.wait_for_epoch(least)
        self.button("Pause").click()
        expect(self.button("Run")).to_be_visible()

    def shown(self):
        """Epoch, loss in all digits, and the pixels of the map: what a run comes to."""
        self.page.wait_for_timeout(500)
        pixels = self.root.locator("[data-lx=map]").evaluate("(canvas) => canvas.toDataURL()")
        return *self.page.evaluate("[picture.epoch, picture.loss]"), pixels

    def judge(self, text):
        self.code.fill(text)
        self.button("Check and train").click()


@pytest.fixture
def strangers():
    """What the page asked for that is not its own server's."""
    return []


@pytest.fixture(params=[("light", 1280)])
def play(request, chromium, address, strangers):
    """A page with an empty profile; no error may be left in it, and no request lead elsewhere."""
    scheme, width = request.param
    faults, size = [], {"width": width, "height": 900}
    with chromium.new_context(viewport=size, color_scheme=scheme) as context:
        context.set_default_timeout(PATIENCE)
        context.route("**/*", lambda route: pass_on(route, address, strangers))
        page = context.new_page()
        page.add_init_script(LISTEN)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda one: faults.append(one.text) if one.type == "error" else None)
        expect.set_options(timeout=PATIENCE)
        yield Play(page, address)
    assert (faults, strangers) == ([], [])


def pass_on(route, address, strangers):
    if route.request.url.startswith(address):
        return route.continue_()
    strangers.append(route.request.url)
    return route.abort()


def test_a_first_visit_loads_little_and_no_matplotlib(playground):
    files = [path for path in playground.rglob("*") if path.is_file()]
    assert sum(len(gzip.compress(path.read_bytes())) for path in files) <= LIMIT
    assert not [path.name for path in files if re.search("matplotlib|ipython|anywidget", path.name)]


def test_it_says_what_it_loads_and_then_trains(play):
    play.page.goto(play.address)
    expect(play.page.locator("#loading")).to_have_text(
        "Loading Python, NumPy and labnet: about 10 MB on your first visit."
    )
    play.train()
    expect(play.page.locator("#loading")).to_have_text("")


def test_the_address_brings_back_the_very_run(play):
    play.open().train(50)
    play.root.get_by_label("activation").select_option("relu")
    play.button("Step").click()
    expect(play.page).to_have_url(re.compile(r"activation=relu.*epoch=\d\d"))
    before, url = play.shown(), re.compile(rf"epoch={play.figure('epoch').text_content()}$")
    expect(play.page).to_have_url(url)
    play.open(play.page.url.partition("#")[2])
    play.wait_for_epoch(before[0])
    assert play.shown() == before


@every_night
def test_copy_link_copies_what_is_shown(play):
    play.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    play.open().button("Step").click()
    expect(play.figure("epoch")).to_have_text("1")
    play.button("Copy link").click()
    expect(play.page.locator("#copied")).to_have_text("Copied.")
    copied = play.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{play.address}#data=xor;") and copied.endswith("epoch=1")


@every_night
def test_another_address_in_the_same_page_is_opened(play):
    play.open()
    play.page.evaluate("(state) => (location.hash = state)", STATE)
    play.wait_for_epoch(150)
    expect(play.root.get_by_label("circles")).to_be_checked()


def test_a_teachers_link_hides_and_locks(play):
    play.open(f"{STATE}&hide=optimizer,copy state,example&lock=lr,reset")
    expect(play.root.get_by_label("learning rate")).to_be_disabled()
    expect(play.button("Reset (locked)")).to_be_disabled()
    expect(play.button("Copy state")).to_have_count(0)
    expect(play.root.get_by_role("tab")).to_have_text(["loss", "weight", "hidden space"])
    play.button("Step").click()
    expect(play.page).to_have_url(
        re.compile(r"epoch=151&hide=copy%20state,optimizer,example&lock=")
    )


@every_night
@pytest.mark.parametrize("fragment", ["lr=fast", "epoch=1&code=x", "lr=1&hide=nothing", "%"])
def test_a_damaged_address_opens_as_usual_and_is_told(fragment, play):
    play.open(fragment)
    expect(play.said).to_contain_text("This address is damaged, so the playground opens as usual.")
    expect(play.figure("epoch")).to_have_text("0")


# One's own class


def test_a_right_class_is_trained_and_only_its_name_is_in_the_address(play):
    play.open().judge(RIGHT)
    expect(play.verdict).to_contain_text("That is right.")
    expect(play.page.locator("#doing")).to_have_text("The explorer above trains it now.")
    play.train()
    expect(play.page).to_have_url(re.compile(r"epoch=\d\d+&class=MyNetwork$"))
    play.button("Rewind").click()
    assert not re.search("params|def|gradient", play.page.url)
    play.button("Back to labnet's network").click()
    expect(play.page).to_have_url(re.compile(r"epoch=\d+$"))


@every_night
def test_a_link_to_somebodys_class_says_so(play):
    play.open(f"{STATE}&class=HerNetwork")
    expect(play.said).to_contain_text("made with a class of its author's own, HerNetwork. No link")
    play.wait_for_epoch(150)
    play.judge(RIGHT)
    expect(play.said).to_have_text("")
    play.wait_for_epoch(150)


def test_a_mistake_is_named_and_nothing_else_happens(play):
    play.open(STATE)
    play.wait_for_epoch(150)
    play.judge(UPHILL)
    expect(play.verdict).to_contain_text("Your step walks uphill: the loss grows.")
    play.judge("class MyNetwork:\n    def forward(self, x:\n")
    expect(play.verdict).to_contain_text("Line 2: ")
    play.judge("print('heard')\nMyNetwork = None")
    expect(play.verdict).to_contain_text("There is no class in it.")
    expect(play.verdict).to_contain_text("heard")
    play.judge("1 / 0")
    expect(play.verdict).to_contain_text("line 1:  1 / 0")
    expect(play.figure("epoch")).to_have_text("150")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("while True:\n    pass", id="alone", marks=every_night),
        pytest.param(HANGS, id="in a class"),
    ],
)
def test_an_endless_loop_is_stopped_and_the_text_kept(text, play):
    play.open(STATE)
    play.wait_for_epoch(150)
    play.judge(text)
    expect(play.page.locator("#doing")).to_contain_text("Checking…")
    play.button("Stop").click()
    expect(play.page.locator("#doing")).to_contain_text("your text is still there")
    play.wait()
    play.wait_for_epoch(150)
    expect(play.code).to_have_value(text)
    play.page.reload()
    expect(play.code).to_have_value(text)
    play.wait()
    play.judge(RIGHT)
    expect(play.verdict).to_contain_text("That is right.")


# Who cannot use a mouse, or see all colours


@every_night
def test_the_keyboard_alone_is_enough(play):
    play.open()
    press = play.page.keyboard.press
    play.button("Copy link").focus()
    press("Tab")
    expect(play.button("Run")).to_be_focused()
    press("Enter")
    play.wait_for_epoch(20)
    press("Enter")
    expect(play.button("Run")).to_be_focused()
    play.code.fill("if True:")
    press("End")
    press("Enter")
    play.page.keyboard.type("1 / 0")
    expect(play.code).to_have_value("if True:\n    1 / 0")
    press("Control+Enter")
    expect(play.verdict).to_contain_text("ZeroDivisionError")
    press("Tab")
    expect(play.button("Check and train")).to_be_focused()


@pytest.mark.parametrize("play", [("light", 1280), ("dark", 1280), ("dark", 390)], indirect=True)
def test_nothing_in_it_is_hard_to_read_or_to_reach(play):
    play.open()
    play.judge(UPHILL)
    expect(play.verdict).to_contain_text("uphill")
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert play.page.evaluate(overflow) == 0
    play.page.set_viewport_size({"width": play.page.viewport_size["width"], "height": 4000})
    play.page.wait_for_timeout(500)
    assert grave_faults(play.page, "body") == []
