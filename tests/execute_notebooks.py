"""Run notebooks from top to bottom in a clean kernel and store what they show.

All of them: python tests/execute_notebooks.py
Only one:    python tests/execute_notebooks.py 03
"""

import sys
from base64 import b64decode, b64encode
from io import BytesIO
from time import perf_counter

import nbformat
from kernel_setup import CAPTURE_WIDGET_OUTPUT
from nbclient import NotebookClient
from PIL import Image

from labnet.course import copies

MINUTES_PER_CELL = 5
PICTURES = ("image/png", "image/jpeg")
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def execute(path):
    """Run one notebook in place; an exception in a cell leaves the file as it was."""
    notebook = nbformat.read(path, as_version=4)
    run(notebook, path.parent)
    clean(notebook)
    nbformat.write(notebook, path)


def run(notebook, folder):
    """Run all cells in a clean kernel; they keep what they show."""
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        timeout=MINUTES_PER_CELL * 60,
        coalesce_streams=True,  # or the pieces would depend on the timing
        record_timing=False,
        extra_arguments=["--log-level=ERROR"],  # or each kernel would warn that it uses TCP
    )
    with client.setup_kernel():
        client.kc.execute(CAPTURE_WIDGET_OUTPUT, silent=True, store_history=False)
        for index, cell in enumerate(notebook.cells):
            client.execute_cell(cell, index)
            demand_success(cell)


def demand_success(cell):
    """An exception inside `interact` is shown by the cell, but does not stop it."""
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            raise RuntimeError("\n".join(output.traceback))


def clean(notebook):
    """Keep the kernel's name and the cells' tags; drop what differs between two machines."""
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata = {key: value for key, value in cell.metadata.items() if key == "tags"}
        for output in cell.get("outputs", []):
            clean_output(output)


def clean_output(output):
    """Of a widget, keep the text: its view is a number that another run does not know.

    Of a picture, keep how large it is shown.
    """
    if "data" in output:
        output.metadata = {kind: one for kind, one in output.metadata.items() if kind in PICTURES}
        output.data.pop("application/vnd.jupyter.widget-view+json", None)
        if "image/png" in output.data:
            output.data["image/png"] = with_palette(output.data["image/png"])


def with_palette(png):
    """The same figure in 256 colours: under half the size, and no difference that one can see."""
    small = BytesIO()
    picture = Image.open(BytesIO(b64decode(png))).convert("RGB")
    in_few_colours(picture).save(small, "png", optimize=True)
    return b64encode(small.getvalue()).decode()


def in_few_colours(picture):
    """At most 256; kmeans finds those of large pale areas, such as bands, which else look alike."""
    return picture.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE)


def main(numbers):
    chosen = [copies.find(number) for number in numbers]
    for path in chosen or copies.notebooks_in(copies.ORIGINALS):
        print(f"{path.parent.name}/{path.name}", end="", flush=True)
        began = perf_counter()
        execute(path)
        print(f"   {perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
