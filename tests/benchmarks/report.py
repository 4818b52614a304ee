"""The page tests/benchmarks/README.md: the method, the machine, and what was found."""

import os
import platform
import shutil
import subprocess
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from . import contenders, targets, timing, verify
from .peers import c_
from .tables import markdown

HERE = Path(__file__).parent
PACKAGES = ("labnet", "numpy", "torch", "scikit-learn", "jax", "autograd", "numba", "micrograd")


def page(results, sections, minutes, load):
    text = (HERE / "method.md").read_text("utf-8")
    head = text.format(
        minutes=f"{minutes:.0f}",
        date=time.strftime("%Y-%m-%d"),
        targets=target_table(results),
        machine=machine(load),
        missing=missing(results.missing),
        agreement=agreement(results.verifier.largest),
        longest=verify.LONGEST,
        slice=1000 * timing.SLICE,
        rounds=timing.ROUNDS,
        fewest=timing.FEWEST,
        many=contenders.MANY,
        few=contenders.FEW,
        flags=" ".join([*c_.FLAGS, *c_.LIBRARIES]),
        **verify.TOLERANCE,
    )
    return head + "\n\n".join(sections) + "\n"


def target_table(results):
    header = ["time ÷ time", "squared error", "cross-entropy", "aim", "bound", "verdict"]
    return markdown(header, targets.rows(results))


def missing(reasons):
    if not reasons:
        return "No contender is missing."
    return "\n".join(f"* **{name} is missing**: {why}." for name, why in reasons.items())


def agreement(largest):
    return " ".join(
        f"The largest difference in {dtype} was {difference:.1g} ({name}: {problem})."
        for dtype, (difference, name, problem) in sorted(largest.items(), reverse=True)
    )


def machine(load):
    """`load` is the load average before the first slice: how much else was going on."""
    return (
        f"{processor()}, {os.cpu_count()} cores, {platform.system()}; {compiler()}; Python "
        f"{platform.python_version()}; {', '.join(map(package, PACKAGES))}. Load average before: "
        f"{load:.1f}, after: {os.getloadavg()[0]:.1f} (1.0 is this command alone)."
    )


def processor():
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.is_file() else []
    named = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def compiler():
    if shutil.which("gcc") is None:
        return "no gcc"
    done = subprocess.run(["gcc", "--version"], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[0]


def package(name):
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} missing"
