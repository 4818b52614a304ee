"""Judge: a claim with what was found, our verdict on it, and where the survey disagrees."""

from dataclasses import dataclass

from .claim import Claim
from .found import all_found

VERDICT = "verdict"


@dataclass(frozen=True)
class Judged:
    """found : {name: Spread or Count}. verdict : ours. agrees : {name: True, False or None}."""

    claim: Claim
    found: dict
    verdict: str
    agrees: dict

    @property
    def apart(self):
        """The names of what the survey found otherwise."""
        names = [name for name, same in self.agrees.items() if same is False]
        return names + [VERDICT] * (self.verdict != self.claim.survey)

    @property
    def apart_text(self):
        return f"{self.claim.id}: {'; '.join(map(self.difference, self.apart))}"

    def difference(self, name):
        if name == VERDICT:
            return f"{self.verdict}, where the survey says {self.claim.survey}"
        theirs = next(survey_text(line) for line in self.claim.found if line.name == name)
        return f"{name}, {self.found[name]} here and {theirs} in the survey"

    @property
    def rows(self):
        """A row of the table for each number; the first says what is claimed."""
        first = (self.claim.id, self.claim.says, self.claim.reported)
        starts = [first, *[("", "", "")] * (len(self.found) - 1)]
        ends = [self.verdict, *[""] * (len(self.found) - 1)]
        middle = map(self.number, self.claim.found)
        return [(*s, *m, end) for s, m, end in zip(starts, middle, ends, strict=True)]

    def number(self, line):
        said = {True: "yes", False: "no", None: ""}[self.agrees[line.name]]
        return line.name, str(self.found[line.name]), survey_text(line), said


def judged(claim, results):
    found = all_found(claim, results)
    agrees = {line.name: comparison(found[line.name], line.survey) for line in claim.found}
    return Judged(claim, found, claim.rule(found), agrees)


def comparison(ours, theirs):
    """True or False; None where the survey has nothing to compare with."""
    return None if theirs in (None, "") else ours.agrees(theirs)


def survey_text(line):
    return f"{line.survey:.2f}" if isinstance(line.survey, float) else line.survey or ""
