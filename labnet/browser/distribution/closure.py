"""closure: which wheels a page needs, from those of its own, of PyPI and of Pyodide."""

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ...support.checks import require
from .pinned import FILES, PYTHON
from .pure_wheels import PURE, fetch
from .wheel_files import read

PAGE = {  # what a marker such as `sys_platform == "win32"` is compared with
    "sys_platform": "emscripten",
    "platform_system": "Emscripten",
    "platform_machine": "wasm32",
    "os_name": "posix",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "python_version": ".".join(PYTHON["python"].split(".")[:2]),
    "python_full_version": PYTHON["python"],
}


def closure(roots, own, files, place, without=frozenset()):
    """[Wheel, ...] by name.

    own : paths of wheels that come first; then come the pinned ones of PyPI, then Pyodide's, which
    stand in the folder `files`. Wheels of PyPI are downloaded into `place`.
    Errors: LabnetError where a wheel is required that is none of these.
    """
    known, wanted = {wheel.name: wheel for wheel in map(read, own)}, {}
    todo = [Requirement(root) for root in roots]
    while todo:
        bring({canonicalize_name(one.name) for one in todo} - set(known), known, files, place)
        found = [need for one in todo for need in needs(known, one, without)]
        wanted |= {key(one): one for one in todo}
        todo = list({key(need): need for need in found if key(need) not in wanted}.values())
    return [known[name] for name in sorted({name for name, _ in wanted})]


def key(requirement):
    return canonicalize_name(requirement.name), frozenset(requirement.extras)


def bring(names, known, files, place):
    """Add the wheels of these names to those that are known."""
    pure = fetch(sorted(names & set(PURE)), place)
    compiled = {path.name.split("-")[0]: path for path in map(files.joinpath, FILES)}
    compiled = {canonicalize_name(name): path for name, path in compiled.items()}
    for name in sorted(names - set(PURE)):
        require(
            name in compiled,
            f"A page needs {name}, and there is no wheel of it. Expected is a line for it in "
            "wheels.txt, its name in pinned.json, or in `without`.",
        )
    paths = [*pure, *(compiled[name] for name in sorted(names - set(PURE)))]
    known |= {wheel.name: wheel for wheel in map(read, paths)}


def needs(known, requirement, without):
    """The requirements of what is required, in a page."""
    name, extras = key(requirement)
    return [
        one
        for one in known[name].requires
        if canonicalize_name(one.name) not in without
        and (one.marker is None or any(holds(one.marker, e) for e in ("", *extras)))
    ]


def holds(marker, extra):
    return marker.evaluate(PAGE | {"extra": extra})
