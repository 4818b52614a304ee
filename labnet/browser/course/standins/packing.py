"""own_wheels: the stand-ins, the notebooks and what JupyterLite's kernel brings, as wheels."""

import shutil
import sys
from pathlib import Path

from ....course.whereabouts import INSTALLED
from ...distribution.labnet_wheel import FORMAT
from ...distribution.wheel_files import pack

HERE = Path(__file__).parent
PACKAGES = {
    "nbclient": ("nbclient", "jupyter_client"),
    "piplite": ("piplite",),
}
KERNEL = "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
OF_KERNEL = "pyodide_kernel", "ipykernel", "widgetsnbextension-4"
NOTEBOOKS = "notebooks"


def own_wheels(place, copies):
    """[path of a wheel, ...]; what is made here is written into the folder `place`.

    copies : the folder of the students' copies.
    """
    place = Path(place)
    return [*(standin(name, place) for name in PACKAGES), notebooks(place, copies), *of_kernel()]


def standin(name, place):
    folder = place / f"standin-{name}"
    for package in PACKAGES[name]:
        shutil.copytree(HERE / package, folder / package, ignore=lambda *_: {"__pycache__"})
    return packed(name, folder, place)


def notebooks(place, copies):
    folder = place / "standin-notebooks"
    shutil.copytree(copies, folder / INSTALLED)
    return packed(NOTEBOOKS, folder, place)


def packed(name, folder, place):
    info = made(folder / f"{name}-0.dist-info")
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0\n", "utf-8")
    (info / "WHEEL").write_text(FORMAT, "utf-8")
    wheel = place / f"{name}-0-py3-none-any.whl"
    pack(folder, wheel)
    return wheel


def made(folder):
    folder.mkdir(parents=True)
    return folder


def of_kernel():
    found = sorted((Path(sys.prefix) / KERNEL).glob("*.whl"))
    return [path for path in found if path.name.startswith(OF_KERNEL)]
