"""From a list of contenders and a list of problems to timings: started, verified, timed."""

from dataclasses import dataclass, field

from .contenders import LABNET
from .timing import interleave
from .verify import Verifier, epochs_of


@dataclass
class Results:
    """What has been found so far.

    timings : {(contender's name, problem): Timing}, the problem as it stands in the tables.
    missing : {contender's name: why}.
    import_ratio : the time of `import labnet` in times of `import numpy`; None if not measured.
    """

    timings: dict = field(default_factory=dict)
    missing: dict = field(default_factory=dict)
    verifier: Verifier = field(default_factory=Verifier)
    import_ratio: float | None = None

    def train(self, contenders, problems):
        """Verify all problems, then time them; what was timed before keeps its times."""
        new = [one for one in problems if (LABNET.name, one) not in self.timings]
        started = {problem: self.verified(contenders, problem) for problem in new}
        for problem, runs in started.items():
            known = {one.name: epochs_of(one, problem) for one in contenders}
            networks = {one.name: one.version_of(problem).runs or 1 for one in contenders}
            self.take(problem, interleave(runs, known, networks))

    def take(self, problem, found):
        self.timings |= {(name, problem): timing for name, timing in found.items()}
        print(f"timed {problem}", flush=True)

    def verified(self, contenders, problem):
        """{name: run}, each of which has trained a few epochs as labnet does."""
        runs = self.start(contenders, problem)
        for one in contenders:
            if one.name in runs:
                self.verifier.check(one, one.version_of(problem), runs[one.name])
        print(f"verified {problem}: {len(runs)} contenders agree", flush=True)
        return runs

    def start(self, contenders, problem):
        """{name: run} of those that are installed and take this problem."""
        runs = {}
        for one in contenders:
            if one.takes(problem):
                try:
                    runs[one.name] = one.start(one.version_of(problem))
                except ImportError as error:
                    self.missing[one.name] = str(error)
        return runs
