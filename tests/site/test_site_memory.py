"""The memory of a started Python: the same each time, and only of what a page can take over."""

import pytest

from labnet.browser.distribution.in_node import started
from labnet.support.errors import LabnetError

pytestmark = pytest.mark.site


@pytest.fixture
def memory(playground, tmp_path):
    """A function that imports these modules first, and returns the memory."""

    def make(*modules):
        started(playground / "pyodide", modules, tmp_path / "memory")
        return (tmp_path / "memory").read_bytes()

    return make


def test_it_is_the_same_each_time_and_names_no_folder_of_here(memory, tmp_path):
    first = memory("decimal")
    assert memory("decimal") == first
    assert tmp_path.name.encode() not in first and b".mjs" not in first


def test_what_is_compiled_is_refused(memory):
    with pytest.raises(LabnetError, match="have compiled code, which no memory holds"):
        memory("numpy")


def test_a_module_that_is_not_there_is_named(memory):
    with pytest.raises(LabnetError, match="No module named 'nowhere'"):
        memory("nowhere")
