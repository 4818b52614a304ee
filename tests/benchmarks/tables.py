"""Markdown tables of timings."""

from .contenders import C


def markdown(header, rows):
    """The first column to the left, the others to the right."""
    rule = ["---", *["---:"] * (len(header) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in [header, rule, *rows])


def of_timings(results, contenders, columns, which="minimum"):
    """A row for each contender; columns is {title: problem}. Epochs in µs, and in times of C."""
    rows = [
        [one.name, *(cell(results, one, problem, which) for problem in columns.values())]
        for one in contenders
    ]
    return markdown(["CPU time, µs (in times of C)", *columns], rows)


def cell(results, contender, problem, which):
    if contender.name in results.missing:
        return "missing"
    found = results.timings.get((contender.name, problem))
    if found is None:
        return "–"
    base = results.timings.get((C.name, problem))
    ratio = f" ({number(getattr(found, which) / getattr(base, which))})" if base else ""
    return number(1e6 * getattr(found, which)) + ratio


def number(value):
    """With three digits, or whole."""
    decimals = 2 if value < 9.995 else 1 if value < 99.95 else 0
    return f"{value:,.{decimals}f}"
