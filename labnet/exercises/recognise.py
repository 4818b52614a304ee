"""Recognise: which mistake an answer shows, from two independent draws."""

from . import catalogue
from .judging import is_right, is_same, wrong_names
from .rules import RULES, Seen


def named(exercise, draws):
    """(id, sentence, hint) of the first mistake that every draw shows, or None.

    draws : for each draw its cases, the student's answers and the right ones.
    """
    found = [dict(candidates(exercise, *draw)) for draw in draws]
    agreed = (id for id in found[0] if all(id in other for other in found[1:]))
    return next(((id, *found[0][id]) for id in agreed), None)


def candidates(exercise, cases, given, right):
    """(id, (sentence, hint)) of every mistake that this draw shows, the most exact first."""
    entries = list(tried(exercise, cases))
    yield from matching(alike_everywhere, entries, exercise, cases, given, right)
    yield from matching(alike_at_first_wrong, entries, exercise, cases, given, right)
    if any(one.changed for one in given):
        yield "argument-changed", CHANGED
    yield from by_rules(exercise, cases, given, right)
    yield from matching(alike_but_for_a_factor, entries, exercise, cases, given, right)


def tried(exercise, cases, notes=False):
    """(mistake, its answers) of every entry, in each of its settings; or of every note."""
    for one in catalogue.of(exercise.name):
        if one.note == notes:
            for code in one.codes:
                yield one, [exercise.answer(code, case) for case in cases]


def matching(like, entries, exercise, cases, given, right):
    for one, wrong in entries:
        if like(exercise, cases, given, right, wrong):
            yield one.id, (one.sentence, one.hint)


CHANGED = (
    "Your function changes an array that it was given; its caller still needs the old numbers.",
    "Which line writes into an argument? `x = x - 1` makes a new array, `x -= 1` changes the old.",
)


def alike_everywhere(exercise, cases, given, right, wrong):
    """Whether a function gives the same as the code of a mistake.

    Where only the extreme cases tell the wrong one from the right one, these count; elsewhere they
    don't, since right and wrong functions may handle them in many ways.
    """
    plain = [i for i, case in enumerate(cases) if case.plain]
    tells = any(not equal(exercise, wrong[i], right[i]) for i in plain)
    counted = plain if tells else range(len(cases))
    return all(equal(exercise, given[i], wrong[i]) for i in counted) and any(
        not equal(exercise, given[i], right[i]) for i in counted
    )


def equal(exercise, one, other):
    if one.changed != other.changed or one.event != other.event:
        return False
    if one.values is None or other.values is None:
        return one.values is other.values
    return all(is_same(one.values[name], other.values[name]) for name in exercise.order)


def alike_at_first_wrong(exercise, cases, given, right, wrong, factor=lambda n: 1.0):
    """Whether the first array that is wrong, counted from the loss, is the same in both.

    factor(n) : what lies between the two in a case of n examples.
    """
    name = first_wrong(exercise, cases, given, right)
    if name is None or any(one.values is None for one in (*given, *wrong)):
        return False
    plain = [i for i, case in enumerate(cases) if case.plain]
    tells = any(not is_right(wrong[i].values[name], right[i].values[name]) for i in plain)
    return tells and all(
        is_same(given[i].values[name], factor(cases[i].n) * wrong[i].values[name]) for i in plain
    )


FACTORS = (lambda n: n, lambda n: 1 / n, lambda n: -1.0, lambda n: 2.0, lambda n: 0.5)


def alike_but_for_a_factor(*seen):
    """Whether a function makes this mistake, and besides loses or adds such a factor."""
    return any(alike_at_first_wrong(*seen, factor) for factor in FACTORS)


def first_wrong(exercise, cases, given, right):
    """The name of the first array that is wrong in an ordinary case, or None."""
    wrong = set()
    for case, one, other in zip(cases, given, right, strict=True):
        if case.plain and one.values is not None:
            wrong |= set(wrong_names(case, one, other, exercise.order))
    return next((name for name in exercise.order if name in wrong), None)


def by_rules(exercise, cases, given, right):
    name = first_wrong(exercise, cases, given, right)
    seen = [] if name is None else list(looked_at(exercise, name, cases, given, right))
    for one in RULES:
        told = [one.holds(each) for each in seen]
        if told and all(told):
            sentence = one.sentence.format(told[0])
            yield one.id, (f"`{name}`: {sentence}" if name else sentence, one.hint)


def looked_at(exercise, name, cases, given, right):
    """What each ordinary case shows in which this array is wrong."""
    for case, one, other in zip(cases, given, right, strict=True):
        if not case.plain or one.values is None or is_right(one.values[name], other.values[name]):
            continue
        others = {key: value for key, value in other.values.items() if key != name}
        yield Seen(exercise, case, name, one.values[name], other.values[name], others)
