"""Rules that make a verdict: each returns a function of {name: what was found}."""

VERDICTS = {
    "reproduced": "what was reported is what runs usually give",
    "lucky": "most runs do worse than was reported, or need longer",
    "unlucky": "most runs do better than was reported, or need less long",
    "one of several outcomes": "runs end in different states; one value promises too much",
    "half true": "it holds in a part of what it says",
    "wrong explanation": "what was seen is there, but it has another cause",
    "refuted": "it does not hold",
    "ruled out": "a reading of what the report leaves open does not lead to the reported value",
    "possible": "such a reading may lead to the reported value",
    "nothing to judge": "the report gives no number, and claims nothing",
}
MOST = 2 / 3  # of the runs: what "usually" means
SOME = 1 / 10  # of the runs: enough for an outcome of its own


def typical(value, name, less_is):
    """The reported value lies in our [5th, 95th]. less_is : "lucky" or "unlucky", beyond it."""
    beyond = {"lucky": "unlucky", "unlucky": "lucky"}[less_is]

    def rule(found):
        if found[name].holds(value):
            return "reproduced"
        return less_is if value < found[name].low else beyond

    return rule


def usual(*names):
    """Each of these is true of most runs, as it was of the report's."""
    return lambda found: "reproduced" if all(most(found[name]) for name in names) else "lucky"


def failed(name):
    """The report's run failed; `name` counts the runs that succeed."""

    def rule(found):
        rate = found[name].rate
        if rate <= 1 - MOST:
            return "reproduced"
        return "unlucky" if rate > 1 / 2 else "one of several outcomes"

    return rule


def several(solved, other):
    """Some of the runs end in `solved`, and some in `other`; if not, the rule is `failed`."""

    def rule(found):
        if min(found[solved].rate, found[other].rate) >= SOME:
            return "one of several outcomes"
        return failed(solved)(found)

    return rule


def where(test, then, otherwise="reproduced"):
    """test : a function of what was found that returns whether the verdict is `then`."""
    return lambda found: then if test(found) else otherwise


def nothing_to_judge(found):
    return "nothing to judge"


def most(count):
    return count.rate >= MOST


def few(count):
    return count.rate <= 1 - MOST


def rising(found, *names):
    """The medians of these grow from one to the next."""
    medians = [found[name].median for name in names]
    return all(low < high for low, high in zip(medians, medians[1:], strict=False))
