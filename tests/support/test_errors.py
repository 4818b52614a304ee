"""Which code is the user's own, in the frames of an error."""

import sysconfig
import traceback

import numpy as np
import pytest

from labnet.support import errors


@pytest.fixture
def misled(monkeypatch):
    """Python tells of folders from which nothing was imported, as in a web page."""
    monkeypatch.setattr(sysconfig, "get_path", lambda kind: f"//nowhere/{kind}")
    errors.libraries.cache_clear()
    yield
    errors.libraries.cache_clear()


@pytest.mark.parametrize("module", [traceback, np, errors])
def test_what_is_imported_is_not_the_users_own(module, misled):
    assert module.__file__.startswith(errors.libraries())


def test_this_file_is_the_users_own(misled):
    assert not __file__.startswith(errors.libraries())


def test_numpys_own_lines_are_left_out(misled):
    with pytest.raises(ValueError) as caught:
        np.outer(np.ones(2), np.ones(2), out=np.ones((3, 3)))
    assert [frame.filename for frame in errors.own_frames(caught.value)] == [__file__]
