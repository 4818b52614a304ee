"""What the evidence says of each claim, in a word and in numbers."""

import numpy as np

from ....spread import median


class UnfitError(Exception):
    """Why this evidence cannot decide the claim; the text is for the student."""


def require(condition, told):
    if not condition:
        raise UnfitError(told)


def on(results, data):
    """The outcomes on this data set."""
    found = [one for one in results if one.data == data]
    require(found, f"The claim is about the {data} data; your sweep has none of them.")
    return found


def having(outcomes, told, test):
    """The outcomes for which the test holds."""
    found = [one for one in outcomes if test(one)]
    require(found, told)
    return found


def widths(one):
    return one.setup.hidden


def rate(one):
    return one.rate[0]


def two_units(results):
    small = having(
        on(results, "xor"),
        "The claim is about two hidden layers of two units, without biases: hidden=2, bias=False.",
        lambda one: widths(one) == (2, 2) and not one.setup.bias,
    )
    best = max(small, key=rate)
    require(
        best.solved.any(),
        "None of your runs solves it. That shows how hard it is, but not that it cannot be done: "
        "train longer, take longer steps, or another optimizer.",
    )
    return "refuted", f"{best.label}: {best.tally} runs have every point right."


def no_activation(results):
    straight = having(
        on(results, "linear"),
        'No setting is without activation functions: activation="none" and output="none".',
        lambda one: one.setup.activation == one.setup.output == "none",
    )
    told = "What else might be missing besides the activation? Vary that too."
    (without,), (with_bias,) = (
        having(straight, told, lambda one, bias=bias: one.setup.bias is bias)[:1]
        for bias in (False, True)
    )
    low, high = (median(one.accuracy) for one in (without, with_bias))
    word = "refuted" if high > low + 0.05 else "confirmed"
    return word, f"The median accuracy is {low:.0%} without a bias, and {high:.0%} with one."


def stuck(results):
    runs = sorted(on(results, "xor"), key=lambda one: one.setup.epochs)
    first, last = runs[0], runs[-1]
    short, long = (one.setup.epochs for one in (first, last))
    require(
        short < long and first.setup.replace(epochs=long) == last.setup,
        "Stuck means for ever. Vary the epochs, and nothing else, so that the same runs go on.",
    )
    waiting = ~first.solved
    require(waiting.any(), f"After {short} epochs every run is done already; begin with fewer.")
    freed = int((waiting & last.solved).sum())
    told = (
        f"{int(waiting.sum())} runs had not solved it after {short} epochs; {freed} of them have "
    )
    return "refuted" if freed else "confirmed", f"{told}after {long}."


def larger_rates(results):
    xor = on(results, "xor")
    by_rate = {one.setup.lr: one for one in xor}
    missing = [lr for lr in (1.0, 0.1, 0.01) if lr not in by_rate]
    require(not missing, f"The claim compares the rates 1, 0.1 and 0.01; {missing} is not there.")
    told = ", ".join(f"lr {lr:g}: {by_rate[lr].tally}" for lr in (1.0, 0.1, 0.01))
    harder = rate(by_rate[1.0]) < rate(by_rate[0.01])
    return "confirmed" if harder else "refuted", f"Solved are: {told}."


def oscillates(results):
    long_steps = having(
        on(results, "xor"),
        "The claim is about lr 1, one example at a time: lr=1.0 and batch_size=1, as in preset D.",
        lambda one: one.setup.lr == 1.0 and one.setup.batch_size == 1,
    )
    one = long_steps[0]
    failed = ~one.solved
    require(failed.any(), "All your runs succeed; the claim is about those that fail.")
    tail = one.losses[-len(one.losses) // 5 :, failed]
    ratio = median(tail.max(axis=0) / tail.min(axis=0))
    told = f"In the last fifth of the {int(failed.sum())} runs that fail, the highest loss is "
    return "confirmed" if ratio > 1.5 else "refuted", f"{told}{ratio:.2f} times the lowest."


def too_wide(results):
    wide = having(
        on(results, "xor"),
        "No setting has many units: try a hidden layer of 20 or more.",
        lambda one: max(widths(one)) >= 20,
    )
    told = "Is it the width, or the way it begins? Vary `init` too: positive, and one around 0."
    positive = having(wide, told, lambda one: one.setup.init == "positive")
    others = having(wide, told, lambda one: one.setup.init != "positive")
    low, high = max(positive, key=rate), max(others, key=rate)
    word = "refuted" if rate(high) > 0.5 + rate(low) else "confirmed"
    return word, f"{low.label}: {low.tally} solved. {high.label}: {high.tally} solved."


def second_layer(results):
    wide = having(
        on(results, "linear"),
        "The claim is about hidden layers of 5 and 100 units: hidden=(5, 100).",
        lambda one: widths(one) == (5, 100) and one.setup.init == "positive",
    )
    told = "What else could silence a sure output? Vary the loss too: with eps, and without."
    (guarded,), (exact,) = (
        having(wide, told, lambda one, small=small: (one.setup.loss.eps > 0) is small)[:1]
        for small in (True, False)
    )
    word = "refuted" if rate(exact) > 0.5 + rate(guarded) else "confirmed"
    told = f"With the guarded logarithm {guarded.tally} are solved, with the exact one "
    return word, f"{told}{exact.tally}."


def within(results, epochs, told, **fields):
    """How many runs of the report's network, preset D with these fields, are that quick."""
    fields = {"bias": False, "batch_size": 1, "init": "positive"} | fields

    def fits(one):
        return all(getattr(one.setup, name) == value for name, value in fields.items())

    one = having(on(results, "xor"), told, fits)[0]
    at = np.nan_to_num(one.solved_at, nan=np.inf) <= epochs
    share = float(np.mean(at))
    word = "confirmed" if share >= 0.9 else "refuted" if share <= 0.1 else "luck or refuted"
    return word, f"{int(at.sum())} of {len(at)} runs had every point right by epoch {epochs}."


def adam_is_quick(results):
    told = 'The claim is about Adam on XOR: optimizer="adam", as in the variation of preset D.'
    return within(results, 100, told, optimizer="adam")


def relu_is_quick(results):
    told = 'The claim is about ReLU on XOR: activation="relu", as in the variation of preset D.'
    return within(results, 100, told, activation="relu")


def more_data(results):
    medians = {}
    for data, n in (("linear", 100), ("xor", 21)):
        one = having(
            on(results, data),
            "The claim is about one example at a time: batch_size=1, as in preset D.",
            lambda one: one.setup.batch_size == 1,
        )[0]
        require(
            one.once_solved.any(), f"No run on the {data} data has every point right; train longer."
        )
        medians[data] = median(one.solved_at[one.once_solved]) * np.array([1, n])
    epochs, updates = medians["xor"] / medians["linear"]
    told = f"XOR takes {epochs:.0f} times as many epochs, and {updates:.1f} times as many updates."
    return ("half true" if 1 < updates < epochs / 2 else "refuted"), told


def exponential(results):
    require(
        results[0].measures and len(results) >= 3,
        "Vary `hidden` (three widths or more), and measure the number of parameters: "
        'measures={"parameters": ...}, from `result.net.theta.shape`.',
    )
    sizes = np.array([widths(one)[0] for one in results], float)
    counts = np.array([float(next(iter(one.measures.values()))[0]) for one in results])
    order = np.argsort(sizes)
    steps = np.diff(np.log(counts[order])) / np.diff(np.log(sizes[order]))
    told = "Twice the units make at most {:.1f} times as many parameters, at every width."
    word = "refuted" if steps.max() < 2.2 else "confirmed"
    return word, told.format(2 ** steps.max())
