"""What knows whether Python runs in a web page."""

import sys

from labnet.support.page import in_page


def test_an_ordinary_python_is_no_page():
    assert not in_page()


def test_pyodide_is_one(monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert in_page()
