"""The explorer without Matplotlib: nothing but its still picture needs that."""

import subprocess
import sys

TRAINED = "import labnet; e = labnet.explore(); e.train(10); assert e.epoch == 10 and e.picture; "
SHOWN = """
shown = []
import IPython.display
IPython.display.display = lambda data, **_: shown.append(data)
e._ipython_display_()
print(len(shown), *("image/png" in one for one in shown))
"""


def said_by(code):
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.split()


def test_matplotlib_is_not_imported():
    said_by(f"import sys; {TRAINED} repr(e), e.state; assert 'matplotlib' not in sys.modules")


def test_without_matplotlib_only_the_still_picture_is_missing():
    missing = "import sys; sys.modules['matplotlib'] = None; "
    assert said_by(f"{missing}{TRAINED}{SHOWN}") == ["2", "False", "False"]
    assert said_by(f"{TRAINED}{SHOWN}") == ["3", "True", "False", "False"]
