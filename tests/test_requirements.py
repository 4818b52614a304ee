"""What labnet needs: requirements.txt and pyproject.toml have bounds, and the same ones."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
BOUNDS = re.compile(r'^(?:  ")?([a-z0-9-]+)(>=[\d.]+,<[\d.]+)', re.MULTILINE)


def bounds(name):
    """{package: its bounds}"""
    return dict(BOUNDS.findall((ROOT / name).read_text("utf-8")))


def test_every_requirement_has_both_bounds():
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    packages = [line for line in lines if re.match("[a-z]", line)]
    assert len(packages) == len(bounds("requirements.txt"))


def test_both_lists_have_the_same_bounds():
    course, package = bounds("requirements.txt"), bounds("pyproject.toml")
    both = course.keys() & package.keys()
    assert {"numpy", "matplotlib", "ipywidgets", "anywidget"} <= both
    assert all(course[name] == package[name] for name in both)
