"""One line in three places: the equation, the flat code of notebook 03, and labnet's layer."""

import inspect

import nbformat

from labnet import layers
from labnet.course import copies


def test_one_line_stands_in_three_places():
    """Notebook 03 shows flat lines beside labnet's: both must still be there, letter by letter."""
    notebook = nbformat.read(copies.find("03"), as_version=4)
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    source = inspect.getsource(layers)
    (table,) = [
        cell.source for cell in notebook.cells if "|line in `labnet/layers.py`|" in cell.source
    ]
    rows = [line.split("|") for line in table.splitlines() if line.startswith("|$")]
    assert len(rows) == 5
    for _, _, flat, layer, _ in rows:
        assert f"\n{flat.strip('`')}\n" in code
        for line in layer.split("`")[1::2]:
            assert f" {line}\n" in source
