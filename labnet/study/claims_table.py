"""The table of claims: what was reported, what we found, and whether the survey agrees."""

from pathlib import Path

from ..presets import presets
from .plan import FEW, SEEDS
from .verdicts import VERDICTS

FILE = Path(__file__).with_name("table.md")
COLUMNS = (
    "",
    "claim",
    "reported",
    "measured",
    "ours: median [5th, 95th], or count",
    "survey",
    "agrees",
    "verdict",
)
HEAD = """\
# What five lab reports claim, over {seeds} seeds

Made by `make reproduce`; no number of ours is typed or adjusted by hand. Each report drew its
conclusions from one run. Here every claim is trained with seeds 0 to {last} ({few} seeds where a
layer has 100 units, and for C10; C68 counts the weights of one network); each seed has its own
data, weights and order of the examples. A number is the median over the runs with its 5th and 95th
percentile. A run that diverged counts as the highest (inf); a run that has no such number, as the
first epoch with all right where there is none, is left out. A count comes with its share of the
runs, and Wilson's 95 % interval for that share.

The survey is an earlier one, of 10 to 100 seeds, with other code and other random numbers.
*agrees* compares, at the precision in which the survey prints each number:

* a number: our median lies in the survey's [5th, 95th]. Where the survey has a median only, that
  median lies in our [5th, 95th].
* a count: the survey's share lies in our interval. Both are counted on few runs, so one comparison
  in twenty or more fails by chance even where both measure the same.

The verdict follows from our numbers, by a rule that stands beside the claim in
[reports/](reports/). "Usually" means in two runs of three or more.

{verdicts}

{summary}
"""


def text(each):
    """The whole file, from the Judged of each claim: the head and the tables."""
    return head(each) + "\n" + tables(each)


def tables(each):
    """A table for each report."""
    systems = list(dict.fromkeys(one.claim.preset for one in each))
    return "\n".join(
        part(name, [one for one in each if one.claim.preset == name]) for name in systems
    )


def head(each):
    verdicts = "\n".join(f"* *{name}*: {meaning}" for name, meaning in VERDICTS.items())
    return HEAD.format(
        seeds=SEEDS, last=SEEDS - 1, few=FEW, verdicts=verdicts, summary=summary(each)
    )


def summary(each):
    """How many agree with the survey, and what is different in the others."""
    apart = [one for one in each if one.apart]
    same = len(each) - len(apart)
    said = f"{same} of {len(each)} claims agree with the survey in every number and in the verdict."
    if not apart:
        return said
    return "\n".join([said + " The others:", "", *(f"* {one.apart_text}" for one in apart)])


def part(name, each):
    """The table of one report."""
    rows = [COLUMNS, ["---"] * len(COLUMNS), *(row for one in each for row in one.rows)]
    return "\n".join([f"## {name}: {presets[name].title}", "", *map(cells, rows), ""])


def cells(row):
    return f"| {' | '.join(row)} |"
