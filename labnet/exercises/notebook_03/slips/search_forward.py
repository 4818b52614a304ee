"""Which slip explains the first wrong array of a forward pass, or of a prediction alone."""

from ...engine.judging import is_right
from . import forward, single_layer
from .right_steps import FORWARD, before_forward, name, run
from .search import Look
from .search import closeness as close

INCOMPLETE = "forward-cache-incomplete"
UNKNOWN = "forward-prediction-wrong"
AFTER_X = [*FORWARD[1:], FORWARD[0]]  # what is seen in p alone is hardly ever a changed x


def in_forward(draws):
    """(id, sentence, hint) of the slip in the first array that is there and wrong, or None."""
    wrong, looked = looks(draws)
    if wrong is None:
        return missing(draws)
    known = (
        under_another_name(wrong, looked)
        or in_one_step(wrong, looked, [step for step in FORWARD if name(*step) == wrong])
        or in_one_step(wrong, looked, unseen(looked))
        or in_all_layers(wrong, looked)
    )
    return known or ((UNKNOWN, ONLY_P, ONLY_P_HINT) if is_alone(draws) else None)


def unseen(looked):
    """The steps whose arrays did not come back right."""
    steps = [step for step in AFTER_X if step != ("x", 0)]
    x_is_right = all(is_right(look.given["x"], look.e["x"]) for look in looked)
    return steps if x_is_right else AFTER_X


def under_another_name(wrong, looked):
    """Whether the way is right, and only the cache holds another of its arrays here."""
    if wrong in ("x", "p") or not all(is_right(one.given["p"], one.e["p"]) for one in looked):
        return None
    for other in (name(*step) for step in FORWARD):
        if other != wrong and all(is_right(one.given[wrong], one.e[other]) for one in looked):
            told = f"The prediction is right, but in the cache `{other}` stands under the name "
            return OTHER_NAME, f"{told}`{wrong}`.", "`backward` will trust the names."
    return None


OTHER_NAME = "forward-cache-mislabelled"
ONLY_P = "Only p comes back, without the cache, and the prediction is not right yet either."
ONLY_P_HINT = "Return every array by its name: then it can be told where they begin to be wrong."


def looks(draws):
    """(name, Looks) of the first array that is there and wrong in every draw."""
    for wrong in (name(*step) for step in FORWARD):
        looked = [list(looks_at(wrong, draw)) for draw in draws]
        if all(looked):
            return wrong, sum(looked, [])
    return None, []


def looks_at(wrong, draw):
    for i in draw.plain:
        given, right = draw.given[i].values, draw.right[i].values
        if given is not None and is_wrong(given[wrong], right[wrong]):
            yield Look(run(before_forward(*draw.cases[i].args), FORWARD, {}), given)


def is_wrong(got, expected):
    return got.size > 0 and not is_right(got, expected)


def in_one_step(wrong, looked, steps):
    """The first slip in one of these steps that gives this wrong array."""
    for place, k in steps:
        for slip in (*forward.SLIPS, *single_layer.slips(single_layer.FORWARD)):
            here = slip.formulas if slip.place == place and k in slip.layers else ()
            if any(fits(wrong, looked, {(place, k): formula}) for formula in here):
                return slip.told(k)
    return None


def in_all_layers(wrong, looked):
    for slip in forward.SLIPS:
        for formula in slip.formulas:
            if fits(wrong, looked, {(slip.place, k): formula for k in slip.layers}):
                return slip.told(min(slip.layers))
    return None


def fits(wrong, looked, slips):
    for look in looked:
        e = look.predicted(FORWARD, slips)
        if e is None or close(look.given[wrong], e[wrong], 1) < 2:
            return False
    return True


def lacking(draws):
    """The names that the cache lacks in the first case."""
    values = next((one.values for draw in draws for one in draw.given if one.values), {})
    return [key for key, array in values.items() if not array.size]


def is_alone(draws):
    """Whether p came back without any cache: then its `p` is missing too."""
    return len(lacking(draws)) == len(FORWARD)


def missing(draws):
    """What to say if all that is there is right, but not all is there."""
    names = lacking(draws)
    if not names or is_alone(draws):
        return None
    listed = ", ".join(f"`{one.split()[0]}`" for one in names)  # "p in the cache" is `p`
    told = f"The prediction is right, but the cache has no {listed}."
    return INCOMPLETE, told, "`backward` will look for the arrays by their names."
