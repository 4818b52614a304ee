"""Formulas for the page of a report: the table of them, each trusted word, and random ones."""

import random
from pathlib import Path

from labnet.report import trusted

words = str.split
TABLE = Path(__file__).parent / "report" / "formulas.txt"
PLACES = r"a \? b \?_i^2 x^{\? i} \frac{\? 1}{2} (\?) \begin{matrix} \? & x \? \end{matrix} \?"
LIMITED = trusted.LARGE + trusted.LIMITED
SINGLE = words("a b x y W L n 0 1 37 2.5 + - * / = < > , . : ; ! ? ' | ( ) [ ] ~ α σ ² × ≤ ∞ ∇ −")
WORDS = words(r"""
\text{if} \text{a,b-c:d} \text{学习率} \mathbf{W} \mathrm{loss} \mathbb{R} \mathcal{L} \mathtt{ab}
\mathsf{A1} \mathit{ab} \mathfrak{g} \mathscr{F} \boldsymbol{\theta} \boldsymbol{x} \mathbb{1}
\operatorname{ReLU} \operatorname*{argmin} \, \; \: \! \{ \} \| \% \$ \& \_ \# \not= \displaystyle
\pmod{3} \bigl( \Bigr] \bigg| \Bigg\langle \big/ \bigm\|
""")
OPENING = words(r"( [ | . \{ \| \langle \lvert \lfloor")
CLOSING = words(r") ] | . \} \| \rangle \rvert \rfloor")


def table(kind):
    """The formulas below "# drawn: ..." or "# LaTeX: ..."."""
    blocks = TABLE.read_text("utf-8").split("\n# ")[1:]
    return [row for one in blocks if one.startswith(kind) for row in one.strip().split("\n")[1:]]


def with_each_word():
    """Each word of the lists of trusted.py, where formulas have words."""
    lists = trusted.GREEK, trusted.SIGNS, trusted.LARGE, trusted.LIMITED
    lists = *lists, trusted.FUNCTIONS, trusted.FENCES
    words = [word for one in lists for word in one]
    found = [PLACES.replace("?", word) for word in words]
    found += [rf"a \{word} b" for word in trusted.BARE]
    found += [rf"\{word}{{x + y}} \{word} x^2" for word in trusted.ACCENTS]
    for word, sign in trusted.STACKS.items():
        found.append(rf"\{word}{{x}}{sign.strip(chr(92))}{{y}}")
    return found + [rf"\begin{{{one}}} a \\ b \end{{{one}}}" for one in trusted.TABLES]


def random_formula(seed):
    return Author(random.Random(seed)).formula()


class Author:
    """Writes formulas of all that is trusted, one in the other, whether they make sense or not."""

    def __init__(self, rng):
        self.rng = rng

    def formula(self):
        name = self.rng.choice(["", "", "", "align", "align*", "gather", "equation"])
        if not name:
            return self.row(3)
        split = {"equation": "{}", "gather": r"{} \\ {}"}.get(name, r"{} & = {} \\ & {}")
        body = split.format(*(self.row(2) for _ in range(3)))
        return rf"\begin{{{name}}} {body} \end{{{name}}}"

    def row(self, depth, most=3):
        return " ".join(self.part(depth) for _ in range(self.rng.randint(1, most)))

    def part(self, depth):
        kinds = [self.word, self.word, self.scripts, self.stack, self.fenced, self.table]
        return self.rng.choice(kinds)(depth - 1) if depth else self.word(depth)

    def word(self, depth):
        lists = trusted.GREEK, trusted.SIGNS, trusted.FUNCTIONS, trusted.BARE, trusted.FENCES
        lists = [[f"\\{one}" for one in words] for words in (*lists, LIMITED)]
        return self.rng.choice(self.rng.choice([SINGLE, SINGLE, WORDS, *lists]))

    def scripts(self, depth):
        base = self.rng.choice(["x", "W", "37", "{" + self.row(depth) + "}", self.word(depth)])
        limits = base.strip("\\") in LIMITED and self.rng.choice(["", r"\limits"])
        forms = ["_{}", "^{}", "_{}^{}", "^{}_{}", "'", "'^{}"]
        return f"{base}{limits or ''}" + self.filled(self.rng.choice(forms), depth)

    def stack(self, depth):
        name = self.rng.choice([*trusted.STACKS, *trusted.ACCENTS, "sqrt", "sqrt[3]"])
        sign = trusted.STACKS.get(name)
        form = "{}" if sign is None else "{}" + sign.strip("\\") + "{}"
        return f"\\{name}" + self.filled(form, depth)

    def filled(self, form, depth):
        """With an argument in each place."""
        return form.format(*(self.argument(depth) for _ in range(form.count("{}"))))

    def argument(self, depth):
        short = " " + self.rng.choice([*"abxyW012", r"\alpha ", r"\infty ", r"\prime "])
        return self.rng.choice([short, "{" + self.row(depth) + "}", "{" + self.row(depth) + "}"])

    def fenced(self, depth):
        left, right = self.rng.choice(OPENING), self.rng.choice(CLOSING)
        return rf"\left{left} {self.row(depth)} \right{right}"

    def table(self, depth):
        name, columns = self.rng.choice([*trusted.TABLES, "array"]), self.rng.randint(1, 3)
        columns = {"cases": 2, "dcases": 2, "gathered": 1}.get(name, columns)
        sides = "{" + self.rng.choice("lcr") * columns + "}" if name == "array" else ""
        rows = [self.cells(columns, depth) for _ in range(self.rng.randint(1, 3))]
        end = self.rng.choice(["", r"\\"])
        rows = r" \\ ".join(rows)
        return rf"\begin{{{name}}}{sides} {rows} {end} \end{{{name}}}"

    def cells(self, columns, depth):
        return " & ".join(self.row(depth, 2) for _ in range(self.rng.randint(1, columns)))
