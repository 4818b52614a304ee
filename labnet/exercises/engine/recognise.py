"""Recognise: which mistake an answer shows, from two independent draws.

A name is given only where every draw shows it. Variables of the notebook come first, whatever they
led to. Then the most exact: an entry of the catalogue that gives the same everywhere; one that
explains the first array that is wrong, and most of the others; then what is true of any function.
"""

from copy import copy
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ...support.signatures import fits
from . import catalogue
from .causes import in_words_of, likely, told_by_line
from .dictionary_names import told_by_names
from .globals_used import by_globals
from .judging import blamed, harmless_apart, is_right, is_same, wrong_names
from .reading import Arrays
from .rules import Seen, rules_of


class Draw:
    """The cases of one draw, the student's answers, the right ones, and the catalogue's."""

    def __init__(self, exercise, function, rng):
        self.exercise, self.function = exercise, function
        self.cases = exercise.cases(rng)
        self.given = [self.answered(function, i) for i in range(len(self.cases))]
        self.plain = [i for i, case in enumerate(self.cases) if case.plain]
        self.answers = {}

    @cached_property
    def right(self):
        """The right answers; a case with a complaint of its own is judged without."""
        return [self.exercise.answered(self.exercise.right, case) for case in self.cases]

    def with_cases(self, kept):
        """The same draw, but only with the cases for which kept(case) is true."""
        one, chosen = copy(self), [i for i, case in enumerate(self.cases) if kept(case)]
        one.cases, one.right, one.given = (
            [values[i] for i in chosen] for values in (self.cases, self.right, self.given)
        )
        one.plain, one.answers = [i for i, case in enumerate(one.cases) if case.plain], {}
        for name in ("faulty", "first_wrong", "shows_first_wrong"):
            one.__dict__.pop(name, None)
        return one

    def answered(self, function, i):
        """What a function gives in case i, laid out as the right answer is where that is fine."""
        answer = self.exercise.answered(function, self.cases[i])
        if isinstance(answer.values, Arrays):
            answer.values.fit(self.right[i].values)
        return answer

    def by(self, mistake, i):
        """What the code of a mistake gives in case i; it runs once, and only if it is needed."""
        key = mistake.code, i
        if key not in self.answers:
            self.answers[key] = self.answered(mistake.code, i)
        return self.answers[key]

    def at(self, i):
        """The case, the student's answer and the right one."""
        return self.cases[i], self.given[i], self.right[i]

    @cached_property
    def faulty(self):
        """The places of the cases in which something is wrong."""
        return [i for i in range(len(self.cases)) if self.is_wrong(i)]

    def is_wrong(self, i):
        one = self.given[i]
        return bool(one.values is None or one.changed or self.wrong_names(i))

    def wrong_names(self, i):
        case, order = self.cases[i], self.exercise.order
        right = self.right[i] if case.complaint is None else None
        return wrong_names(case, self.given[i], right, order)

    @cached_property
    def first_wrong(self):
        """The name of the first array that is wrong in an ordinary case, or None."""
        compared = [i for i in self.plain if self.cases[i].complaint is None]
        there = [i for i in compared if self.given[i].values is not None]
        wrong = {name for i in there for name in self.wrong_names(i)}
        return next((name for name in self.exercise.order if name in wrong), None)

    @cached_property
    def shows_first_wrong(self):
        """The places of the ordinary cases in which that array is wrong."""
        compared = [i for i in self.plain if self.cases[i].complaint is None]
        there = [i for i in compared if self.given[i].values is not None]
        return [i for i in there if self.first_wrong in self.wrong_names(i)]

    def equal(self, one, other):
        """Whether two answers are the same, be they values or exceptions."""
        if one.changed != other.changed or reason(one) != reason(other):
            return False
        if one.values is None or other.values is None:
            return one.values is other.values
        return all(is_same(one.values[name], other.values[name]) for name in self.exercise.order)

    def shows_weakness(self, note):
        """Whether a right function gives the same as this one, and not quite what ours gives.

        One with a rule of its own: whether it holds in any case, such as far out.
        """
        if note.shows is not None:
            return any(map(note.shows, self.cases, self.given))
        answers = [(self.given[i], self.by(note, i), self.right[i]) for i in range(len(self.cases))]
        return all(self.twins(one, other) for one, other, _ in answers) and not all(
            self.twins(one, right) for one, _, right in answers
        )

    def twins(self, one, other):
        """Whether two answers are the same, down to the warnings."""
        return one.warned == other.warned and self.equal(one, other)

    def seen(self):
        """What each ordinary case shows in which the first wrong array is wrong."""
        name = self.first_wrong
        for i in self.plain:
            one, other = self.given[i].values, self.right[i].values
            if one is not None and not is_right(one[name], other[name]):
                others = {key: value for key, value in other.items() if key != name}
                yield Seen(self, self.cases[i], name, one[name], other[name], others)


def reason(answer):
    """Why there are no values: products of matrices fail in many words, but for one reason."""
    cause = likely(answer.error) if answer.stopped else None
    return cause or (answer.event, answer.told)


class Known(NamedTuple):
    """What was recognised. place : of the case that shows it."""

    id: str
    sentence: str
    hint: str
    place: int


def named(draws):
    """The Known of the first mistake that every draw shows, or None.

    What is added for safety, and does no harm, may hide it: so none is looked for twice.
    """
    found = named_exactly(draws)
    if found is None:
        with harmless_apart():
            found = named_exactly(draws)
    return found


def named_exactly(draws):
    """The sentence and the case that is shown belong together: each recogniser has its place."""
    if not all(draw.faulty for draw in draws):
        return None
    for recognise, place in RECOGNISERS:
        told = recognise(draws)
        if told:
            return Known(*told, place(draws[0]))
    return None


def entries_of(draws):
    listed = (one for one in catalogue.of(draws[0].exercise) if not one.note)
    return [each for one in listed for each in one.variants]


# In which case it is to be seen


def at_first(draw):
    """The first faulty case."""
    return draw.faulty[0]


def with_values(draw):
    """The first faulty case in which there is something to see."""
    there = [i for i in draw.faulty if draw.given[i].values is not None]
    return (there or draw.faulty)[0]


def at_first_wrong(draw):
    """The first ordinary case in which the first wrong array is wrong."""
    return draw.shows_first_wrong[0]


def at_explained(draw):
    """The same, with several examples if there are such cases; or where the function stopped."""
    if draw.given[draw.faulty[0]].stopped or not draw.shows_first_wrong:
        return at_first(draw)
    several = [i for i in draw.shows_first_wrong if draw.cases[i].n > 1]
    return (several or draw.shows_first_wrong)[0]


def at_change(draw):
    """The first case in which an argument comes back changed."""
    return next(i for i, one in enumerate(draw.given) if one.changed)


# The clearest array decides


def clearest(candidates, explained):
    """Of those that fit the first wrong array, the one that explains most; the first of equals.

    Where arrays are small, several mistakes give the same. The others tell them apart: explained(
    candidate) counts the wrong arrays, in all cases, that are as this one makes them.
    """
    return max(candidates, key=explained, default=None)


def by_names(draws):
    """What a function is told that took the names of a dictionary for its arrays, in every draw."""
    first = [draw.given[draw.faulty[0]].error for draw in draws]
    told = [error and told_by_names(error) for error in first]
    return told[0] if all(told) else None


def by_same_everywhere(draws):
    """The first entry that gives the same everywhere, in every draw."""
    return first_entry(draws, alike_everywhere, at_first)


def by_some_cases(draws, kept):
    """The first entry that gives the same in all cases for which kept(case) is true."""
    draws = [draw.with_cases(kept) for draw in draws]
    return by_same_everywhere(draws) if all(draw.faulty for draw in draws) else None


def by_own_rule(draws):
    """The first entry whose own rule fits, in every draw."""
    return first_entry(draws, shown, with_values)


def first_entry(draws, like, place):
    for one in entries_of(draws):
        told = [like(draw, one) for draw in draws]
        if all(told):
            return of_entry(one, draws[0].given[place(draws[0])], told[0])
    return None


def by_first_wrong(draws):
    """The clearest of the entries that give the same in the first array that is wrong."""
    alike = [
        one for one in entries_of(draws) if all(alike_at_first_wrong(draw, one) for draw in draws)
    ]
    one = clearest(alike, lambda one: sum(explained(draw, one) for draw in draws))
    return one and of_entry(one, draws[0].given[at_first_wrong(draws[0])])


def of_entry(mistake, answer, told=True):
    """(id, sentence, hint). told : what its own rule tells, which fills the sentence."""
    sentence = (answer.stopped and mistake.stopped) or mistake.sentence
    return mistake.id, sentence.format(told) if isinstance(told, str) else sentence, mistake.hint


def explained(draw, mistake):
    """How many arrays that are wrong in ordinary cases are the same as those of this entry."""
    pairs = [
        (name, draw.given[i].values, draw.by(mistake, i).values)
        for i in draw.plain
        if draw.given[i].values is not None
        for name in draw.wrong_names(i)
    ]
    return sum(other is not None and is_same(one[name], other[name]) for name, one, other in pairs)


def shown(draw, mistake):
    """What an entry with a rule of its own tells of the first faulty case, if it fits them all.

    Where some cases were stopped, such as by Python's `max` in arrays only, the others tell.
    """
    if mistake.shows is None:
        return False
    there = [i for i in draw.faulty if draw.given[i].values is not None] or draw.faulty
    told = [mistake.shows(draw.cases[i], draw.given[i]) for i in there]
    return told[0] if told and all(told) else False


def alike_everywhere(draw, mistake):
    """Whether a function gives the same as the code of this mistake.

    Where only the extreme cases tell the wrong one from the right one, these count; elsewhere they
    don't, since right and wrong functions may handle them in many ways.
    """
    if mistake.shows is not None:
        return False
    if not all(draw.equal(draw.given[i], draw.by(mistake, i)) for i in draw.plain):
        return False
    if any(not draw.equal(draw.given[i], draw.right[i]) for i in draw.plain):
        return True
    extreme = [i for i in range(len(draw.cases)) if i not in draw.plain]
    return all(draw.equal(draw.given[i], draw.by(mistake, i)) for i in extreme) and any(
        not draw.equal(draw.given[i], draw.right[i]) for i in extreme
    )


def alike_at_first_wrong(draw, mistake):
    """Whether the first array that is wrong, counted from the loss, is the same in both."""
    name = None if mistake.shows else draw.first_wrong
    return (
        name is not None
        and all(alike_at(draw, mistake, name, i) for i in draw.plain)
        and not any(contradicts(draw, mistake, i) for i in draw.plain)
    )


def contradicts(draw, mistake, i):
    """Whether something is right in case i that this entry makes wrong."""
    one, other, right = draw.given[i].values, draw.by(mistake, i).values, draw.right[i].values
    if one is None or other is None or draw.cases[i].complaint is not None:
        return False
    return any(
        is_right(one[name], right[name]) and not is_right(other[name], right[name])
        for name in draw.exercise.order
    )


def alike_at(draw, mistake, name, i):
    """Whether both give the same array of this name in case i, or both the right one.

    Where an exception left nothing to compare, the other cases tell.
    """
    one, other, right = draw.given[i], draw.by(mistake, i), draw.right[i].values[name]
    if one.values is None or other.values is None:
        return one.values is None
    got, wrong = one.values[name], other.values[name]
    return is_same(got, wrong) or (is_right(got, right) and is_right(wrong, right))


# What can be said of any function


def by_event(draws):
    """Why there were no values, if that is the first thing to be seen in every draw."""
    told = [event(draw) for draw in draws]
    return told[0] if all(one and one[0] == told[0][0] for one in told) else None


def event(draw):
    """(id, sentence, hint) of the first case, if it has no values; or None."""
    if not draw.faulty:
        return None
    case, one = draw.cases[draw.faulty[0]], draw.given[draw.faulty[0]]
    if one.values is not None:
        return None
    if not one.stopped:
        return one.event, f"{one.told[:1].upper()}{one.told[1:]}", ""
    if not fits(draw.function, *case.args):
        names = ", ".join(draw.exercise.names)
        return "other-arguments", f"`{draw.exercise.name}` should take ({names}).", ""
    cause = told_by_line(one.error) or likely(one.error)
    return cause and (cause[0], in_words_of(draw.exercise.notebook, cause[1]), "")


def by_change(draws):
    """Whether an argument comes back changed."""
    places = [{i for one in draw.given for i in one.changed} for draw in draws]
    common = sorted(set.intersection(*places))
    if not common:
        return None
    names = draws[0].exercise.names
    which = ", ".join(f"`{names[i]}`" for i in common)
    return "argument-changed", CHANGED.format(which), CHANGED_HINT


CHANGED = "Your function changes {}, which it was given; its caller still needs the old numbers."
CHANGED_HINT = (
    "Which line writes into an argument? `x = x - 1` makes a new array, `x -= 1` changes the old."
)


def by_rules(draws, rules=None):
    """The first rule that holds wherever the first wrong array is wrong; None takes all rules."""
    names = {draw.first_wrong for draw in draws}
    if None in names or len(names) > 1:
        return None
    each_draw = [list(draw.seen()) for draw in draws]
    seen = sum(each_draw, [])
    if all(len(one) == 1 and one[0].expected.size == 1 for one in each_draw):
        return None  # a single wrong number may be anything
    for one in rules or rules_of(draws[0].exercise):
        told = told_everywhere(one, seen)
        if told is not None:
            sentence, hint = one.words(draws[0].exercise.notebook)
            return one.id, placed(seen[0].name, sentence.format(told)), hint
    return None


def placed(name, sentence):
    """The sentence behind the name of the array that it tells of."""
    return f"`{name}`: {sentence[0].lower()}{sentence[1:]}" if name else sentence


FACTORS = {
    "a factor n": lambda n: n,
    "a factor 1/n": lambda n: 1 / n,
    "the sign": lambda n: -1.0,
    "a factor 2": lambda n: 2.0,
    "a factor 1/2": lambda n: 0.5,
    "a factor 100": lambda n: 100.0,
}
APART = "Apart from {}, it is this. {}"


def by_factor(draws):
    """The entry that differs from the answer by such a factor only: two mistakes at once."""
    for one in entries_of(draws):
        if one.sentence.startswith("Right"):
            continue  # with a factor besides it is not
        for told, factor in FACTORS.items():
            if all(alike_but_for(factor, draw, one) for draw in draws):
                return one.id, APART.format(told, one.sentence), one.hint
    return None


def alike_but_for(factor, draw, mistake):
    """Whether the first wrong array is this entry's, times a factor in every ordinary case."""
    name = None if mistake.shows else draw.first_wrong
    if name is None:
        return False
    given = [
        (draw.given[i].values, draw.by(mistake, i).values, draw.cases[i].n) for i in draw.plain
    ]
    return all(
        one is not None and other is not None and is_same(one[name], factor(n) * other[name])
        for one, other, n in given
    )


def told_everywhere(rule, seen):
    """The first text that a rule gives for every case: "" if it needs none; None if it fails."""
    common = None
    for each in seen:
        texts = rule.texts(each)
        common = texts if common is None else [one for one in common if one in texts]
        if not common:
            return None
    return common[0]


def far_out(draws):
    """What to say if only the extreme cases are wrong."""
    told = [complaint(draw) for draw in draws]
    if not all(told):
        return None
    kinds = {infinite(draw) for draw in draws}
    id = "infinite-far-out" if kinds == {True} else "wrong-far-out"
    return id, FAR, FAR_HINT


def complaint(draw):
    """What the first faulty case is blamed for, if it is an extreme one; else ""."""
    if not draw.faulty or any(i in draw.plain for i in draw.faulty):
        return ""
    case, one, _ = draw.at(draw.faulty[0])
    return blamed(case, one.values) if case.complaint and one.values is not None else ""


def infinite(draw):
    values = draw.given[draw.faulty[0]].values
    return not all(np.isfinite(array).all() for array in values.values())


FAR = "Right, except far out."
FAR_HINT = "Call it with that input yourself, and follow each step: where does it go astray?"


RECOGNISERS = (
    (by_globals, at_first),
    (by_same_everywhere, at_first),
    (by_own_rule, with_values),
    (by_names, at_first),
    (lambda draws: draws[0].exercise.explain(draws), at_explained),
    (by_first_wrong, at_first_wrong),
    (by_event, at_first),
    (by_change, at_change),
    (by_rules, at_first_wrong),
    (by_factor, at_first_wrong),
    (far_out, at_first),
)
