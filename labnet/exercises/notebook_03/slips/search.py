"""Search: which slip explains the first wrong array; no list of whole functions is needed.

The right arrays up to there are known, so the slip must lie in the few steps in between. Each is
tried, alone and two together; of two the one nearer to the loss is named.
"""

from dataclasses import dataclass

import numpy as np

from ...engine.judging import is_right, is_same
from ...engine.recognise import clearest
from . import hidden_layers, output_layer, parameters, single_layer
from .right_steps import BACKWARD, GRADIENTS, LAST, Values, before_backward, run
from .slip import Slip

# How well a slip explains dW and db of its layer, from the worst to the best.
OTHER_UP_TO_FACTOR, UP_TO_FACTOR, OTHER_FACTOR, FACTOR_OF_ONE, OTHER_LINE, ONE, BOTH = range(1, 8)
LARGEST = 100  # number c of a free slip, such as a learning rate
EVERYWHERE = " It is the same in each layer that has this step."


@dataclass(frozen=True)
class Look:
    """One case in which the first wrong array is wrong: the right arrays, and the student's."""

    e: Values
    given: dict

    def predicted(self, steps, slips):
        """The arrays with these slips in these steps; None if the shapes do not fit."""
        try:
            with np.errstate(all="ignore"):
                return run(Values(self.e), steps, slips)
        except (ValueError, KeyError, IndexError):
            return None


@dataclass(frozen=True)
class Guess:
    """A slip, in one of its ways to write it, and perhaps a second one behind it."""

    slip: Slip
    slips: dict


def looks(draws, before, steps):
    """(name of the first wrong array, the Looks at it); the name is None if there are none.

    With one example, many slips look alike.
    """
    names = {draw.first_wrong for draw in draws}
    if None in names or len(names) > 1:
        return None, []
    (wrong,) = names
    looked = [list(looks_at(wrong, draw, before, steps)) for draw in draws]
    return (wrong, sum(looked, [])) if all(looked) else (None, [])


def looks_at(wrong, draw, before, steps):
    for i in draw.plain:
        case, given, right = draw.at(i)
        if given.values is None or case.n == 1:
            continue
        if not is_right(given.values[wrong], right.values[wrong]):
            yield Look(run(before(*case.args), steps, {}), given.values)


def in_backward(draws):
    """(id, sentence, hint) of the slip that explains the first wrong gradient, or None."""
    wrong, looked = looks(draws, before_backward, BACKWARD)
    if wrong is None:
        return None
    k = int(wrong[-1])
    guess = best(guesses(wrong, k, looked), k, looked)
    return guess and told(guess, k, looked)


def best(guesses, k, looked):
    """The guess that explains most, the clearest one of equals; None if none explains anything."""
    highest, found = 1, []
    for guess in guesses:
        one = rank(guess, k, looked)
        if one > highest:
            highest, found = one, []
        if one == highest:
            found.append(guess)
        if highest == BOTH:
            break
    return clearest(found, lambda guess: explained(guess, looked))


def explained(guess, looked):
    """How many wrong gradients, in all layers, the same slip in each of them explains."""
    ((place, _), formula), *more = guess.slips.items()
    if more:
        return 0
    slips = {(place, j): formula for j in guess.slip.layers}
    made = [(look, look.predicted(BACKWARD, slips)) for look in looked]
    return sum(
        not is_right(look.given[v], look.e[v]) and closeness(look.given[v], e[v], e.n) == 2
        for look, e in made
        if e is not None
        for v in GRADIENTS
    )


def told(guess, k, looked):
    id, sentence, hint = guess.slip.told(k)
    return id, sentence + (EVERYWHERE if is_everywhere(guess, k, looked) else ""), hint


def guesses(wrong, k, looked):
    """All slips that may spoil this array, those nearest to the loss first, two together last."""
    place, bias = wrong[:2], f"db{k}"
    known = single_layer.slips(single_layer.BACKWARD)
    if place == "db":
        yield from singles([*parameters.BIASES, *of_biases(known, True)], k, looked)
        return
    alone = singles(output_layer.SLIPS if k == LAST else hidden_layers.SLIPS, k, looked)
    yield from alone
    yield from singles([*parameters.WEIGHTS, *of_biases(known, False)], k, looked)
    if any(not is_right(one.given[bias], one.e[bias]) for one in looked):
        yield from pairs(alone)


def of_biases(slips, there):
    return [one for one in slips if (one.place == "db") == there]


def singles(slips, k, looked):
    return [
        Guess(slip, {(slip.place, k): slip.formula(i, constant(slip, i, k, looked[0]))})
        for slip in slips
        if k in slip.layers
        for i in range(len(slip.formulas))
    ]


def pairs(alone):
    """A slip on the way through the weights, and one more in the sigmoid in front of it."""
    first = [one for one in alone if one.slip.place == "da"]
    second = [one for one in alone if one.slip.place == "dz" and not one.slip.constant]
    for one in first:
        for other in second:
            yield Guess(one.slip, one.slips | other.slips)


def constant(slip, i, k, look):
    """The number c of a free slip that brings dW, or db, nearest to the student's."""
    if not slip.free:
        return None
    array = f"db{k}" if slip.place == "db" else f"dW{k}"
    none, whole = (layer(look, k, {(slip.place, k): slip.formula(i, c)}) for c in (0, 1))
    step, got = (whole[array] - none[array]).ravel(), look.given[array]
    if got.shape != none[array].shape or not step.any():
        return 0
    c = (got - none[array]).ravel() @ step / (step @ step)
    return c if abs(c) < LARGEST else 0


def layer(look, k, slips):
    return look.predicted([step for step in BACKWARD if step[1] == k], slips)


def rank(guess, k, looked):
    """How well a guess fits in the case where it fits worst; 0 if it fails anywhere."""
    worst = BOTH
    for look in looked:
        worst = min(worst, rank_in(guess, k, look))
        if not worst:
            break
    return worst


def rank_in(guess, k, look):
    e = layer(look, k, guess.slips)
    if e is None:
        return 0
    close = {place: closeness(look.given[f"{place}{k}"], e[f"{place}{k}"], e.n) for place in PLACES}
    reached = [guess.slip.place] if guess.slip.place in PLACES else PLACES
    if guess.slip.exact and any(close[place] < 2 for place in reached):
        return 0
    if guess.slip.constant and guess.slip.place == "dz" and not runs_on(k, look):
        return 0
    if guess.slip.place in PLACES:
        if guess.slip.constant and not is_alone(guess.slip.place, close, look, k):
            return 0
        exact = OTHER_FACTOR if guess.slip.constant or guess.slip.exact else OTHER_LINE
        return (0, OTHER_UP_TO_FACTOR, exact)[close[guess.slip.place]]
    return rank_of_dz(guess.slip, close, e[f"db{k}"], look.e[f"db{k}"], look.given[f"db{k}"], e.n)


def runs_on(k, look):
    """Whether no gradient before is right that the factor must spoil, since it runs on."""
    return not any(is_right(look.given[v], look.e[v]) for v in GRADIENTS if int(v[-1]) < k)


def is_alone(place, close, look, k):
    """Whether the factor is the exact one, and the rest of the layer is right."""
    rest = [f"{one}{k}" for one in PLACES if one != place]
    return close[place] == 2 and all(is_right(look.given[v], look.e[v]) for v in rest)


def rank_of_dz(slip, close, guessed, right, given, n):
    """How well a wrong dz explains dW and db. guessed, right, given : the three db."""
    if min(close.values()) == 2:
        return BOTH
    if is_right(given, right):  # then the dz that it is the sum of is right too
        return 0
    if slip.constant:
        return FACTOR_OF_ONE if set(close.values()) == {0, 2} else 0
    if close["dW"] < 2 and closeness(guessed, right, n):
        return 0  # a db that is right but for a factor says nothing about the rest
    return (0, UP_TO_FACTOR, ONE)[max(close.values())]


PLACES = ("dW", "db")


def closeness(got, guessed, n):
    """2 if the arrays are the same, 1 if they are but for a factor that slips in easily, or 0."""
    guessed = np.asarray(guessed, float)
    guessed = guessed[None, :] if guessed.ndim == 1 else guessed
    if not np.isfinite(got).all():
        return 0
    if is_same(got, guessed) or is_same_everywhere(got, guessed):
        return 2
    if got.shape != guessed.shape or not got.size:
        return 0
    return int(any(is_same(got, c * guessed) for c in easily(got, guessed, n)))


def easily(got, guessed, n):
    """The factor between the two, if it is one that slips in easily."""
    at = np.abs(guessed).argmax()
    with np.errstate(all="ignore"):
        ratio = got.flat[at] / guessed.flat[at]
    return [c for c in (-1, 2, 0.5, n, 1 / n, -n, -1 / n) if np.isclose(ratio, c, rtol=1e-4)]


def is_same_everywhere(got, guessed):
    """Whether both hold one and the same number in all their entries."""
    if not got.size or not guessed.size or np.ptp(got) or np.ptp(guessed):
        return False
    return is_same(got.ravel()[:1], guessed.ravel()[:1])


def is_everywhere(guess, k, looked):
    """Whether the same slip in every layer explains all the gradients."""
    ((place, _), formula), *more = guess.slips.items()
    others = [j for j in guess.slip.layers if j != k]
    if more or not others:
        return False
    slips = {(place, j): formula for j in guess.slip.layers}
    made = [look.predicted(BACKWARD, slips) for look in looked]
    return all(
        e is not None and all(closeness(look.given[v], e[v], e.n) == 2 for v in GRADIENTS)
        for look, e in zip(looked, made, strict=True)
    )
