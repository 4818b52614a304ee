"""Reproduce: train what the claims need, each sweep once, and keep what is done."""

from pathlib import Path

from tqdm.auto import tqdm

from ..support import checks
from .plans import PLANS
from .reports import CLAIMS

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / ".reproduce"  # an npz file for each plan


def pick(ids):
    """The Claims with these ids, in the order of the reports; all of them if none is named."""
    for each in ids:
        checks.one_of(each, CLAIMS, "A claim")
    return [claim for claim in CLAIMS.values() if claim.id in ids or not ids]


def needed(claims):
    """The names of the plans that these claims read, each once."""
    return list(dict.fromkeys(name for claim in claims for name in claim.plans))


def results(claims, executor=None, folder=KEPT, progress=True):
    """{name of a plan: its Results}; what an earlier call left in the folder is not trained again.

    Interrupted, it raises KeyboardInterrupt; the same call goes on from the folder.
    """
    folder.mkdir(exist_ok=True)
    shown = tqdm(needed(claims), desc="sweeps", disable=not progress)
    return {name: whole(PLANS[name], file_of(name, folder), executor, progress) for name in shown}


def whole(plan, file, executor, progress):
    found = plan.run(file, executor, progress)
    if any(len(one.seeds) < plan.seeds for one in found):
        raise KeyboardInterrupt
    return found


def file_of(name, folder):
    words = name.replace("/", " over ").replace(",", "").split()
    return folder / ("-".join(words) + ".npz")
