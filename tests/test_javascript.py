"""The explorer's JavaScript stays small enough to read; `make lint` looks for mistakes in it."""

from labnet.explorer import Explorer
from labnet.explorer.live import HERE, SCRIPTS

MOST_LINES, LONGEST = 1400, 100
LINES = Explorer._esm.splitlines()


def test_it_can_be_read_in_one_sitting():
    assert len(LINES) <= MOST_LINES


def test_no_line_is_too_long():
    assert [line for line in LINES if len(line) > LONGEST] == []


def test_every_file_is_used():
    assert {path.stem for path in (HERE / "js").iterdir()} == set(SCRIPTS)
